import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classes, classMembers, MEMORY, openDb, users, type Db } from '#lib/server/db/index.ts';
import type { Course, Lab, Track } from '#lib/server/labs/index.ts';
import { Bulletin } from '../bulletin.ts';
import { Assignments } from './assignments.ts';

let db: Db;
let assignments: Assignments;
let told: number[];
const now = new Date('2026-11-10T12:00Z');
const disk = { id: 'disk', title: 'Full disk' } as Lab;
const course = { id: 'linux', title: 'Linux', modules: [{ labs: [disk, { id: 'dns' }] }] } as Course;
const track = { id: 'on-call', title: 'On call', labs: ['gone', 'disk'] } as Track;

beforeEach(() => {
	db = openDb(MEMORY);
	const bulletin = new Bulletin();
	told = [];
	bulletin.listenToAll((id) => told.push(id));
	const labs = {
		lab: (id: string) => (id === 'disk' ? disk : null),
		course: (id: string) => (id === 'linux' ? course : null),
		track: (id: string) => (id === 'on-call' ? track : null)
	};
	assignments = new Assignments({ db, bulletin, labs });
	for (const name of ['lea', 'max'])
		db.insert(users).values({ name, passwordHash: 'x', role: 'learner', createdAt: now }).run();
	for (const title of ['A', 'B']) db.insert(classes).values({ title, createdAt: now }).run();
	db.insert(classMembers).values({ classId: 1, userId: 1, way: 'code', joinedAt: now }).run();
});
afterEach(() => db.$client.close());

const plain = {
	target: 'lab/disk',
	zone: 'Europe/Paris',
	opens: '',
	due: '',
	closes: '',
	late: '',
	counting: 'best'
};
const give = (changes: Partial<typeof plain> = {}, classId = 1) => {
	const made = assignments.give(classId, { ...plain, ...changes });
	if ('refused' in made) throw new Error(made.refused);
	return made;
};
const dues = (userId = 1) => assignments.duesOf(userId, now);

describe('an assignment', () => {
	it('is due for the people of its class, who are told, at the moment its instructor wrote', () => {
		give({ due: '2026-11-12T18:00', late: '10' });
		expect(told).toEqual([1]);
		expect(dues()).toMatchObject([
			{
				title: 'Full disk',
				classTitle: 'A',
				zone: 'Europe/Paris',
				dueAt: new Date('2026-11-12T17:00Z'),
				latePercent: 10
			}
		]);
		expect(dues(2)).toEqual([]);
	});

	it('is not told before it opens, nor in a class that is archived', () => {
		give({ opens: '2026-11-10T14:00' });
		expect(dues()).toEqual([]);
		expect(assignments.duesOf(1, new Date('2026-11-10T13:00Z'))).toHaveLength(1);
		db.$client.exec('update classes set archived_at = 1');
		expect(assignments.duesOf(1, new Date('2026-11-10T13:00Z'))).toEqual([]);
	});

	it('of a course is all of its labs, and the next due comes first', () => {
		give({ target: 'course/linux' });
		give({ due: '2026-11-12T18:00' });
		expect(dues().map(({ title, labIds }) => [title, labIds])).toEqual([
			['Full disk', ['disk']],
			['Linux', ['disk', 'dns']]
		]);
	});

	it('of a track is its labs that are there, until the day it is meant to be done', () => {
		give({ target: 'track/on-call', due: '2026-12-24T18:00' });
		expect(dues()).toMatchObject([
			{ title: 'On call', labIds: ['disk'], dueAt: new Date('2026-12-24T17:00Z') }
		]);
	});

	it('is refused where it makes no sense, by the field that must be mended', () => {
		const field = (changes: Partial<typeof plain>) => {
			const made = assignments.give(1, { ...plain, ...changes });
			return 'refused' in made ? made.field : null;
		};
		expect(field({ target: 'lab/gone' })).toBe('target');
		expect(field({ target: 'disk' })).toBe('target');
		expect(field({ target: 'track/linux' })).toBe('target');
		expect(field({ zone: 'Mars' })).toBe('zone');
		expect(field({ due: 'soon' })).toBe('due');
		expect(field({ opens: '2026-11-12T18:00', due: '2026-11-12T18:00' })).toBe('due');
		expect(field({ closes: '2026-11-12T18:00' })).toBe('closes');
		expect(field({ due: '2026-11-12T18:00', closes: '2026-11-12T17:00' })).toBe('closes');
		for (const late of ['-1', '101', '1.5', 'x']) expect(field({ late })).toBe('late');
		expect(assignments.of(1)).toEqual([]);
	});

	it('is found in its own class only, keeps its dates in the zone, and goes with its extensions', () => {
		const made = give({ due: '2026-11-12T18:00' });
		expect(assignments.find(2, made.id)).toBeNull();
		expect(assignments.written(made, 'Europe/Paris')).toMatchObject({
			opens: '',
			due: '2026-11-12T18:00',
			late: '0'
		});
		assignments.extend(made, { userId: 1, due: '2026-11-13T18:00', zone: 'UTC', reason: 'ill' }, 2);
		expect(assignments.change(made, { ...plain, due: '2026-11-20T18:00' })).toBeNull();
		expect(assignments.find(1, made.id)?.dueAt).toEqual(new Date('2026-11-20T17:00Z'));
		assignments.takeBack(made);
		expect(dues()).toEqual([]);
		expect(assignments.extensions(made.id)).toEqual([]);
	});

	it('still stands when its lab was taken away', () => {
		give();
		db.$client.exec(`update assignments set target = 'gone'`);
		expect(assignments.of(1)).toMatchObject([{ title: 'gone (no longer here)', labIds: [] }]);
		expect(dues()).toEqual([]);
	});
});

describe('more time', () => {
	it('moves the dates of one person, and back', () => {
		const made = give({ due: '2026-11-12T18:00', closes: '2026-11-14T18:00' });
		const more = { userId: 1, due: '2026-11-15T18:00', zone: 'Europe/Paris', reason: 'ill' };
		expect(assignments.extend(made, more, 2)).toBeNull();
		expect(dues()).toMatchObject([{ extended: true, closesAt: new Date('2026-11-17T17:00Z') }]);
		expect(assignments.extensions(made.id)).toMatchObject([{ name: 'lea', reason: 'ill', givenBy: 2 }]);
		assignments.unextend(made.id, 1);
		expect(dues()).toMatchObject([{ extended: false, dueAt: new Date('2026-11-12T17:00Z') }]);
	});

	it('needs a due date, a later one, and a reason', () => {
		const made = give({ due: '2026-11-12T18:00' });
		const more = { userId: 1, due: '2026-11-12T18:00', zone: 'Europe/Paris', reason: 'ill' };
		expect(assignments.extend(made, more, 2)).toMatchObject({ field: 'due' });
		expect(assignments.extend(made, { ...more, due: '2026-11-13T18:00', reason: ' ' }, 2)).toMatchObject({
			field: 'reason'
		});
		expect(assignments.extend(give(), more, 2)).toMatchObject({ field: 'due' });
	});
});
