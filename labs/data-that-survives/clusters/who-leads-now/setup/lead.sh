# The first one makes the cluster and the harbour's tables, before anybody follows.
ln -sfn /etc/sv/patroni /etc/service/patroni
for i in $(seq 700); do
	curl -fs -m 1 -o /dev/null http://127.0.0.1:8008/primary && break
	sleep 0.2
done
curl -fs -m 1 -o /dev/null http://127.0.0.1:8008/primary || { tail -30 /var/log/patroni.log >&2; exit 1; }
cd /
chpst -u postgres psql -Xq -v ON_ERROR_STOP=1 <<SQL
create role quay login password '$QUAY_PASS';
create role watch login password '$WATCH_PASS' in role pg_monitor;
create database harbour;
\c harbour
create table bookings (
	id bigint generated always as identity primary key,
	ref char(8) not null unique, berth int not null,
	booked timestamptz not null default now());
create table words (word text primary key);
insert into bookings (ref, berth) select substr(md5('harbour' || n), 1, 8), n % 240 + 1 from generate_series(1, 300) n;
grant select, insert on bookings to quay;
grant select on bookings to watch;
grant select, insert on words to watch;
SQL
