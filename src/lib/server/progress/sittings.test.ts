import { beforeEach, describe, expect, it } from 'vitest';
import { Bulletin } from '../bulletin.ts';
import { MEMORY, openDb, runs, users, type Attempt, type Db } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { Progress } from './index.ts';

const lab = {
	id: 'lab',
	tasks: [
		{
			id: 'find',
			checks: [
				{ id: 'a', hidden: false },
				{ id: 'z', hidden: true }
			]
		}
	]
} as Lab;

let db: Db;
let progress: Progress;

beforeEach(() => {
	db = openDb(MEMORY);
	progress = new Progress({
		db,
		bulletin: new Bulletin(),
		labs: { lab: (id) => (id === 'lab' ? lab : null) }
	});
	const now = new Date();
	for (const name of ['ada', 'bob'])
		db.insert(users).values({ name, passwordHash: '-', role: 'learner', createdAt: now }).run();
	const run = { userId: 1, digest: 'd', startedAt: now, deadline: now, lastSeenAt: now, endedAt: now };
	for (const labId of ['lab', 'lab', 'other'])
		db.insert(runs)
			.values({ ...run, labId })
			.run();
});

const look = (message: string, changes: Partial<Attempt> = {}) =>
	progress.record({
		...{ userId: 1, runId: 1, generation: 1, labId: 'lab', digest: 'd', task: 'find', check: 'a' },
		...{ verdict: 'fail', score: 0, message, answer: null, log: '', milliseconds: 1, trigger: 'button' },
		...changes
	} as Parameters<Progress['record']>[0]);
const sentences = (page = 1) =>
	progress.sittings(1, { page }).sittings.map(({ said }) => said.map(({ message }) => message));

describe('what a learner finds when they look back at their work', () => {
	it('is each set of machines, the newest first, with what its checks said in the order of time', () => {
		look('Not there yet.');
		look('There it is.', { verdict: 'pass', score: 1 });
		look('New machines, nothing there.', { generation: 2 });
		look('Another lab.', { runId: 3, labId: 'other', task: 'x' });
		look('Of somebody else.', { userId: 2, runId: null });
		expect(sentences()).toEqual([
			['Another lab.'],
			['New machines, nothing there.'],
			['Not there yet.', 'There it is.']
		]);
		const [newest] = progress.sittings(1, { labId: 'lab', page: 1 }).sittings;
		expect(newest).toMatchObject({ labId: 'lab', runId: 1, generation: 2, from: expect.any(Date) as Date });
		expect(progress.sittings(1, { page: 1 }).labIds).toEqual(['lab', 'other']);
	});

	it('counts what a check said again and does not repeat it', () => {
		for (let n = 0; n < 3; n++) look('Not there yet.');
		look('Other words.');
		look('Not there yet.');
		expect(progress.sittings(1, { page: 1 }).sittings[0]?.said).toMatchObject([
			{ message: 'Not there yet.', times: 3 },
			{ message: 'Other words.', times: 1 },
			{ message: 'Not there yet.', times: 1 }
		]);
	});

	it('has no word of hidden checks, nor of those that broke while nobody had asked', () => {
		look('A secret.', { check: 'z' });
		look('Broke by itself.', { verdict: 'error', trigger: 'watch' });
		look('Broke when asked.', { verdict: 'error' });
		expect(sentences()).toEqual([['Broke when asked.']]);
	});

	it('says what a drill was worth, and keeps rounds of a lab without machines apart', () => {
		look('3 of 4 objectives were met.', { task: '@drill', check: 'objectives' });
		look('First round.', { runId: null, generation: 0 });
		look('Second round.', { runId: null, generation: 1 });
		const { sittings } = progress.sittings(1, { page: 1 });
		expect(sittings.map(({ said }) => said[0]?.isDrill)).toEqual([false, false, true]);
	});

	it('comes a page at a time, and a page beyond the last is the last', () => {
		for (let generation = 1; generation <= 12; generation++)
			look(`On machines ${generation}.`, { generation });
		expect(progress.sittings(1, { page: 1 })).toMatchObject({ total: 12, page: 1, pages: 2 });
		expect(sentences(99)).toEqual([['On machines 2.'], ['On machines 1.']]);
	});
});
