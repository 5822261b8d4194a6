import { afterEach, beforeEach, expect, it } from 'vitest';
import { Ground, makeLab, script } from './testing.ts';

let ground: Ground;
beforeEach(async () => {
	ground = new Ground();
	await ground.openRuns();
});
afterEach(() => ground.close());

it('starts that failed are told to the operator, with the reason and without what is said to learners', async () => {
	const broken = makeLab('broken', {
		setup: [{ host: 'box', script: script('no-such-command'), args: [], env: {}, timeoutSeconds: 5 }]
	});
	await ground.ready(1, broken);
	await ground.ready(1, makeLab('one'));
	const before = new Date(Date.now() - 60_000);
	const [failed, ...others] = ground.runs.capacity.failedStarts(before, 10);
	expect(others).toEqual([]);
	expect(failed).toMatchObject({ run: { labId: 'broken' } });
	expect(failed?.reason).not.toBe('');
	expect(failed?.reason).not.toContain('fault');
	expect(ground.runs.capacity.failedStarts(new Date(Date.now() + 60_000), 10)).toEqual([]);
	expect(ground.runs.capacity.counts()).toEqual({ waiting: 0, starting: 0, ready: 1 });
});
