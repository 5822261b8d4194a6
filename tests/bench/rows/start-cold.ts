/** From the click to the first bytes of a prompt, when no sandbox is waiting. */
import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { atMost, percentiles, type Figure } from '../figures.ts';
import { Learner, PROMPT } from '../learner.ts';
import { until } from '../line.ts';
import { openPty } from '../pty.ts';
import { clocked, inTurns, times, type Row } from '../row.ts';

const execute = promisify(execFile);

export const startCold: Row = {
	name: 'start-cold',
	async measure(site, share) {
		const { container } = await site.atWork();
		const bob = await Learner.signUp(site.origin, 'bob');
		const seen = await inTurns(times(10, share), {
			floor: async () => [await prompt(`docker exec -it -u learner ${container} bash`)],
			peer: async () => {
				const name = `${site.instance}-${randomBytes(4).toString('hex')}`;
				const options = `--name ${name} --label ${site.label} --network none -u learner`;
				const took = await prompt(`docker run -it ${options} ${site.image} bash`);
				await execute('docker', ['rm', '-f', name]);
				return [took];
			},
			ours: async () => {
				const took = await clocked(async () => {
					const line = await bob.terminal(await bob.start(), 'main');
					void line.close();
				});
				await bob.press('stop');
				return [took];
			}
		});
		const figure = (who: Figure['who'], what: string): Figure => ({
			...{ who, what, unit: 'ms' },
			values: percentiles(seen[who] ?? [], 0.5, 0.95)
		});
		const figures = [
			figure('floor', '`docker exec -it`: a shell where a machine is already running'),
			figure('peer', '`docker run -it --network none` to its prompt'),
			figure('ours', 'POST `?/start` → events → page data → first prompt bytes on the websocket')
		];
		const [, peer, ours] = figures;
		return {
			row: 'start-cold',
			title: 'From the click to the first bytes of a prompt: one host, no network, nothing prepared.',
			figures,
			goals: [atMost('p50', (ours?.values.p50 ?? NaN) / (peer?.values.p50 ?? NaN), 1.15)],
			notes: []
		};
	}
};

/** Milliseconds until a command on a terminal of this machine shows the prompt. */
async function prompt(command: string): Promise<number> {
	const line = openPty(`sh -c 'echo on-your-marks; read go; exec ${command}'`);
	await until(line, 'on-your-marks'); // starting the terminal itself is not held against it
	const prompted = until(line, PROMPT);
	const began = performance.now();
	line.type('\r');
	await prompted;
	const took = performance.now() - began;
	await line.close();
	return took;
}
