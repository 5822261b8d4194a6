/** What somebody who floods their terminal does to somebody who types in another. */
import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { atMost, percentiles, rounded, type Figure } from '../figures.ts';
import { PROMPT } from '../learner.ts';
import { echoes, echoOnly, until } from '../line.ts';
import { openPty } from '../pty.ts';
import { inTurns, times, type Row } from '../row.ts';
import type { Door } from '../terminal.ts';

const execute = promisify(execFile);

const KEYS_A_TURN = 100;

export const neighbour: Row = {
	name: 'neighbour',
	async measure(site, share) {
		const { learner, runId, container } = await site.atWork();
		const flooder = await site.newcomer('carl');
		const line = await learner.terminal(runId, 'neighbour');
		const plain = openPty(`docker exec -it -u learner ${container} bash`);
		await until(plain, PROMPT);
		for (const typist of [line, plain]) await echoOnly(typist);
		for (const typist of [line, plain]) await echoes(typist, 30);
		const speeds: number[] = [];
		const { origin, cookie } = flooder.learner;
		let turn = 0;
		const seen = await inTurns(times(4, share), {
			plainQuiet: () => echoes(plain, KEYS_A_TURN),
			plainFlooded: async () => {
				const flood = spawn('script', ['-qfc', `docker exec -it ${flooder.container} yes`, '/dev/null'], {
					stdio: 'ignore'
				});
				await pause(1000);
				const latencies = await echoes(plain, KEYS_A_TURN);
				await calm(flooder.container);
				flood.kill('SIGKILL');
				return latencies;
			},
			quiet: () => echoes(line, KEYS_A_TURN),
			flooded: async () => {
				const shell = `flood-${(turn += 1)}`;
				const flood = await startFlood({ origin, cookie, runId: flooder.runId, shell });
				const latencies = await echoes(line, KEYS_A_TURN);
				speeds.push(await flood.stop());
				await calm(flooder.container);
				return latencies;
			}
		});
		await Promise.all([line.close(), plain.close()]);
		await flooder.learner.press('stop');
		const figure = (who: Figure['who'], what: string, name: string): Figure => ({
			...{ who, what, unit: 'ms' },
			values: percentiles(seen[name] ?? [], 0.5, 0.99)
		});
		const figures = [
			figure('floor', 'the typist alone', 'quiet'),
			figure('peer', '`docker exec -it`, alone', 'plainQuiet'),
			figure('peer', '`docker exec -it` beside `docker exec -it … yes`', 'plainFlooded'),
			figure('ours', 'the typist beside one flooder', 'flooded')
		];
		const [quiet, , , flooded] = figures;
		return {
			row: 'neighbour',
			title: 'A typist’s echo while a neighbour on the same server runs `yes`.',
			figures,
			goals: [atMost('p99', (flooded?.values.p99 ?? NaN) / (quiet?.values.p99 ?? NaN), 3)],
			notes: [`The flooder was shown ${rounded(Math.min(...speeds))} MB/s or more meanwhile.`]
		};
	}
};

/** A shell goes on without anybody looking: end what runs in it. */
async function calm(container: string): Promise<void> {
	await execute('docker', ['exec', container, 'pkill', 'yes']);
	await pause(300);
}

/** `stop` says how many MB/s it was shown. */
async function startFlood(door: Door) {
	const thread = new Worker(new URL('../flooder.ts', import.meta.url), { workerData: door });
	let megabytes = 0;
	thread.on('message', (now: number) => (megabytes = now));
	const failed = new Promise<never>((_, reject) => thread.once('error', reject));
	await Promise.race([pause(1000), failed]);
	failed.catch(() => {});
	const [since, began] = [megabytes, performance.now()];
	return {
		async stop() {
			const speed = (megabytes - since) / ((performance.now() - began) / 1000);
			await thread.terminate();
			return speed;
		}
	};
}
