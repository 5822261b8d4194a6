[ -e /etc/service/guestbook/run ] || fail 'The supervisor looks into `/etc/service`, and the guestbook is not there any more.'
[ ! -e /etc/service/guestbook/down ] || fail 'After the next start of the machine the service would stay down. `sv status` says so with its last two words.'
[ -x /etc/service/guestbook/run ] || fail 'The `run` script of the service is not executable.'
grep -qE '^[^#]*guestbook-2/guestbook' /etc/service/guestbook/run || fail 'The `run` script does not start version 2 any more.'
pass
