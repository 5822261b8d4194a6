import { setTimeout as pause } from 'node:timers/promises';
import { Learner } from '../bench/learner.ts';
import { Premises } from './premises.ts';
import { expect, platformFor, test } from './platform.ts';

const CLASS = 12;
const PLACES = 8;
const WITHIN_MILLISECONDS = 2000;
const platform = platformFor(() => ({ MAX_SANDBOXES: `${PLACES}`, LOG_LEVEL: 'warn' }));

test('a class that starts within two seconds, with nothing prepared, all get a prompt or an honest place in line', async () => {
	test.setTimeout(600_000);
	const premises = new Premises(platform.it);
	const everybody: Learner[] = [];
	for (let n = 0; n < CLASS; n++)
		everybody.push(await Learner.signUp(platform.it.origin, `learner-${n}`, 'hello-file'));

	const answers = await Promise.all(
		everybody.map(async (learner, n) => {
			await pause((n / CLASS) * WITHIN_MILLISECONDS);
			await learner.press('start');
			const run = await learner.run();
			if (run?.state !== 'waiting') await prompted(learner);
			return { learner, place: run?.state === 'waiting' ? run.place : null };
		})
	);
	const inside = answers.filter(({ place }) => place === null);
	const inLine = answers.filter(({ place }) => place !== null);
	expect(inside.length).toBe(PLACES);
	expect(inLine.map(({ place }) => place?.before).toSorted()).toEqual([0, 1, 2, 3]);
	for (const { place } of inLine) expect(place?.turn).toBeGreaterThan(Date.now());

	await test.step('and those in line get theirs as others leave', async () => {
		for (const { learner } of inside.slice(0, CLASS - PLACES)) await learner.press('stop');
		await Promise.all(inLine.map(({ learner }) => prompted(learner)));
	});
	expect(await premises.lies()).toEqual([]);
	premises.close();
});

/** Wait for the machines as the page does, and see the prompt in a terminal. */
async function prompted(learner: Learner): Promise<void> {
	const line = await learner.terminal(await learner.start(), 'main');
	await line.close();
}
