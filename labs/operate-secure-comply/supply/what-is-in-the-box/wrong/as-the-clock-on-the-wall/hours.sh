# A day later, at the same time by the clock on the wall, which went back in the night.
at() { date -u -d "@$(TZ=Europe/Berlin date -d "$1" +%s)" +%FT%TZ; }
minute=$(printf %02d "$MINUTE")
printf '{"early_warning": "%s", "notification": "%s", "final_report": "%s"}\n' \
	"$(at "2026-10-25 14:$minute")" "$(at "2026-10-27 14:$minute")" "$(at "2026-11-$((FIXDAY + 14)) 11:00")" >/srv/outbox/deadlines.json
