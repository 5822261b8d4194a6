import { describe, expect, it } from 'vitest';
import type { Course, Lab } from '#lib/server/labs/lab.ts';
import {
	courseCard,
	labCard,
	labsOf,
	labsOfTrack,
	nextLab,
	outcomeCards,
	sofar,
	type Sofar
} from './cards.ts';

const lab = (id: string, tasks: string[]) =>
	({
		id,
		courseId: 'c',
		title: id,
		minutes: 20,
		tags: [],
		outcomes: [],
		tasks: tasks.map((id) => ({ id }))
	}) as unknown as Lab;
const course = {
	id: 'c',
	title: 'C',
	outcomes: [
		{ text: 'Can do a', labs: ['read', 'a'] },
		{ text: 'Can do it all', labs: ['a', 'b'] }
	],
	modules: [{ labs: [lab('read', []), lab('a', ['1', '2'])] }, { labs: [lab('b', ['1'])] }]
} as unknown as Course;
const so = (done: Record<string, string[]>, started: string[] = []): Sofar => ({
	done: new Map(Object.entries(done).map(([id, tasks]) => [id, new Set(tasks)])),
	started: new Set(started)
});
const states = (so: Sofar) => labsOf(course, so).map(({ state }) => state);

describe('what the catalogue says of a lab', () => {
	it('is done when all its tasks are, and not before', () => {
		expect(states(so({ a: ['1'] }))).toEqual(['new', 'started', 'new']);
		expect(states(so({ a: ['1', '2'] }))).toEqual(['new', 'done', 'new']);
	});

	it('is begun when it was started, even with nothing passed', () => {
		expect(states(so({}, ['b']))).toEqual(['new', 'new', 'started']);
	});

	it('does not count tasks that an author has taken away', () => {
		expect(labCard(lab('a', ['1']), null, so({ a: ['1', 'gone'] }))).toMatchObject({
			tasksDone: 1,
			state: 'done'
		});
	});
});

describe('what it says of a course', () => {
	it('counts labs with tasks; pages to read are not counted', () => {
		expect(courseCard(course, so({ b: ['1'] }))).toMatchObject({ labs: 2, labsDone: 1, begun: true });
		expect(courseCard(course, so({}))).toMatchObject({ labsDone: 0, begun: false });
	});

	it('says of each outcome how much of its evidence is there; pages to read are none', () => {
		const shown = (so: Sofar) =>
			outcomeCards(course, labsOf(course, so)).map(({ done, of }) => `${done}/${of}`);
		expect(shown(so({}))).toEqual(['0/1', '0/2']);
		expect(shown(so({ a: ['1', '2'] }))).toEqual(['1/1', '1/2']);
		expect(outcomeCards(course, labsOf(course, so({})))[0]?.labs).toEqual([
			{ id: 'read', title: 'read', language: 'en' },
			{ id: 'a', title: 'a', language: 'en' }
		]);
	});

	it('sends people to the lab they began, else to the first that is not done', () => {
		const next = (so: Sofar) => nextLab(labsOf(course, so))?.id;
		expect(next(so({}))).toBe('a');
		expect(next(so({}, ['b']))).toBe('b');
		expect(next(so({ a: ['1', '2'] }))).toBe('b');
		expect(next(so({ a: ['1', '2'], b: ['1'] }))).toBeUndefined();
	});
});

it('leaves a broken lab out of its track', () => {
	const labs = { lab: (id: string) => (id === 'a' ? lab('a', ['1']) : null), course: () => course };
	const track = { id: 't', title: '', summary: '', audience: '', labs: ['a', 'broken'] };
	expect(labsOfTrack(track, labs as unknown as App.Locals['labs'], so({})).map(({ id }) => id)).toEqual([
		'a'
	]);
});

it('knows nothing of visitors', () => {
	const nobody = { user: null } as unknown as Parameters<typeof sofar>[0];
	expect(sofar(nobody)).toEqual({ done: new Map(), started: new Set() });
});
