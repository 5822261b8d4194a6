at() { date -u -d "$1" +%FT%TZ; }
aware=$(TZ=Europe/Berlin date -d "2026-10-24 14:$(printf %02d "$MINUTE")" +%s)
mended=$(TZ=Europe/Berlin date -d "2026-11-$(printf %02d "$FIXDAY") 11:00" +%s)
printf '{"early_warning": "%s", "notification": "%s", "final_report": "%s"}\n' \
	"$(at "@$((aware + 86400))")" "$(at "@$((aware + 259200))")" "$(at "@$((mended + 1209600))")" >/srv/outbox/deadlines.json
