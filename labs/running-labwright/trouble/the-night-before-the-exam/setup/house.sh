# A house that has been run for a year: an engine and a platform, each a service; a data disk of its own, which is
# memory here, because no host of a lab has another small file system; and a term's work of a town.
ln -sfn /dev/shm /srv/data
ln -sfn /opt/labwright/spring /opt/labwright/current
install -d -o labwright -g labwright -m 700 /srv/data/labwright /srv/data/backups
install -d /srv/containers /var/backups
chmod 600 /etc/labwright/settings
chown labwright: /etc/labwright/settings
at=127.0.0.1:$PORT
export ORIGIN="http://learn.$TOWN.example:$PORT"

wait_for() { # a command, until it is true
	for _ in $(seq 300); do
		"$@" >/dev/null 2>&1 && return
		sleep 0.4
	done
	echo "waited in vain for: $*"
	tail -5 /var/log/labwright.log /var/log/dockerd.log || true
	return 1
}

# People move in while the machines of labs are toys: that leaves a recording, which the engine here could not.
(
	set -a
	. /etc/labwright/settings
	ENGINE=memory
	cd /opt/labwright/current
	exec chpst -u labwright node src/server.ts >/tmp/first-start 2>&1
) &
wait_for curl -fs "http://$at/readyz"
token=$(grep -o 'token=[A-Za-z0-9_-]*' /tmp/first-start | tail -1)
node /usr/local/lib/town/move-in.mjs "$at" "${token#token=}"
kill "$(pgrep -of 'src/server\.ts')"
wait || true
rm /tmp/first-start

# Three weeks of terminals, and the snapshot of somebody who looked for a leak.
python3 - <<'PY'
import gzip, json, os, random, shutil, sqlite3, time

os.umask(0o077)
data, day, now = '/srv/data/labwright', 86400, time.time()
owner = shutil._get_uid('labwright'), shutil._get_gid('labwright')
db = sqlite3.connect(f'{data}/labwright.db')
run, generation, host = db.execute('select run_id, generation, host from recordings').fetchone()
for age in range(20, 0, -2):
    begun = now - age * day
    values = (run, generation, host, f'shell-{age}', int(begun * 1000))
    number = db.execute('insert into recordings (run_id, generation, host, shell, started_at) values (?,?,?,?,?)', values).lastrowid
    name = f'{data}/recordings/{number}.cast.gz'
    with gzip.open(name, 'wt') as cast:
        cast.write(json.dumps({'version': 2, 'width': 80, 'height': 24, 'timestamp': int(begun)}) + '\n')
        for second in range(1200):
            cast.write(json.dumps([second, 'o', f'valve: {os.urandom(70).hex()}\r\n']) + '\n')
    os.utime(name, (begun + 1200, begun + 1200))
    os.chown(name, *owner)
db.commit()
db.close()

taken = time.localtime(now - 12 * day)
name = time.strftime(f'{data}/Heap.%Y%m%d.154211.{os.environ["DUMP"]}.0.001.heapsnapshot', taken)
words = [os.urandom(9).hex() for _ in range(400)]
lines = [f'3,{random.randrange(9)},48,{random.randrange(99)},"{random.choice(words)}"\n,' for _ in range(2**15)]
with open(name, 'w') as heap:
    heap.write('{"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count"]}},\n"nodes":[')
    while heap.tell() < 20 * 2**20:
        heap.write(''.join(lines))
    heap.write('0]}\n')
os.utime(name, (now - 12 * day,) * 2)
os.chown(name, *owner)
for name in os.listdir(data):
    if name.startswith('labwright.db'):
        os.chown(f'{data}/{name}', *owner)
PY

# Backups of four nights. The last night has none, and nobody has noticed.
cat >/tmp/then.mjs <<'JS'
const [back, Now] = [Date.now() - Number(process.env.THEN) * 1000, Date];
globalThis.Date = class extends Now {
	constructor(...parts) {
		super(...(parts.length > 0 ? parts : [Now.now() - back]));
	}
	static now() {
		return Now.now() - back;
	}
};
JS
for nights in 5 4 3 2; do
	then=$(date -u -d "$nights days ago 03:00:04" +%s)
	THEN=$then NODE_OPTIONS='--import /tmp/then.mjs' chpst -u labwright /usr/local/sbin/nightly-backup
	touch -d "@$then" "$(ls /srv/data/backups/*.tar.gz | sort | tail -1)"
done
rm /tmp/then.mjs

for service in cron dockerd labwright; do ln -sfn "/etc/sv/$service" "/etc/service/$service"; done
wait_for docker info
wait_for curl -fs "http://$at/readyz"
