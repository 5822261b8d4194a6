import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	assignments as assignmentRows,
	attempts,
	classes as classRows,
	classMembers,
	extensions,
	hintsTaken,
	MEMORY,
	openDb,
	runs,
	users,
	type Assignment,
	type Attempt,
	type Db
} from '#lib/server/db/index.ts';
import type { Check, Lab } from '#lib/server/labs/index.ts';
import { Bulletin } from '../bulletin.ts';
import { Assignments } from './assignments.ts';
import { Gradebook } from './gradebook.ts';
import { Roster } from './roster.ts';

const check = (id: string, changes: Partial<Check> = {}) =>
	({ id, title: id, points: 10, hidden: false, mode: 'once', trigger: 'watch', ...changes }) as Check;
const labOf = (id: string, checks: Check[]) =>
	({
		id,
		title: id,
		tasks: [{ id: 't', title: 't', needs: [], hints: [{ text: '', cost: 4 }], checks }]
	}) as never as Lab;
const LABS = new Map([
	['disk', labOf('disk', [check('a'), check('b')])],
	['exam', labOf('exam', [check('a'), check('z', { trigger: 'submit', hidden: true })])]
]);

let db: Db;
let gradebook: Gradebook;
let assignments: Assignments;
const at = (text: string) => new Date(`2026-11-${text}:00Z`);

beforeEach(() => {
	db = openDb(MEMORY);
	const labs = { lab: (id: string) => LABS.get(id) ?? null, course: () => null, track: () => null };
	const bulletin = new Bulletin();
	const roster = new Roster({ db, bulletin, auth: { entryCode: () => '' } });
	assignments = new Assignments({ db, bulletin, labs });
	gradebook = new Gradebook({ db, labs }, { roster, assignments });
	for (const name of ['lea', 'max'])
		db.insert(users)
			.values({ name, signInName: name, passwordHash: 'x', role: 'learner', createdAt: at('01T00:00') })
			.run();
	db.insert(classRows)
		.values({ title: 'A', createdAt: at('01T00:00') })
		.run();
	for (const userId of [1, 2])
		db.insert(classMembers)
			.values({ classId: 1, userId, way: 'code', joinedAt: at('01T00:00') })
			.run();
	const moments = { startedAt: at('01T00:00'), deadline: at('01T00:00'), lastSeenAt: at('01T00:00') };
	db.insert(runs)
		.values({ userId: 1, labId: 'disk', digest: 'd', ...moments })
		.run();
});
afterEach(() => db.$client.close());

const assign = (changes: Partial<Assignment> = {}) => {
	db.insert(assignmentRows)
		.values({
			...{ classId: 1, kind: 'lab', target: 'disk', latePercent: 10, createdAt: at('01T00:00') },
			...changes
		})
		.run();
	return assignments.of(1)[0]!;
};
const look = (id: string, score: number, when: string, changes: Partial<Attempt> = {}) =>
	db
		.insert(attempts)
		.values({
			...{ userId: 1, runId: 1, generation: 1, labId: 'disk', digest: 'd', task: 't', check: id, score },
			...{
				verdict: score === 1 ? 'pass' : 'fail',
				message: '',
				milliseconds: 1,
				trigger: 'button',
				at: at(when)
			},
			...changes
		})
		.run();
const grade = () => gradebook.grade(assignments.of(1)[0]!, 1);

describe('a grade', () => {
	it('is nothing before anything was done, and partial credit before all is', () => {
		assign();
		expect(grade()).toEqual({ points: null, of: 20, daysLate: 0, adjusted: 0 });
		look('a', 1, '02T00:00');
		look('b', 0.5, '02T00:00');
		expect(grade()).toMatchObject({ points: 15 });
	});

	it('takes off what being late costs, from what was reached late only if that is still better', () => {
		assign({ dueAt: at('10T18:00') });
		look('a', 1, '10T17:00');
		expect(grade()).toMatchObject({ points: 10, daysLate: 0 });
		look('b', 1, '11T19:00'); // two days begun: 20 points, less a fifth
		expect(grade()).toMatchObject({ points: 16, daysLate: 2 });
		db.update(assignmentRows).set({ latePercent: 60 }).run();
		expect(grade()).toMatchObject({ points: 10, daysLate: 0 });
	});

	it('counts neither what was done before the opening nor after the end, and follows an extension', () => {
		const { id } = assign({ opensAt: at('05T00:00'), dueAt: at('10T18:00'), closesAt: at('11T18:00') });
		look('a', 1, '04T00:00');
		look('b', 1, '12T12:00');
		expect(grade().points).toBeNull();
		const more = { assignmentId: id, userId: 1, reason: 'ill', givenAt: at('10T00:00') };
		db.insert(extensions)
			.values({ ...more, dueAt: at('12T18:00') })
			.run();
		expect(grade()).toMatchObject({ points: 10, daysLate: 0 });
	});

	it('never adds up different machines: the best of them counts, or the newest', () => {
		assign();
		look('a', 1, '02T00:00');
		look('b', 0.2, '03T00:00', { generation: 2 });
		expect(grade()).toMatchObject({ points: 10 });
		db.update(assignmentRows).set({ counting: 'latest' }).run();
		expect(grade()).toMatchObject({ points: 2 });
	});

	it('of the latest work is not late because somebody looked again', () => {
		assign({ counting: 'latest', dueAt: at('10T18:00') });
		for (const when of ['09T00:00', '12T00:00']) look('a', 1, when);
		expect(grade()).toMatchObject({ points: 10, daysLate: 0 });
	});

	it('of a hand-in is what was there when it was handed in', () => {
		assign({ target: 'exam', counting: 'hand-in', dueAt: at('10T18:00') });
		const exam = { labId: 'exam' };
		look('a', 0.5, '09T00:00', exam);
		expect(grade().points).toBeNull();
		look('z', 1, '10T19:00', { ...exam, trigger: 'submit' });
		look('a', 1, '10T19:30', exam);
		expect(grade()).toMatchObject({ points: 13.5, daysLate: 1 });
	});

	it('is less the price of hints', () => {
		assign();
		look('a', 1, '02T00:00');
		db.insert(hintsTaken)
			.values({ userId: 1, labId: 'disk', task: 't', hint: 0, at: at('02T00:00') })
			.run();
		expect(grade()).toMatchObject({ points: 6 });
	});

	it('passes over checks that broke', () => {
		assign();
		look('a', 1, '02T00:00');
		look('a', 0, '03T00:00', { verdict: 'error' });
		expect(grade()).toMatchObject({ points: 10 });
	});

	it('is changed by hand with a reason, of which all are kept and the last counts', () => {
		const place = { assignmentId: assign().id, userId: 1 };
		look('a', 1, '02T00:00');
		expect(gradebook.adjust(place, { points: 3, reason: ' ' }, 2)).toMatchObject({ field: 'reason' });
		expect(gradebook.adjust(place, { points: NaN, reason: 'x' }, 2)).toMatchObject({ field: 'points' });
		gradebook.adjust(place, { points: 3, reason: 'good idea' }, 2);
		gradebook.adjust(place, { points: -20, reason: 'copied' }, 2);
		expect(grade()).toMatchObject({ points: 0, adjusted: -20 });
		expect(gradebook.adjustments(place.assignmentId, 1)).toMatchObject([
			{ reason: 'copied', by: 'max' },
			{ reason: 'good idea' }
		]);
	});
});

describe('before a regrade', () => {
	const zone = { zone: 'UTC', opens: '', closes: '' };
	const rules = { ...zone, due: '2026-11-10T18:00', late: '10', counting: 'best' };
	const changes = (written: typeof rules) => {
		const now = assignments.of(1)[0]!;
		const then = assignments.as(now, written);
		if ('refused' in then) throw new Error(then.refused);
		return gradebook
			.whoChanges(now, then)
			.map(({ member, now, then }) => [member.name, now.points, then.points]);
	};

	it('it is said who would have other points, and nothing is changed by asking', () => {
		assign({ dueAt: at('10T18:00') });
		look('a', 1, '11T17:00');
		look('b', 1, '09T17:00', { userId: 2, runId: null });
		expect(changes(rules)).toEqual([]);
		expect(changes({ ...rules, late: '50' })).toEqual([['lea', 9, 5]]);
		expect(changes({ ...rules, due: '2026-11-12T18:00' })).toEqual([['lea', 9, 10]]);
		expect(changes({ ...rules, due: '', opens: '2026-11-10T00:00' })).toEqual([
			['lea', 9, 10],
			['max', 10, null]
		]);
		expect(grade()).toMatchObject({ points: 9 });
	});

	it('other work that counts is among it', () => {
		assign();
		look('a', 1, '02T00:00');
		look('b', 0.2, '03T00:00', { generation: 2 });
		expect(changes({ ...rules, due: '', late: '0', counting: 'latest' })).toEqual([['lea', 10, 2]]);
	});
});

describe('the gradebook', () => {
	it('has everybody with everything, and finds people', () => {
		assign();
		look('a', 1, '02T00:00');
		const rows = gradebook.page(1, {}).rows;
		expect(rows).toMatchObject([
			{ member: { name: 'lea' }, total: 10, grades: [{ points: 10 }] },
			{ member: { name: 'max' }, total: 0, grades: [{ points: null }] }
		]);
		expect(gradebook.page(1, { search: 'MA' }).rows).toHaveLength(1);
	});

	it('is a file in which no cell is a formula', () => {
		assign();
		db.update(classMembers).set({ fullName: '=1+1', number: '@SUM(A1)' }).run();
		look('a', 1, '02T00:00');
		const lines = gradebook.file(1).split('\n');
		expect(lines[0]).toContain('name,full name,id,disk,total,out of');
		expect(lines[1]).toBe(`lea,'=1+1,'@SUM(A1),10,10,20`);
		expect(lines[2]).toBe(`max,'=1+1,'@SUM(A1),,0,20`);
	});
});
