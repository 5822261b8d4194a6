import { beforeEach, describe, expect, it } from 'vitest';
import { Bulletin } from '../bulletin.ts';
import { MEMORY, openDb, runs, users, type Db } from '#lib/server/db/index.ts';
import type { Check, Lab, Task } from '#lib/server/labs/index.ts';
import { Progress } from './index.ts';

const check = (id: string, changes: Partial<Check> = {}) =>
	({ id, title: id, points: 2, hidden: false, mode: 'once', initially: 'fail', ...changes }) as Check;
const task = (id: string, checks: Check[], needs: string[] = []): Task => ({
	id,
	title: id,
	needs,
	fault: null,
	hints: [],
	checks,
	points: 2
});
const lab = {
	id: 'lab',
	tasks: [
		task('first', [check('a'), check('b')]),
		task('second', [check('c', { mode: 'hold' }), check('d', { hidden: true })], ['first'])
	]
} as Lab;

describe('progress', () => {
	let db: Db;
	let progress: Progress;
	let bulletin: Bulletin;
	let run: { id: number; generation: number };

	beforeEach(() => {
		db = openDb(MEMORY);
		bulletin = new Bulletin();
		progress = new Progress({ db, bulletin, labs: { lab: (id) => (id === 'lab' ? lab : null) } });
		const now = new Date();
		db.insert(users).values({ id: 1, name: 'ada', passwordHash: '-', role: 'learner', createdAt: now }).run();
		run = db
			.insert(runs)
			.values({ userId: 1, labId: 'lab', digest: 'd', startedAt: now, deadline: now, lastSeenAt: now })
			.returning()
			.get();
	});

	const record = (id: string, verdict: 'pass' | 'fail' | 'error', changes: object = {}) =>
		progress.record({
			userId: 1,
			runId: run.id,
			generation: run.generation,
			labId: 'lab',
			digest: 'd',
			task: 'ab'.includes(id) ? 'first' : 'second',
			check: id,
			verdict,
			score: verdict === 'pass' ? 1 : 0,
			message: `${id} ${verdict}`,
			answer: null,
			log: '',
			milliseconds: 1,
			trigger: 'button',
			...changes
		});
	const states = () => progress.standing(1, lab, run).map(({ state }) => state);

	it('counts a drill with points like one more check, and not as a task to do', () => {
		const withDrill = { ...lab, drill: { points: 10 } } as Lab;
		expect(progress.score(1, withDrill, run).total.of).toBe(18);
		record('objectives', 'fail', { task: '@drill', score: 0.6 });
		record('objectives', 'fail', { task: '@drill', score: 0.2 });
		expect(progress.score(1, withDrill, run).total.points).toBe(6);
		expect(progress.standing(1, withDrill, run)).toHaveLength(2);
	});

	it('is nothing before anything was tried', () => {
		expect(states()).toEqual(['open', 'closed']);
		expect(progress.doneTasks(1)).toEqual(new Map());
	});

	it('counts a task as done when all its visible checks have passed, and opens what needed it', () => {
		record('a', 'pass');
		expect(states()).toEqual(['open', 'closed']);
		record('b', 'pass');
		expect(states()).toEqual(['done', 'open']);
		record('c', 'pass');
		expect(states()).toEqual(['done', 'done']);
		expect(progress.doneTasks(1)).toEqual(new Map([['lab', new Set(['first', 'second'])]]));
	});

	it('tells of several people at once what each has done, and of nobody else', () => {
		const now = new Date();
		for (const id of [2, 3])
			db.insert(users)
				.values({ id, name: `p${id}`, passwordHash: '-', role: 'learner', createdAt: now })
				.run();
		for (const id of ['a', 'b']) record(id, 'pass');
		record('a', 'pass', { userId: 2, runId: null });
		for (const id of ['a', 'b']) record(id, 'pass', { userId: 3, runId: null });
		const people = progress.doneByPeople([1, 2, 3]);
		const done = (userId: number) => people.get(userId)!.get('lab')!;
		expect([...progress.doneByPeople([1, 2]).keys()].sort()).toEqual([1, 2]);
		expect(done(1).tasks).toEqual(new Set(['first']));
		expect(done(2).tasks).toEqual(new Set());
		expect(done(3).tasks).toEqual(new Set(['first']));
		expect(done(2).at.getTime()).toBeGreaterThanOrEqual(now.getTime());
		expect(progress.doneByPeople([])).toEqual(new Map());
		expect(progress.doneTasksOf(1, lab)).toEqual(new Set(['first']));
	});

	it('keeps what is reached once, and follows what must hold', () => {
		for (const id of ['a', 'b', 'c']) record(id, 'pass');
		record('a', 'fail');
		record('c', 'fail');
		expect(states()).toEqual(['done', 'open']);
	});

	it('does not add up what was reached before and after a reset', () => {
		record('a', 'pass');
		run = { ...run, generation: 2 };
		record('b', 'pass');
		expect(states()).toEqual(['open', 'closed']);
	});

	it('still knows what was done in a run that is over', () => {
		record('a', 'pass');
		record('b', 'pass');
		run = { ...run, generation: 2 };
		expect(states()).toEqual(['open', 'closed']);
		expect(progress.doneTasks(1).get('lab')).toEqual(new Set(['first']));
	});

	it('shows the last sentence, earns partial credit, and charges nothing for a check that broke', () => {
		record('a', 'fail', { score: 0.5, message: 'Half way.' });
		record('b', 'error', { message: 'Could not run.' });
		const [first] = progress.standing(1, lab, run);
		expect(first).toMatchObject({
			earned: 1,
			checks: [
				{ id: 'a', state: 'fail', message: 'Half way.', tries: 1 },
				{ id: 'b', state: 'error', tries: 0 }
			]
		});
		expect(progress.tries({ userId: 1, labId: 'lab', runId: run.id, task: 'first', check: 'b' })).toBe(0);
		expect(progress.tries({ userId: 1, labId: 'lab', runId: run.id, task: 'first', check: 'a' })).toBe(1);
	});

	it('keeps the best that was reached once, and what must hold as it is', () => {
		record('a', 'fail', { score: 0.5 });
		record('a', 'fail', { score: 0.25 });
		record('b', 'pass');
		record('c', 'fail', { score: 0.5 });
		record('c', 'fail', { score: 0 });
		expect(progress.standing(1, lab, run).map(({ earned }) => earned)).toEqual([3, 0]);
	});

	it('does not take away what holds because a check broke', () => {
		for (const id of ['a', 'b', 'c']) record(id, 'pass');
		record('c', 'error');
		expect(states()).toEqual(['done', 'done']);
	});

	it('keeps quiet about a check that broke while nobody had asked, and counts no look of its own as a try', () => {
		record('a', 'error', { trigger: 'watch' });
		expect(progress.standing(1, lab, run)[0]?.checks[0]).toMatchObject({ state: 'untried', tries: 0 });
		record('a', 'fail', { trigger: 'watch', message: 'Not there.' });
		record('a', 'error', { trigger: 'watch' });
		expect(progress.standing(1, lab, run)[0]?.checks[0]).toMatchObject({
			state: 'fail',
			message: 'Not there.',
			tries: 0
		});
		expect(progress.tries({ userId: 1, labId: 'lab', runId: run.id, task: 'first', check: 'a' })).toBe(0);
	});

	it('takes the price of hints off the points, but never more than there are', () => {
		const priced = {
			...lab,
			tasks: lab.tasks.map((task) => ({ ...task, hints: [{ text: '', cost: 3, afterSeconds: 0 }] }))
		};
		expect(progress.score(1, priced, run)).toMatchObject({
			shown: { points: 0, of: 6 },
			total: { points: 0, of: 8 }
		});
		for (const id of ['a', 'b']) record(id, 'pass');
		progress.takeHint({ userId: 1, labId: 'lab', task: 'first', hint: 0 });
		expect(progress.score(1, priced, run)).toMatchObject({ shown: { points: 1 }, hints: 3, handedIn: null });
		progress.takeHint({ userId: 1, labId: 'lab', task: 'second', hint: 0 });
		expect(progress.score(1, priced, run)).toMatchObject({ shown: { points: 0 } });
	});

	it('counts hidden checks in the total only, and knows when it was handed in', () => {
		record('a', 'pass');
		record('d', 'pass', { trigger: 'submit' });
		expect(progress.score(1, lab, run)).toMatchObject({
			shown: { points: 2, of: 6 },
			total: { points: 4, of: 8 },
			hidden: { passed: 1, of: 1 },
			handedIn: expect.any(Date)
		});
	});

	it('tells who teaches every look there was, of one lab too, a page at a time and nobody else’s', () => {
		for (let look = 0; look < 51; look++) record('a', 'fail', { log: `look ${look}` });
		record('b', 'pass', { labId: 'other', trace: { exit: 0, records: [{ verb: 'pass', text: 'Yes.' }] } });
		const first = progress.history(1, { page: 1 });
		expect(first).toMatchObject({ total: 52, page: 1, pages: 2, labs: ['lab', 'other'] });
		expect(first.looks[0]).toMatchObject({ check: 'b', trace: { exit: 0, records: [{ verb: 'pass' }] } });
		expect(first.looks[1]).toMatchObject({ log: 'look 50', trace: null });
		expect(progress.history(1, { page: 9 }).looks).toHaveLength(2);
		expect(progress.history(1, { labId: 'other', page: 1 }).looks).toHaveLength(1);
		expect(progress.history(2, { page: 1 }).looks).toEqual([]);
	});

	it('takes each hint once', () => {
		progress.takeHint({ userId: 1, labId: 'lab', task: 'first', hint: 0 });
		progress.takeHint({ userId: 1, labId: 'lab', task: 'first', hint: 0 });
		expect(progress.hints(1, 'lab')).toEqual(new Map([['first', new Set([0])]]));
	});

	it('tells the learner only, and after the row is in', () => {
		const seen: number[] = [];
		bulletin.listen(1, () =>
			seen.push(progress.tries({ userId: 1, labId: 'lab', runId: run.id, task: 'first', check: 'a' }))
		);
		bulletin.listen(2, () => seen.push(-1));
		record('a', 'fail');
		expect(seen).toEqual([1]);
	});
});
