/** Attacks 38, 41 to 47, 50, 53, 54 and 86: servers, engines and first processes that end when it suits nobody. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openEngine, type SandboxEngine } from '../../src/lib/server/sandbox/index.ts';
import type { Attack, Ending, Ground } from './attack.ts';

const run = promisify(execFile);
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const judged = (kept: boolean, seen: string): Ending => ({ outcome: kept ? 'bounded' : 'open', seen });

/** A second server on the same engine, with its own sandboxes. */
const another = ({ address }: Ground, instance: string): SandboxEngine =>
	openEngine({ kind: 'docker', address, containers: resolve('containers'), instance });

/** Run a program of this suite in a process of its own, and kill it after so long, or when it says a word. */
async function killed(script: string, args: string[], when: number | string): Promise<string> {
	const child = spawn(process.execPath, [resolve('tests/attacks', script), ...args], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let said = '';
	const ended = new Promise((done) => child.once('exit', done));
	child.stdout.on('data', (bytes: Buffer) => {
		said += bytes.toString();
		if (typeof when === 'string' && said.includes(when)) child.kill('SIGKILL');
	});
	if (typeof when === 'number') setTimeout(() => child.kill('SIGKILL'), when);
	await ended;
	return said;
}

/** Everything of an instance that is left on the engine. */
async function leftovers({ docker }: Ground, instance: string): Promise<string[]> {
	const filters = { label: [`labwright.instance=${instance}`] };
	const { Volumes } = await docker.listVolumes({ filters } as object);
	return [
		...(await docker.listContainers({ all: true, filters })).map(({ Id }) => `container ${Id.slice(0, 8)}`),
		...(await docker.listNetworks({ filters })).map(({ Name }) => `network ${Name}`),
		...(Volumes ?? []).map(({ Name }) => `volume ${Name}`)
	];
}

/** The engine goes and comes back: who was there is there, and can work on. */
async function engineEnds(ground: Ground, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
	const { daemon, mallory, engine } = ground;
	await mallory.exec('box', { command: ['sh', '-c', `echo ${signal} > /var/tmp/before`] });
	await daemon?.stop(signal);
	const meanwhile = await engine.find('mallory').then(
		() => 'an answer',
		() => 'a refusal'
	);
	await daemon?.start();
	const there = await engine.find('mallory');
	const read = await there?.exec('box', { command: ['cat', '/var/tmp/before'] });
	return judged(
		meanwhile === 'a refusal' && read?.stdout === `${signal}\n`,
		there ? 'nobody’s work ended, and no run was taken for over meanwhile' : 'the sandbox is gone'
	);
}

const notOurs = ({ daemon, userNamespaces }: Ground) => {
	if (!daemon) return 'the engine is not the suite’s own';
	return userNamespaces
		? 'this one remaps users in a file system of its own, and cannot come back to it'
		: null;
};

export const lifecycleAttacks: Attack[] = [
	{
		...{ number: 38, name: 'Flood a terminal that nobody reads', expected: { runc: 'bounded' }, slow: true },
		async run({ mallory }) {
			const shell = await mallory.shell('box', { id: 'flood', cols: 80, rows: 24 });
			shell.write(Buffer.from('yes\r'));
			await pause(1000);
			const before = process.memoryUsage().rss;
			await pause(4000);
			const MiB = (process.memoryUsage().rss - before) / 1024 ** 2;
			shell.close();
			return judged(MiB < 32, `${Math.max(0, MiB).toFixed(0)} MiB more in four seconds`);
		}
	},
	{
		...{ number: 41, name: 'Kill the server while a lab starts', expected: { runc: 'bounded' }, slow: true },
		async run(ground) {
			const left: string[] = [];
			for (const milliseconds of [400, 700, 1000, 1400, 2000]) {
				const instance = `k${milliseconds}`;
				await killed('starter.ts', [ground.address, instance, '600'], milliseconds);
				const after = another(ground, instance);
				for (const name of await after.list()) await after.remove(name);
				await after.remove('killed'); // as a row without machines is given up
				await after.close();
				left.push(...(await leftovers(ground, instance)));
			}
			return judged(
				left.length === 0,
				left.length === 0 ? 'one pass left nothing, at five moments' : left.join(', ')
			);
		}
	},
	{
		...{ number: 43, name: 'Restart the engine under a lab', expected: { runc: 'bounded' }, slow: true },
		unless: notOurs,
		run: (ground) => engineEnds(ground, 'SIGTERM')
	},
	{
		...{ number: 44, name: 'Kill the engine under a lab', expected: { runc: 'bounded' }, slow: true },
		unless: notOurs,
		run: (ground) => engineEnds(ground, 'SIGKILL')
	},
	{
		...{ number: 46, name: 'Take a host away behind the server’s back', expected: { runc: 'bounded' } },
		async run({ another, docker, engine, inspect }) {
			const sandbox = await another('vanished');
			await docker.getContainer((await inspect(sandbox, 'box')).Id).remove({ force: true });
			const found = await engine.find('vanished');
			await engine.remove('vanished');
			return judged(found === null, found ? 'it is taken for running' : 'the sandbox is known to be gone');
		}
	},
	{
		...{ number: 47, name: 'Outlive the time of a lab while no server runs', expected: { runc: 'bounded' } },
		async run(ground) {
			await killed('starter.ts', [ground.address, 'late', '4'], 'started');
			await pause(8000);
			const after = another(ground, 'late');
			const found = await after.find('killed');
			for (const name of await after.list()) await after.remove(name);
			await after.close();
			const left = await leftovers(ground, 'late');
			return judged(
				found === null && left.length === 0,
				found ? 'it lives on' : 'it ended by itself, and was cleared away'
			);
		}
	},
	{
		...{ number: 50, name: 'End the first process of one’s own host', expected: { runc: 'bounded' } },
		async run({ another, engine }) {
			const sandbox = await another('suicide');
			await sandbox.exec('box', { command: ['kill', '-9', '1'] });
			const spared = (await engine.find('suicide')) !== null;
			await sandbox.exec('box', { command: ['kill', '-TERM', '1'] }).catch(() => {});
			for (let tries = 0; tries < 50 && (await engine.find('suicide')); tries++) await pause(200);
			const found = await engine.find('suicide');
			await engine.remove('suicide');
			return judged(spared && found === null, found ? 'it is taken for running' : 'only that lab ended');
		}
	},
	{
		...{
			number: 53,
			name: 'Kill the server while it writes results',
			expected: { runc: 'bounded' },
			slow: true
		},
		async run() {
			const folder = await mkdtemp(join(tmpdir(), 'labwright-attack-'));
			try {
				let told = 0;
				for (const row of [100, 200, 300]) {
					const said = await killed('writer.ts', [folder], `\n${row}\n`);
					told = Number(said.trim().split('\n').at(-1));
				}
				const { stdout } = await run(process.execPath, [resolve('tests/attacks/writer.ts'), folder, 'count']);
				return judged(
					told > 0 && Number(stdout) >= told,
					`${told} were acknowledged, ${stdout.trim()} are there`
				);
			} finally {
				await rm(folder, { recursive: true });
			}
		}
	},
	{
		...{ number: 54, name: 'Fill the disk the results lie on', expected: { runc: 'bounded' }, slow: true },
		unless: ({ atHome }) => (atHome ? null : 'a disk to fill can be mounted only as root'),
		async run({ engine, another }) {
			const folder = await mkdtemp(join(tmpdir(), 'labwright-attack-'));
			await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder]);
			try {
				await another('unwritten');
				await run(process.execPath, [resolve('tests/attacks/writer.ts'), folder, 'once']);
				const { bavail, bsize } = await statfs(folder);
				await writeFile(join(folder, 'full'), Buffer.alloc(Math.max(0, bavail * bsize)));
				const closed = await run(process.execPath, [resolve('tests/attacks/writer.ts'), folder, 'many']).then(
					() => false,
					(error: Error) => /full|disk/i.test(error.message)
				);
				await engine.remove('unwritten');
				await rm(join(folder, 'full'));
				await run(process.execPath, [resolve('tests/attacks/writer.ts'), folder, 'once']);
				return judged(
					closed && !(await engine.find('unwritten')),
					'what cannot be written is refused, and labs can be stopped'
				);
			} finally {
				await run('umount', ['-l', folder]);
				await rm(folder, { recursive: true });
			}
		}
	},
	{
		...{ number: 86, name: 'Write lines of one’s own into the log', expected: { runc: 'blocked' } },
		async run() {
			const entry = JSON.stringify({ name: 'ada\n{"level":60,"msg":"forged"}' });
			const script = `import { openLog } from '${resolve('src/lib/server/log.ts')}';
				openLog('info').info(${entry}, ${JSON.stringify('said\nforged')});`;
			const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
			const lines = stdout.trim().split('\n').length;
			return { outcome: lines === 1 ? 'blocked' : 'open', seen: `one entry is ${lines} line` };
		}
	}
];
