import { describe, expect, it } from 'vitest';
import type { Sofar } from './courses/cards.ts';
import { myTracks } from './my-tracks.ts';

const lab = (id: string) => ({
	id,
	courseId: 'linux',
	title: id,
	minutes: 20,
	tasks: [{ id: '1' }, { id: '2' }]
});
const tracks = [
	{ id: 'on-call', title: 'On call', labs: ['disk', 'service'] },
	{ id: 'names', title: 'Names', labs: ['dns', 'gone'] },
	{ id: 'far', title: 'Far', labs: ['cluster'] }
];
const course = { id: 'linux', title: 'Linux', modules: [] };
const labs = {
	tracks: () => tracks,
	lab: (id: string) => (id === 'gone' ? null : lab(id)),
	course: () => course
};
const at = new Date('2030-01-02');

const next = (done: Record<string, string[]>, given: { target: string; dueAt: Date | null }[] = []) => {
	const so: Sofar = {
		done: new Map(Object.entries(done).map(([id, tasks]) => [id, new Set(tasks)])),
		started: new Set(Object.keys(done))
	};
	const duesOf = () => given.map((due) => ({ kind: 'track', zone: 'UTC', ...due }));
	const asked = { labs, classes: { assignments: { duesOf } }, user: { id: 1, name: 'lea', role: 'learner' } };
	return myTracks(asked as never, so).map(({ id, next, target }) => [id, next.id, target?.at ?? null]);
};

describe('what is next on my track', () => {
	it('is the lab after those that are done, on every track that was begun', () => {
		expect(next({ disk: ['1', '2'] })).toEqual([['on-call', 'service', null]]);
		expect(next({ disk: ['1'] })).toEqual([['on-call', 'disk', null]]);
	});

	it('is there from the beginning where a class was given the track, with the day it is meant for', () => {
		expect(next({}, [{ target: 'far', dueAt: at }])).toEqual([['far', 'cluster', at]]);
	});

	it('puts what a class was given before what somebody goes by themselves, and the first date first', () => {
		const given = [
			{ target: 'far', dueAt: null },
			{ target: 'names', dueAt: at }
		];
		expect(next({ disk: ['1', '2'] }, given).map(([id]) => id)).toEqual(['names', 'far', 'on-call']);
	});

	it('is nothing on a track that is done, and on one nobody has begun', () => {
		expect(next({ dns: ['1', '2'] })).toEqual([]);
		expect(next({})).toEqual([]);
	});
});
