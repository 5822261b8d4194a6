import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { told } from '#lib/words/index.ts';
import { Ground, LIMITS, makeLab, ok } from './testing.ts';

const lab = makeLab('one');
let ground: Ground;
beforeEach(() => (ground = new Ground()));
afterEach(() => ground.close());

it('runs go on with their files after they were stopped for time, as long as those are kept', async () => {
	const limits = { ...LIMITS, keepHours: 1 };
	const reopen = async () => {
		await ground.runs?.close();
		await ground.openRuns({ limits });
	};
	await reopen();
	const run = await ground.ready(1, lab);
	await ground.type(run, ['touch', '/mine']);
	ground.db.$client.prepare('update runs set deadline = ? where id = ?').run(Date.now() - 1, run.id);
	await reopen();
	const over = ground.runs.last(1, 'one');
	expect(over).toMatchObject({ endReason: expect.stringContaining('was over') });
	learnLanguages();
	expect(speakIn('fr', () => told(over!.endReason!))).toContain('Le temps de ce lab était écoulé.');
	expect(over?.keptUntil?.getTime()).toBeGreaterThan(Date.now());
	expect(await ground.engine.find(`run-${run.id}-1`)).toBeNull();
	expect(await ground.engine.list()).toEqual([`run-${run.id}-1`]);

	expect(ok(ground.runs.start(1, lab, true)).id).toBe(run.id);
	await vi.waitFor(() => expect(ground.runs.current(1, 'one')?.readyAt).not.toBeNull());
	expect((await ground.type(ground.runs.current(1, 'one')!, ['test', '-f', '/mine'])).code).toBe(0);

	ground.db.$client.prepare('update runs set deadline = ? where id = ?').run(Date.now() - 1, run.id);
	await reopen();
	expect(ok(ground.runs.start(1, lab)).id).not.toBe(run.id); // afresh
	await reopen();
	expect(await ground.engine.list()).not.toContain(`run-${run.id}-1`);
});
