import { resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadLab, paramValues, type Lab } from '#lib/server/labs/index.ts';
import { openDocker } from '../engine.ts';
import { FAST, proveLab, Stages } from './index.ts';

const engine = await openDocker('plays');
const stages = new Stages(engine, 3);
afterAll(() => engine.close());

const tiny = async (name: string) =>
	(await loadLab(resolve('tests/labs/tiny-course/first-steps', name))).lab!;

/** The lab, with a check that cannot stand one value of a parameter. */
function pickyLab(lab: Lab, word: string): Lab {
	const picky = structuredClone({ ...lab, wrong: [] });
	const check = picky.tasks[0]!.checks[1]!;
	if (check.type === 'script')
		check.script.text = `[ -e /home/learner/hello.txt ] && [ "$WORD" != ${word} ] || fail "Not $WORD."`;
	return picky;
}

it(
	'a mistake that shows with some parameters only is found with more seeds',
	{ timeout: 60_000 },
	async () => {
		const lab = await tiny('hello-file');
		const words = [0, 1, 2, 3, 4, 5].map(
			(n) => paramValues(lab, { key: `${lab.id}-${n}`, learner: 'author', scope: 'proof' }).WORD!
		);
		const other = words.find((word) => word !== words[0])!;
		const once = await proveLab({ stages, lab: pickyLab(lab, other), how: FAST });
		expect(once).toMatchObject({ problems: [], plays: 1, seeds: 1 });

		const often = await proveLab({ stages, lab: pickyLab(lab, other), how: { ...FAST, seeds: 6 } });
		expect(often).toMatchObject({ plays: 6, seeds: 6, flakes: { seen: 0 } });
		expect(often.problems).toEqual([`Check greet/word is still red after the solution: Not ${other}.`]);
	}
);

it(
	'a lab that asks for a subnet is played several times at once, each on a network of its own',
	{ timeout: 60_000 },
	async () => {
		const lab = await tiny('two-hosts');
		expect(lab.networks.some(({ subnet }) => subnet !== null)).toBe(true);
		const both = Promise.withResolvers<void>();
		let there = 0;
		const meet = () => stages.on(lab, 'seed', () => (++there === 2 && both.resolve(), both.promise));
		await Promise.all([meet(), meet()]);

		const card = await proveLab({ stages, lab, how: { ...FAST, repeat: 3, seeds: 9 } });
		expect(card).toMatchObject({ problems: [], plays: 3, seeds: 1 });
		expect(card.flakes).toEqual({ seen: 0, of: 12 });
	}
);
