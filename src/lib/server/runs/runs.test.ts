import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bulletin } from '../bulletin.ts';
import { MEMORY, openDb, runs as runsTable, users, type Db, type Run } from '#lib/server/db/index.ts';
import type { Check, Host, Lab } from '#lib/server/labs/index.ts';
import { Progress } from '#lib/server/progress/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Runs, type Limits } from './index.ts';

const script = (text: string) => ({ path: 'lab.yaml', interpreter: 'bash' as const, text });
const scriptCheck = (id: string, text: string, changes: object = {}) =>
	({
		id,
		title: id,
		type: 'script',
		host: 'box',
		script: script(text),
		args: [],
		timeoutSeconds: 5,
		points: 1,
		hidden: false,
		mode: 'once',
		initially: 'fail',
		trigger: 'button',
		...changes
	}) as Check;
const answerCheck = (id: string, expect: string, attempts: number | null = null) =>
	({
		id,
		title: id,
		type: 'answer',
		expect: { text: [expect] },
		attempts,
		points: 1,
		hidden: false,
		mode: 'once',
		initially: 'fail',
		trigger: 'button'
	}) as Check;
const box = {
	name: 'box',
	image: 'linux',
	user: 'learner',
	hidden: false,
	profile: 'standard',
	sudo: false,
	networks: [],
	limits: { memoryMiB: 64, cpus: 1, pids: 64, diskMiB: 64 },
	env: {},
	files: [],
	ready: null,
	needs: []
} as Host;
const makeLab = (id: string, changes: Partial<Lab> = {}) =>
	({
		id,
		title: `Lab ${id}`,
		digest: 'd1',
		version: '1',
		minutes: 20,
		params: [{ name: 'WORD', type: 'token', bytes: 4, secret: false }],
		networks: [],
		hosts: [box],
		setup: [{ host: 'box', script: script('touch /scene'), args: [], env: {}, timeoutSeconds: 5 }],
		tasks: [
			{
				id: 'make',
				title: 'Make it',
				needs: [],
				hints: [],
				points: 1,
				checks: [scriptCheck('made', 'test -f /made || fail "There is no /made yet."')]
			},
			{
				id: 'tell',
				title: 'Tell',
				needs: ['make'],
				hints: [],
				points: 1,
				checks: [answerCheck('word', '{{WORD}}', 2)]
			}
		],
		...changes
	}) as Lab;

const LIMITS: Limits = { total: 3, perLearner: 2, minutes: 60, minutesMax: 100, idleMinutes: 45 };

describe('runs', () => {
	let db: Db, engine: SandboxEngine, runs: Runs, progress: Progress;
	const labs = new Map(['one', 'two', 'three'].map((id) => [id, makeLab(id)]));
	const lab = labs.get('one')!;

	const openRuns = (limits = LIMITS) => {
		const bulletin = new Bulletin();
		const catalogue = { lab: (id: string) => labs.get(id) ?? null };
		progress = new Progress({ db, bulletin, labs: catalogue });
		return new Runs({
			db,
			engine,
			labs: catalogue,
			progress,
			bulletin,
			log: pino({ level: 'silent' }),
			key: 'key',
			limits
		});
	};
	beforeEach(async () => {
		db = openDb(MEMORY);
		for (const id of [1, 2, 3]) {
			db.insert(users)
				.values({ id, name: `user${id}`, passwordHash: '-', role: 'learner', createdAt: new Date() })
				.run();
		}
		engine = openEngine({ kind: 'memory' });
		runs = openRuns();
		await runs.open();
	});
	afterEach(async () => {
		await runs.close();
		await engine.close();
	});

	const ready = async (userId = 1, which = lab): Promise<Run> => {
		const run = ok(runs.start(userId, which));
		await vi.waitFor(() =>
			expect(runs.current(userId, which.id)?.readyAt ?? runs.last(userId, which.id)?.endedAt).not.toBeNull()
		);
		return runs.current(userId, which.id) ?? run;
	};
	const type = async (run: Run, command: string[]) => (await runs.sandbox(run))!.exec('box', { command });

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
		await ready(1, labs.get('two')!);
		expect(runs.start(1, labs.get('three')!)).toEqual({
			refused: expect.stringContaining('Lab two, Lab one')
		});
		await ready(2, lab);
		expect(runs.start(3, lab)).toEqual({ refused: expect.stringContaining('Every sandbox') });
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

	describe('after a crash of the server', () => {
		const restart = async () => {
			await runs.close();
			runs = openRuns();
			await runs.open();
		};

		it('go on where they were', async () => {
			const run = await ready();
			await type(run, ['touch', '/made']);
			await restart();
			expect((await type(runs.current(1, 'one')!, ['test', '-f', '/made'])).code).toBe(0);
		});

		it('end with a sentence when they were only starting', async () => {
			const now = new Date();
			db.insert(runsTable)
				.values({ userId: 1, labId: 'one', digest: 'd', startedAt: now, deadline: now, lastSeenAt: now })
				.run();
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
		runs = openRuns();
		await runs.open();
		expect(runs.last(1, 'one')?.endReason).toContain('time of this lab was over');
		expect(runs.last(2, 'one')?.endReason).toContain('45 minutes');
		expect(await engine.list()).toEqual([]);
	});

	it('open their machines to their own learner only', async () => {
		const run = await ready();
		expect(await runs.sandboxFor(1, run.id)).not.toBeNull();
		expect(await runs.sandboxFor(2, run.id)).toBeNull();
	});
});

function ok<T>(value: T | Refusal): T {
	if (refused(value)) throw new Error(value.refused);
	return value;
}
