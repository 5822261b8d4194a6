/** Attacks 27 to 37: taking more than one's share. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Attack, Ending, Ground } from './attack.ts';

const bounded = (kept: boolean, seen: string): Ending => ({ outcome: kept ? 'bounded' : 'open', seen });

/** Wait until something is so, for so many seconds at most. */
async function soon(what: () => Promise<boolean> | boolean, seconds: number): Promise<boolean> {
	const end = performance.now() + seconds * 1000;
	while (performance.now() < end) {
		if (await what()) return true;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	return false;
}

/** The host is stopped, with a sentence, while the other learner goes on writing. */
async function stopped(
	{ engine, incidents, victim, another }: Ground,
	name: string,
	script: string
): Promise<Ending> {
	const sandbox = await another(name, { diskMiB: 180 });
	void sandbox.exec('box', { command: ['python3'], script, timeoutSeconds: 45 }).catch(() => {});
	const gone = await soon(async () => (await engine.find(name)) === null, 40);
	const written = await victim.exec('box', { command: ['cp', '/bin/ls', '/var/tmp/still-writing'] });
	const said = incidents.find(({ sandbox }) => sandbox === name)?.text ?? 'nobody was told';
	await engine.remove(name);
	return bounded(gone && written.code === 0 && said !== 'nobody was told', said);
}

async function diskOfLog({ docker, instance }: Ground): Promise<number> {
	const { Id } = await docker.getContainer(`labwright-${instance}-mallory-box`).inspect();
	const { DockerRootDir } = (await docker.info()) as { DockerRootDir: string };
	const folder = join(DockerRootDir, 'containers', Id, 'local-logs');
	const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024 ** 2;
}

const INOTIFY = '/proc/sys/fs/inotify/max_user_instances';
let inotifyInstances = 0;
await readFile(INOTIFY, 'utf8').then(
	(text) => (inotifyInstances = Number(text)),
	() => {}
);

export const resourceAttacks: Attack[] = [
	{
		...{ number: 27, name: 'Fork without end', expected: { runc: 'bounded' } },
		async run({ python, root }) {
			const { stdout } = await python(`import os, time
made = []
try:
    while len(made) < 5000:
        child = os.fork()
        if child == 0: time.sleep(8); os._exit(0)
        made.append(child)
except OSError: print(len(made), flush=True)
import subprocess
time.sleep(2)
for child in made: os.kill(child, 9)`);
			const begun = performance.now();
			await promisify(execFile)('true');
			const here = performance.now() - begun;
			const after = await root('echo back');
			const count = Number(stdout);
			return bounded(
				count > 0 && count < 128 && here < 1000 && after.stdout === 'back\n',
				`${count} processes, then no more`
			);
		}
	},
	{
		...{ number: 28, name: 'Take all memory', expected: { runc: 'bounded' } },
		async run({ python, root, incidents }) {
			const eaten = await python('x = bytearray(900 << 20)');
			const alive = await root('echo here');
			const told = await soon(
				() => incidents.some(({ sandbox, kind }) => sandbox === 'mallory' && kind === 'memory'),
				5
			);
			return bounded(
				eaten.code === 137 && alive.code === 0 && told,
				`the program ended with ${eaten.code}, the host goes on`
			);
		}
	},
	{
		...{ number: 29, name: 'Fill shared memory', expected: { runc: 'bounded' } },
		async run({ root }) {
			const { stdout } = await root(
				'head -c 100M /dev/zero > /dev/shm/full 2>/dev/null; stat -c %s /dev/shm/full; rm /dev/shm/full'
			);
			const MiB = Number(stdout) / 1024 ** 2;
			return bounded(MiB > 0 && MiB <= 64, `${MiB} MiB, then no more`);
		}
	},
	{
		...{ number: 30, name: 'Take all processors', expected: { runc: 'bounded' } },
		async run({ root }) {
			const { stdout } =
				await root(`cpu() { cat /sys/fs/cgroup/cpuacct/cpuacct.usage 2>/dev/null || awk '/^usage_usec/ { print $2 * 1000 }' /sys/fs/cgroup/cpu.stat; }
before=$(cpu); for n in 1 2 3 4; do timeout 4 sh -c 'while :; do :; done' & done; wait; echo $(( $(cpu) - before ))`);
			const share = Number(stdout) / 4e9;
			return bounded(
				share > 0 && share <= 0.55,
				`${(share * 100).toFixed(0)} % of one processor of the 50 % allowed`
			);
		}
	},
	{
		...{ number: 31, name: 'Open files without end', expected: { runc: 'bounded' } },
		async run({ python }) {
			const { stdout } = await python(`import os, resource
try: resource.setrlimit(resource.RLIMIT_NOFILE, (1 << 20, 1 << 20)); print('raised')
except (ValueError, OSError): pass
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
files = []
try:
    while len(files) < 10000: files.append(os.open('/dev/null', 0))
except OSError: pass
print(len(files))`);
			return bounded(
				!stdout.includes('raised') && Number(stdout) < 4096,
				`${stdout.trim()} files, then no more`
			);
		}
	},
	{
		...{ number: 32, name: 'Fill the disk', expected: { runc: 'bounded' } },
		run: (ground) =>
			stopped(
				ground,
				'filler',
				"import time\nfor n in range(6): open(f'/var/tmp/{n}', 'wb').write(bytes(40 << 20)); time.sleep(0.2)"
			)
	},
	{
		...{ number: 33, name: 'Make small files without end', expected: { runc: 'bounded' } },
		slow: true,
		run: (ground) =>
			stopped(
				ground,
				'litterer',
				"import os\nos.mkdir('/var/tmp/many')\nfor n in range(24000): open(f'/var/tmp/many/{n}', 'w').close()"
			)
	},
	{
		...{ number: 34, name: 'Fill the log of the host', expected: { runc: 'bounded' }, slow: true },
		unless: ({ atHome }) => (atHome ? null : 'the engine’s logs lie on another machine'),
		async run(ground) {
			await ground.root('timeout 4 yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa > /proc/1/fd/1');
			const MiB = await diskOfLog(ground);
			return bounded(MiB < 4, `${MiB.toFixed(1)} MiB on disk`);
		}
	},
	{
		...{ number: 35, name: 'Use up the watches on files that all share', expected: { runc: 'bounded' } },
		unless: () =>
			inotifyInstances >= 1024
				? null
				: `fs.inotify.max_user_instances is ${inotifyInstances}; the operator’s page asks for 8192`,
		async run({ python, victim }) {
			const take =
				'import ctypes, time\nlibc = ctypes.CDLL(None)\nprint(sum(libc.inotify_init() >= 0 for _ in range(4000)), flush=True)';
			const holding = python(`${take}\ntime.sleep(4)`);
			await new Promise((resolve) => setTimeout(resolve, 1500));
			const theirs = await victim.exec('box', {
				command: ['python3'],
				script: 'import ctypes\nprint(ctypes.CDLL(None).inotify_init())'
			});
			const taken = (await holding).stdout.trim();
			return bounded(Number(theirs.stdout) >= 0, `${taken} taken, and the other learner has one`);
		}
	},
	{
		...{
			number: 36,
			name: 'Use up the processes of a user that all sandboxes share',
			expected: { runc: 'blocked' }
		},
		async run({ inspect, mallory }) {
			const { HostConfig } = await inspect(mallory, 'box');
			const limits = (HostConfig.Ulimits ?? []) as { Name: string }[];
			const shared = limits.some(({ Name }) => Name === 'nproc');
			return { outcome: shared ? 'open' : 'blocked', seen: 'processes are counted by sandbox, not by user' };
		}
	},
	{
		...{ number: 37, name: 'Leave core dumps behind', expected: { runc: 'blocked' } },
		async run({ root }) {
			const { stdout } = await root(
				"ulimit -c unlimited 2>/dev/null; cd /var/tmp; sh -c 'kill -SEGV $$' 2>/dev/null; ulimit -Hc; ls | grep ^core"
			);
			return { outcome: stdout === '0\n' ? 'blocked' : 'open', seen: stdout.trim().replaceAll('\n', ' ') };
		}
	},
	{
		...{
			number: 89,
			name: 'Fill the disk with files that are deleted but held',
			expected: { runc: 'bounded' }
		},
		unless: ({ atHome }) => (atHome ? null : 'deleted files are counted only on the engine’s own machine'),
		run: (ground) =>
			stopped(
				ground,
				'hider',
				`import mmap, os, time
held = []
for n in range(6):
    file = open(f'/var/tmp/{n}', 'w+b'); file.write(bytes(40 << 20)); file.flush()
    os.unlink(f'/var/tmp/{n}')
    held.append(file if n % 2 else mmap.mmap(file.fileno(), 40 << 20)); time.sleep(0.2)
time.sleep(40)`
			)
	}
];
