/**
 * From the click to the first bytes of a prompt, when sandboxes wait in the pool: one learner after
 * the other, and a class at once. On a server of its own, because every other row wants an empty pool.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BenchSite } from '../bench-site.ts';
import { atMost, percentile, percentiles, type Figure } from '../figures.ts';
import { Learner, PROMPT } from '../learner.ts';
import { until } from '../line.ts';
import { openPty } from '../pty.ts';
import { clocked, inTurns, times, type Row } from '../row.ts';

const execute = promisify(execFile);
const CLASS = 30;
const WITHIN_MILLISECONDS = 2000;
const SETTINGS = { POOL: `${CLASS}`, POOL_MIB: '16384', MAX_SANDBOXES: `${2 * CLASS}` };

const start = async (learner: Learner) =>
	clocked(async () => {
		const line = await learner.terminal(await learner.start(), 'main');
		void line.close();
	});

export const startWarm: Row = {
	name: 'start-warm',
	async measure(site, share) {
		const warm = new BenchSite(SETTINGS);
		try {
			await warm.open();
			const eve = await Learner.signUp(warm.origin, 'eve');
			const seen = await inTurns(times(40, share), {
				peer: async () => [await dockerRun(site)],
				ours: async () => {
					await warm.demand(1);
					const took = await start(eve);
					await eve.press('stop');
					return [took];
				}
			});
			const [peer, ours] = [of(seen.peer), of(seen.ours)];
			const figure = (who: Figure['who'], what: string, values = peer): Figure => ({
				...{ who, what, unit: 'ms', values }
			});
			return {
				row: 'start-warm',
				title: 'From the click to the first bytes of a prompt: a sandbox of the lab waits in the pool.',
				figures: [
					figure('peer', '`docker run -it --network none` to its prompt'),
					figure('ours', 'POST `?/start` → page data → first prompt bytes on the websocket', ours)
				],
				goals: [atMost('p50', ours.p50 / peer.p50, 0.15), atMost('p95', ours.p95 / peer.p95, 0.3)],
				notes: ['A sandbox from the pool is ready before the answer to the click is sent.']
			};
		} finally {
			await warm.close();
		}
	}
};

const of = (all: number[] = []) => ({ p50: percentile(all, 0.5), p95: percentile(all, 0.95) });

export const startClass: Row = {
	name: 'start-class',
	async measure() {
		const warm = new BenchSite(SETTINGS);
		try {
			await warm.open();
			const learners: Learner[] = [];
			for (let n = 0; n < CLASS; n++) learners.push(await Learner.signUp(warm.origin, `learner-${n}`));
			await warm.demand(CLASS);
			const alone = [];
			for (let n = 0; n < 5; n++) {
				alone.push(await start(learners[0]!));
				await learners[0]!.press('stop');
			}
			await warm.demand(CLASS);
			const all = await Promise.all(
				learners.map(async (learner, n) => {
					await pause((n / CLASS) * WITHIN_MILLISECONDS);
					return start(learner);
				})
			);
			const [one, many] = [percentiles(alone, 0.5), percentiles(all, 0.5, 0.95)];
			return {
				row: 'start-class',
				title: `${CLASS} learners start the same lab within two seconds, and as many sandboxes wait.`,
				figures: [
					{ who: 'floor', what: 'one learner alone', unit: 'ms', values: one },
					{ who: 'ours', what: 'every learner of the class, to the prompt', unit: 'ms', values: many }
				],
				goals: [atMost('p95', (many.p95 ?? NaN) / (one.p50 ?? NaN), 5)],
				notes: ['The clients of the class run on the same processors as the server.']
			};
		} finally {
			await warm.close();
		}
	}
};

/** What one would type instead. */
async function dockerRun(site: BenchSite): Promise<number> {
	const name = `${site.instance}-${randomBytes(4).toString('hex')}`;
	const options = `--name ${name} --label ${site.label} --network none -u learner`;
	const line = openPty(
		`sh -c 'echo on-your-marks; read go; exec docker run -it ${options} ${site.image} bash'`
	);
	await until(line, 'on-your-marks');
	const prompted = until(line, PROMPT);
	const took = await clocked(async () => {
		line.type('\r');
		await prompted;
	});
	await line.close();
	await execute('docker', ['rm', '-f', name]);
	return took;
}
