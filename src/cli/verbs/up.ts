/** `lab up` and `lab down`: a living sandbox for the author. */
import { visibleValues } from '#lib/server/labs/index.ts';
import type { Verb } from '../verb.ts';
import { atWorkbench } from '../workbench.ts';

export const up: Verb = {
	usage: 'DIR [--fresh]',
	about: 'Bring a lab’s machines up to work on it; they stay until `down`, or for 4 hours.',
	details: '  --fresh  take away what is up and begin again, as the learner’s Reset does',
	options: { fresh: { type: 'boolean' } },
	least: 1,
	run: ({ words: [folder = ''], options, paper }) =>
		atWorkbench(folder, async (bench) => {
			if (options.fresh) await bench.down();
			const { stage, fresh } = await bench.up(paper);
			const took = `${((stage.coldStartMilliseconds ?? 0) / 1000).toFixed(1)} s`;
			paper.say(
				fresh
					? paper.paint('green', `${bench.lab.id} is up after ${took}.`)
					: `${bench.lab.id} is up already. --fresh begins again.`
			);
			const hosts = bench.lab.hosts.map(({ name, user }) => `${name} (as ${user})`);
			paper.say(`hosts: ${hosts.join(', ')}`);
			for (const [name, value] of Object.entries(visibleValues(bench.lab, stage.values)))
				paper.say(`  ${name}=${value}`);
			return 0;
		})
};

export const down: Verb = {
	usage: 'DIR',
	about: 'Take them away.',
	options: {},
	least: 1,
	run: ({ words: [folder = ''], paper }) =>
		atWorkbench(folder, async (bench) => {
			const wasUp = await bench.down();
			paper.say(wasUp ? `${bench.lab.id} is gone.` : `${bench.lab.id} was not up.`);
			return 0;
		})
};
