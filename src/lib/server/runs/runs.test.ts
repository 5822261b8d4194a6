import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runs as runsTable, type Db, type Run } from '#lib/server/db/index.ts';
import type { Progress } from '#lib/server/progress/index.ts';
import type { Incident, SandboxEngine } from '#lib/server/sandbox/index.ts';
import type { Runs } from './index.ts';
import { Ground, makeLab, ok, script, scriptCheck } from './testing.ts';

describe('runs', () => {
	let ground: Ground, db: Db, engine: SandboxEngine, runs: Runs, progress: Progress;
	const lab = makeLab('one');
	const two = makeLab('two');

	const openRuns = async () => {
		await ground.openRuns();
		runs = ground.runs;
	};
	beforeEach(async () => {
		ground = new Ground();
		({ db, engine, progress } = ground);
		await openRuns();
	});
	afterEach(() => ground.close());

	const ready = (userId = 1, which = lab): Promise<Run> => ground.ready(userId, which);
	const type = (run: Run, command: string[]) => ground.type(run, command);

	it('bring up the machines and set the scene', async () => {
		const run = await ready();
		expect((await type(run, ['test', '-f', '/scene'])).code).toBe(0);
	});

	it('are one per lab and learner, however often Start is pressed', async () => {
		const ids = [1, 2, 3].map(() => ok(runs.start(1, lab)).id);
		expect(new Set(ids).size).toBe(1);
		await ready();
		expect(await engine.list()).toHaveLength(1);
	});

	it('are bounded for one learner and for all, in sentences that say what to do', async () => {
		await ready(1, lab);
		await ready(1, two);
		expect(runs.start(1, makeLab('three'))).toEqual({
			refused: expect.stringContaining('Lab two, Lab one')
		});
	});

	it('wait in line when every sandbox is in use, and begin by themselves', async () => {
		const first = await ready(1, lab);
		await ready(1, two);
		await ready(2, lab);
		const waiting = ok(runs.start(3, lab));
		const behind = ok(runs.start(2, two));
		expect(runs.capacity.place(waiting)).toMatchObject({ before: 0 });
		expect(runs.capacity.place(behind)).toMatchObject({ before: 1 });
		// Nobody has been here long, so the first place is free when the first lab is idle or must end.
		const turn = runs.capacity.place(waiting)?.turn?.getTime() ?? 0;
		expect(turn).toBeGreaterThan(Date.now() + 40 * 60_000);
		expect(turn).toBeLessThanOrEqual(first.deadline.getTime());
		await runs.stop(first);
		await vi.waitFor(() => expect(runs.current(3, 'one')?.readyAt).not.toBeNull());
		expect(runs.capacity.place(runs.current(2, 'two')!)).toMatchObject({ before: 0 });
	});

	it('keep their place in line over a restart, and give it up when the learner leaves', async () => {
		await ready(1, lab);
		await ready(1, two);
		await ready(2, lab);
		const waiting = ok(runs.start(3, lab));
		const gone = ok(runs.start(2, two));
		await runs.close();
		const long = Date.now() - 4 * 60_000;
		db.$client.prepare('update runs set last_seen_at = ? where id in (?, ?)').run(long, waiting.id, gone.id);
		const leave = ground.bulletin.listen(3, () => {}); // their page is still open
		await openRuns();
		expect(runs.capacity.place(runs.current(3, 'one')!)).toMatchObject({ before: 0 });
		expect(runs.current(2, 'two')).toBeNull();
		leave();
		await runs.stop(runs.current(3, 'one')!);
		expect(runs.last(3, 'one')).toBeNull();
	});

	it('are refused when the whole machine could not carry them', async () => {
		const heavy = makeLab('heavy', {
			hosts: [{ ...lab.hosts[0]!, limits: { memoryMiB: 999_999, cpus: 1, pids: 64, diskMiB: 64 } }]
		});
		expect(runs.start(1, heavy)).toEqual({ refused: expect.stringContaining('999999 MiB of memory') });
	});

	it('check a task on the real state, and keep what was seen', async () => {
		const run = await ready();
		expect(await runs.check(run, lab, 'make')).toEqual([
			{ check: 'made', verdict: 'fail', message: 'There is no /made yet.' }
		]);
		await type(run, ['touch', '/made']);
		expect(await runs.check(run, lab, 'make')).toMatchObject([{ verdict: 'pass' }]);
		expect(progress.standing(1, lab, run).map(({ state }) => state)).toEqual(['done', 'open']);
	});

	it('refuse a task that is not open yet, and one that is not there', async () => {
		const run = await ready();
		expect(runs.answer(1, lab, { taskId: 'tell', checkId: 'word', text: 'x' }, run)).toEqual({
			refused: expect.stringContaining('Make it')
		});
		expect(await runs.check(run, lab, 'nope')).toEqual({ refused: expect.stringContaining('no such task') });
	});

	it('compare answers with this learner’s own values, a bounded number of times', async () => {
		const run = await ready();
		await type(run, ['touch', '/made']);
		await runs.check(run, lab, 'make');
		const answer = (text: string) => runs.answer(1, lab, { taskId: 'tell', checkId: 'word', text }, run);
		const theirs = runs.values(2, lab).WORD!;
		expect(theirs).not.toBe(runs.values(1, lab).WORD);
		expect(answer(theirs)).toMatchObject({ verdict: 'fail', message: 'That is not it. One try left.' });
		expect(answer(runs.values(1, lab).WORD!)).toMatchObject({ verdict: 'pass' });
		expect(answer('again')).toEqual({ refused: expect.stringContaining('all 2 tries') });
	});

	it('begin anew on Reset: new machines, nothing reached on them yet', async () => {
		const run = await ready();
		await type(run, ['touch', '/made']);
		await runs.check(run, lab, 'make');
		await runs.reset(run, lab);
		const again = await ready();
		expect(again).toMatchObject({ id: run.id, generation: 2 });
		expect((await type(again, ['test', '-f', '/made'])).code).toBe(1);
		expect(progress.standing(1, lab, again)[0]?.state).toBe('open');
		expect(progress.doneTasks(1).get('one')).toEqual(new Set(['make']));
		expect(await engine.list()).toHaveLength(1);
	});

	it('leave nothing behind when they are stopped, even while starting', async () => {
		const run = ok(runs.start(1, lab));
		await runs.stop(run);
		await vi.waitFor(async () => expect(await engine.list()).toEqual([]));
		expect(runs.last(1, 'one')?.endReason).toBe('You stopped this lab.');
	});

	it('say that it is not the learner’s fault when a scene cannot be set', async () => {
		const broken = makeLab('broken', {
			setup: [{ host: 'box', script: script('no-such-command'), args: [], env: {}, timeoutSeconds: 5 }]
		});
		await ready(1, broken);
		expect(runs.last(1, 'broken')?.endReason).toContain('not your fault');
		expect(await engine.list()).toEqual([]);
	});

	it('can be extended, but not past the operator’s limit', async () => {
		const run = await ready();
		const later = ok(await runs.extend(run));
		expect(later.deadline.getTime() - run.deadline.getTime()).toBe(30 * 60_000);
		const last = ok(await runs.extend(later));
		expect(last.deadline).toEqual(runs.lastEnd(run));
		expect(await runs.extend(last)).toEqual({ refused: expect.stringContaining('100 minutes') });
	});

	describe('keep to the version they began with', () => {
		const revised = makeLab('one', {
			digest: 'd2',
			tasks: [{ ...lab.tasks[0]!, checks: [scriptCheck('made', 'fail "A new sentence."')] }]
		});

		it('while it is revised, until Reset', async () => {
			ground.labs.set('one', lab);
			const run = await ready();
			ground.labs.set('one', revised);
			expect(runs.labFor(1, 'one')).toBe(lab);
			expect(runs.labFor(2, 'one')).toBe(revised);
			await runs.reset(run, revised);
			const again = await ready();
			expect(again).toMatchObject({ generation: 2, digest: 'd2' });
			expect(runs.labOf(again)).toBe(revised);
		});

		it('in checks that look by themselves too', async () => {
			const watched = makeLab('one', {
				tasks: [
					{
						...lab.tasks[0]!,
						checks: [scriptCheck('made', 'fail "The old sentence."', { trigger: 'watch' })]
					}
				]
			});
			ground.labs.set('one', watched);
			const run = await ready(1, watched);
			ground.labs.set('one', revised);
			ground.bulletin.listen(1, () => {});
			runs.typed(run.id, true);
			await vi.waitFor(() =>
				expect(progress.standing(1, watched, run)[0]?.checks[0]?.message).toBe('The old sentence.')
			);
		});
	});

	it('tell what befell their machines, and end when those were stopped for it', async () => {
		let befall: (incident: Incident) => void = () => {};
		engine.onIncident = (listener) => {
			befall = listener;
			return () => {};
		};
		await runs.close();
		await openRuns();
		const run = await ready();
		const sandbox = `run-${run.id}-${run.generation}`;
		befall({ sandbox, host: 'box', kind: 'memory', text: 'A program was ended.', at: new Date() });
		expect(runs.notice(run)).toBe('A program was ended.');
		expect(runs.current(1, 'one')).not.toBeNull();
		befall({ sandbox, host: 'box', kind: 'disk', text: 'The disk is full.', at: new Date() });
		await vi.waitFor(() => expect(runs.last(1, 'one')?.endReason).toContain('The disk is full.'));
		await vi.waitFor(async () => expect(await engine.list()).toEqual([]));
	});

	describe('after a crash of the server', () => {
		const restart = async () => {
			await runs.close();
			await openRuns();
		};

		it('go on where they were', async () => {
			const run = await ready();
			await type(run, ['touch', '/made']);
			await restart();
			expect((await type(runs.current(1, 'one')!, ['test', '-f', '/made'])).code).toBe(0);
		});

		const begun = (moment: Date) =>
			db
				.insert(runsTable)
				.values({
					...{ userId: 1, labId: 'one', digest: 'd1', startedAt: moment },
					...{ deadline: new Date(Date.now() + 60_000), lastSeenAt: new Date() }
				})
				.returning()
				.get();

		it('come up anew when they were only starting', async () => {
			const { id } = begun(new Date());
			await engine.start(`run-${id}-1`, { hosts: [], networks: [], lifetimeSeconds: 60, labels: {} });
			await restart();
			await vi.waitFor(() => expect(runs.current(1, 'one')?.readyAt).not.toBeNull());
			expect((await type(runs.current(1, 'one')!, ['test', '-f', '/scene'])).code).toBe(0);
		});

		it('end with a sentence when they had been starting for too long', async () => {
			begun(new Date(Date.now() - 16 * 60_000));
			await restart();
			expect(runs.last(1, 'one')?.endReason).toContain('restarted while this lab was starting');
		});

		it('end with a sentence when their machines are gone', async () => {
			await ready();
			for (const name of await engine.list()) await engine.remove(name);
			await restart();
			expect(runs.last(1, 'one')?.endReason).toContain('has stopped');
		});

		it('leave no machine that belongs to nobody', async () => {
			await engine.start('run-99-1', { hosts: [], networks: [], lifetimeSeconds: 60, labels: {} });
			await restart();
			expect(await engine.list()).toEqual([]);
		});
	});

	it('end when their time is over or nobody is there', async () => {
		const { id } = await ready();
		const other = await ready(2);
		db.$client.prepare('update runs set deadline = ? where id = ?').run(Date.now() - 1, id);
		db.$client
			.prepare('update runs set last_seen_at = ? where id = ?')
			.run(Date.now() - 46 * 60_000, other.id);
		await runs.close();
		await openRuns();
		expect(runs.last(1, 'one')?.endReason).toContain('time of this lab was over');
		expect(runs.last(2, 'one')?.endReason).toContain('45 minutes');
		expect(await engine.list()).toEqual([]);
	});

	it('open their machines to their own learner only', async () => {
		const run = await ready();
		expect(await runs.sandboxFor(1, run.id)).not.toBeNull();
		expect(await runs.sandboxFor(2, run.id)).toBeNull();
	});

	it('keep when the first key was pressed in them, and only that', async () => {
		const run = await ready();
		expect(run.firstKeyAt).toBeNull();
		runs.typed(run.id, false);
		const first = runs.last(1, 'one')?.firstKeyAt;
		expect(first).toBeInstanceOf(Date);
		runs.typed(run.id, true);
		expect(runs.last(1, 'one')?.firstKeyAt).toEqual(first);
	});
});
