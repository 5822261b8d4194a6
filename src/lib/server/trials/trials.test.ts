import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Auth } from '../auth/index.ts';
import { attempts, pooledSandboxes, users, type Role } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { attemptCounts, peopleCounts } from '../metrics/counts.ts';
import { People } from '../people/index.ts';
import { answerCheck, Ground, makeLab, ok, script, scriptCheck } from '../runs/testing.ts';
import { Watchings } from '../watching/index.ts';
import { Trials } from './index.ts';

const AUTHOR = { id: 1, name: 'user1' };
const task = (id: string, needs: string[], checks: object[]) =>
	({ id, title: `Task ${id}`, needs, fault: null, hints: [], points: 1, checks }) as Lab['tasks'][0];
const solve = (task: string, text: string) => ({
	...{ task, host: 'box', answers: {} },
	script: { ...script(text), path: `solve/${task}.sh` }
});
const quiz = (id: string) =>
	({
		...{ id, title: id, type: 'quiz', points: 1, hidden: false, mode: 'once', attempts: null },
		quiz: {
			...{ path: 'quiz/q.yaml', shuffle: true },
			questions: [
				{ id: 'a', type: 'choice', points: 1, why: null, options: [{ text: 'no', right: false }, { text: 'yes', right: true }] }, // prettier-ignore
				{ id: 'b', type: 'order', points: 1, why: null, items: ['one', 'two', 'three'] },
				{ id: 'c', type: 'number', points: 1, why: null, answer: '7', tolerance: 0 },
				{ id: 'd', type: 'text', points: 1, why: null, expect: { text: ['{{WORD}}'] } }
			]
		}
	}) as object;
const lab = makeLab('one', {
	tasks: [
		task('make', [], [scriptCheck('made', 'test -f /made || fail "There is no /made yet."')]),
		task('tell', ['make'], [answerCheck('word', '{{WORD}}', 1), quiz('quiz')]),
		task('last', ['tell'], [scriptCheck('end', 'test -f /end', { trigger: 'submit' })]),
		task('over', ['last'], [scriptCheck('more', 'test -f /more')])
	],
	solutions: [
		solve('make', 'touch /made'),
		{ task: 'tell', host: null, script: null, answers: { word: '{{WORD}}' } },
		solve('last', 'touch /end')
	]
} as Partial<Lab>);

let ground: Ground;
let trials: Trials;
beforeEach(async () => {
	ground = new Ground();
	ground.labs.set('one', lab);
	await ground.openRuns();
	as(1, 'instructor');
	trials = trialsOn();
});
afterEach(async () => {
	trials.jumps.close();
	await ground.close();
});

const trialsOn = () => new Trials({ ...ground, log: pino({ level: 'silent' }) });
const as = (id: number, role: Role) => ground.db.update(users).set({ role }).where(eq(users.id, id)).run();
const states = (userId: number) =>
	ground.progress.standing(userId, lab, ground.runs.current(userId, 'one')).map(({ state }) => state);
const landed = (userId: number) =>
	vi.waitFor(() => expect(trials.jumps.view(userId, 'one')).toMatchObject({ doing: null }), {
		timeout: 60_000,
		interval: 50
	});

async function jumped(to: string, from = lab) {
	const { id } = trials.begin(AUTHOR, 'one');
	expect(trials.jumps.start(id, from, to)).toBeNull();
	await landed(id);
	return id;
}

describe('a trial', () => {
	it('is in an account of the author, the same one each time, until they end it', () => {
		expect(trials.accountIn(1, 'one')).toBeNull();
		const account = trials.begin(AUTHOR, 'one');
		expect(account).toMatchObject({ name: 'user1 (trial)', role: 'learner' });
		expect(trials.begin(AUTHOR, 'two').id).toBe(account.id);
		expect(trials.accountIn(1, 'one')).toEqual(account);
		expect(trials.accountIn(2, 'one')).toBeNull();
		trials.end(AUTHOR, 'one');
		expect(trials.accountIn(1, 'one')).toBeNull();
		expect(trials.accountIn(1, 'two')).toEqual(account);
	});

	it('has machines that open to its author alone, and only while they are one', async () => {
		const { id } = trials.begin(AUTHOR, 'one');
		const run = await ground.ready(id, lab);
		expect([1, 2, id].map((person) => trials.mayWork(person, run))).toEqual([true, false, false]);
		as(1, 'learner');
		expect(trials.mayWork(1, run)).toBe(false);
	});

	it('counts nobody: not among people, not in figures, not among the runs others may watch', async () => {
		const { id } = trials.begin(AUTHOR, 'one');
		const run = await ground.ready(id, lab);
		await ground.runs.check(run, lab, 'make');
		const people = new People(ground.db, {} as Auth);
		expect(people.list().people.map(({ name }) => name)).toEqual(['user1', 'user2', 'user3']);
		expect(people.changeRole(id, 'operator')).toHaveProperty('refused');
		expect(people.newEntry(id, 1)).toHaveProperty('refused');
		expect(new Watchings(ground).underway(run.id)).toBeNull();
		expect(peopleCounts(ground.db)).toEqual([
			{ role: 'instructor', count: 1 },
			{ role: 'learner', count: 2 }
		]);
		expect(attemptCounts(ground.db)).toEqual([]);
	});

	it('leaves what it tried behind when it ends: the next one begins as somebody new', async () => {
		const id = await jumped('tell');
		await ground.runs.stop(ground.runs.current(id, 'one')!);
		trials.end(AUTHOR, 'one');
		expect(ground.progress.doneTasksOf(id, lab)).toEqual(new Set());
	});

	it('takes no machines that wait for a class, and asks for none to wait', async () => {
		await ground.runs.close();
		const pool = { sandboxes: 1, memoryMiB: 1024 };
		await ground.openRuns({ pool });
		const { id } = trials.begin(AUTHOR, 'one');
		await ground.ready(id, lab);
		await ground.runs.close();
		await ground.openRuns({ pool });
		await ground.runs.capacity.settled();
		expect(ground.runs.capacity.pooled()).toEqual([]);
		await ground.runs.stop(await ground.ready(2, lab));
		await ground.runs.stop(ground.runs.current(id, 'one')!);
		await ground.runs.close();
		await ground.openRuns({ pool });
		await ground.runs.capacity.settled();
		expect(ground.db.select().from(pooledSandboxes).all()).toHaveLength(1);
		trials = trialsOn();
		expect((await ground.ready(id, lab)).sandbox).toBeNull();
		expect((await ground.ready(3, lab)).sandbox).not.toBeNull();
	});
});

describe('a jump', () => {
	it('starts the machines, solves what is before the task, and has the checks look', async () => {
		const id = await jumped('over');
		expect(trials.jumps.view(id, 'one')).toEqual({ to: 'Task over', doing: null, problem: null });
		expect(states(id)).toEqual(['done', 'done', 'done', 'open']);
		const kept = ground.db.select().from(attempts).where(eq(attempts.userId, id)).all();
		expect(kept.map(({ check, verdict, trigger }) => [check, verdict, trigger])).toEqual([
			['made', 'pass', 'button'],
			['word', 'pass', 'button'],
			['quiz', 'pass', 'button'],
			['end', 'pass', 'submit']
		]);
		expect(ground.progress.doneTasks(1)).toEqual(new Map());
	});

	it('goes on from where the trial stands, and back on new machines', async () => {
		const id = await jumped('tell');
		expect(states(id)).toEqual(['done', 'open', 'closed', 'closed']);
		await jumped('last');
		const run = ground.runs.current(id, 'one')!;
		expect([run.generation, states(id)[1]]).toEqual([1, 'done']);
		await jumped('tell');
		expect(ground.runs.current(id, 'one')).toMatchObject({ id: run.id, generation: 2 });
		expect(states(id)).toEqual(['done', 'open', 'closed', 'closed']);
	});

	it('says which solution failed, and how', async () => {
		const broken = { ...lab, solutions: [solve('make', 'nonsense')] };
		const id = await jumped('tell', broken);
		expect(trials.jumps.view(id, 'one')?.problem).toMatch(
			/^The solution of “Task make” failed: solve\/make.sh ends with exit \d+/
		);
		expect(states(id)[0]).toBe('open');
	});

	it('says which task its solution does not turn green', { timeout: 60_000 }, async () => {
		const id = await jumped('tell', { ...lab, solutions: [] });
		expect(trials.jumps.view(id, 'one')?.problem).toBe(
			'“Task make” is not done after its solution. made: There is no /made yet.'
		);
	});

	it('is called off when the lab is stopped', async () => {
		const { id } = trials.begin(AUTHOR, 'one');
		trials.jumps.start(id, { ...lab, solutions: [] }, 'over');
		await vi.waitFor(() => expect(ground.runs.current(id, 'one')?.readyAt).not.toBeNull());
		expect(trials.jumps.start(id, lab, 'tell')).toHaveProperty('refused');
		await ground.runs.stop(ground.runs.current(id, 'one')!);
		await landed(id);
		expect(ok(trials.jumps.view(id, 'one')!).problem).toBeNull();
	});

	it('needs no machines where the lab has none', async () => {
		const theory = {
			...lab,
			hosts: [],
			tasks: [lab.tasks[1]!, lab.tasks[3]!].map((one) => ({ ...one, needs: [] }))
		};
		const id = await jumped('over', theory);
		expect(ground.progress.standing(id, theory, null)[0]?.state).toBe('done');
		await jumped('tell', theory);
		expect(ground.progress.standing(id, theory, null)[0]?.state).toBe('open');
	});

	it('leads to no task that is not there', () => {
		expect(trials.jumps.start(trials.begin(AUTHOR, 'one').id, lab, 'nowhere')).toHaveProperty('refused');
	});
});
