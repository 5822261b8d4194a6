import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Fault, Lab } from '#lib/server/labs/index.ts';
import { Ground, makeLab, script, scriptCheck } from './testing.ts';

const onBox = (text: string) => ({ host: 'box', script: script(text), args: [], env: {}, timeoutSeconds: 5 });
/** Every time it is injected, a letter more stands in /count. */
const fault: Fault = {
	...{ id: 'gone', title: 'The service is gone', tell: 'Something has stopped.' },
	steps: [{ verb: 'run', step: onBox('printf x >> /count\nrm /scene\ntouch /broken') }],
	verify: onBox('test -f /broken'),
	...{ undo: null, instead: null }
};
const base = makeLab('one');
const lab = (changes: Partial<Fault> = {}): Lab =>
	makeLab('broken', {
		faults: [{ ...fault, ...changes }],
		tasks: [
			base.tasks[0]!,
			{
				...{ id: 'mend', title: 'Mend it', needs: ['make'], hints: [], points: 1 },
				fault: { ...fault, ...changes },
				checks: [scriptCheck('back', 'test -f /scene || fail "It is not there."')]
			}
		]
	});

let ground: Ground;
beforeEach(async () => {
	ground = new Ground();
	await ground.openRuns();
});
afterEach(() => ground.close());

async function begin(which: Lab) {
	ground.labs.set('broken', which);
	return ground.ready(1, which);
}
async function openTheTask(which: Lab) {
	const run = await begin(which);
	await ground.type(run, ['touch', '/made']);
	await ground.runs.check(run, which, 'make');
	return run;
}
const count = async (run: Parameters<Ground['type']>[0]) =>
	(await ground.type(run, ['cat', '/count'])).stdout;
const rows = () => ground.db.$client.prepare('select generation, state, detail from run_faults').all();
const settled = (state: string) =>
	vi.waitFor(() => expect(rows().at(-1)).toMatchObject({ state }), { timeout: 10_000 });

it('nothing breaks before the task opens, and then it breaks once', async () => {
	const which = lab();
	const run = await begin(which);
	expect((await ground.type(run, ['test', '-f', '/scene'])).code).toBe(0);
	await ground.type(run, ['touch', '/made']);
	await ground.runs.check(run, which, 'make');
	await settled('in');
	expect(ground.runs.faults.told(run, which)).toMatchObject({ mend: { text: 'Something has stopped.' } });
	expect(await ground.runs.check(run, which, 'mend')).toMatchObject([{ verdict: 'fail' }]);
	await ground.type(run, ['touch', '/scene']);
	expect(await ground.runs.check(run, which, 'mend')).toMatchObject([{ verdict: 'pass' }]);
	expect(await count(run)).toBe('x');
});

it('what is told of it names what this learner has, and stands in the recordings', async () => {
	const which = lab({ tell: 'The one called {{WORD}} has stopped.' });
	const run = await openTheTask(which);
	await settled('in');
	const text = `The one called ${ground.runs.values(1, which).WORD} has stopped.`;
	expect(ground.runs.faults.told(run, which).mend?.text).toBe(text);
	const marks = () => ground.runs.faults.marks({ runId: run.id, generation: run.generation });
	expect(marks()).toEqual([{ at: expect.any(Date) as Date, kind: 'fault', text }]);
	expect(ground.runs.faults.marks({ runId: run.id, generation: 2 })).toEqual([]);
});

it('what is not told stands in no recording while the run is on, and never with its cause', async () => {
	const which = lab({ tell: null });
	const run = await openTheTask(which);
	await settled('in');
	const marks = () => ground.runs.faults.marks({ runId: run.id, generation: run.generation });
	expect(marks()).toEqual([]);
	await ground.runs.stop(run);
	expect(marks()).toMatchObject([{ kind: 'fault', text: 'Something was broken' }]);
});

it('no check of the task looks before the damage is there', async () => {
	const which = lab({ verify: onBox('sleep 1; test -f /broken') });
	const run = await openTheTask(which);
	expect(await ground.runs.check(run, which, 'mend')).toMatchObject({
		refused: expect.stringContaining('is being set up')
	});
	await settled('in');
});

it('new machines are whole again, and break again', async () => {
	const which = lab();
	const run = await openTheTask(which);
	await settled('in');
	await ground.runs.reset(run, which);
	await vi.waitFor(() => expect(ground.runs.current(1, 'broken')?.readyAt).toBeTruthy());
	const next = ground.runs.current(1, 'broken')!;
	expect((await ground.type(next, ['test', '-f', '/scene'])).code).toBe(0);
	await ground.type(next, ['touch', '/made']);
	await ground.runs.check(next, which, 'make');
	await vi.waitFor(() => expect(rows()).toMatchObject([{ generation: 1 }, { generation: 2, state: 'in' }]));
});

it('a fault that does not hurt is not held against the learner', async () => {
	const which = lab({ verify: onBox('false') });
	const run = await openTheTask(which);
	await settled('failed');
	expect(rows()[0]).toMatchObject({
		detail: expect.stringContaining('ends with 1 after the fault was injected')
	});
	expect(await ground.runs.check(run, which, 'mend')).toMatchObject({
		refused: expect.stringContaining('It does not count against you')
	});
});

it.each([
	['that had broken it already', true, 'x'],
	['before it broke anything', false, 'x']
])('a server that died %s leaves it broken once', async (_, hadBroken, expected) => {
	const which = lab();
	const run = await begin(which);
	await ground.runs.close();
	// As the server leaves it: the row is in, and perhaps the deed is done.
	const { progress, db } = ground;
	const seen = {
		runId: run.id,
		generation: 1,
		userId: 1,
		labId: 'broken',
		digest: 'd1',
		task: 'make',
		check: 'made'
	};
	progress.record({
		...seen,
		verdict: 'pass',
		score: 1,
		message: '',
		log: '',
		milliseconds: 1,
		trigger: 'button',
		answer: null
	});
	const row = 'insert into run_faults (run_id, generation, fault, state, at) values (?, 1, ?, ?, 0)';
	db.$client.prepare(row).run(run.id, 'gone', 'under-way');
	const sandbox = await ground.engine.find(`run-${run.id}-1`);
	if (hadBroken)
		await sandbox!.exec('box', { command: ['bash'], script: 'printf x >> /count\nrm /scene\ntouch /broken' });

	await ground.openRuns();
	await settled('in');
	expect(await count(run)).toBe(expected);
});
