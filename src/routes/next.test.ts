import { describe, expect, it } from 'vitest';
import type { Sofar } from './courses/cards.ts';
import { current, suggestions } from './next.ts';

const lab = (id: string, courseId: string) => ({
	id,
	courseId,
	title: id,
	minutes: 20,
	tasks: [{ id: '1' }, { id: '2' }]
});
const course = (id: string, ...labs: string[]) => ({
	id,
	title: id,
	modules: [{ labs: labs.map((name) => lab(name, id)) }]
});
const courses = [course('linux', 'disk', 'service'), course('networks', 'dns')];
const labs = {
	courses: () => courses,
	course: (id: string) => courses.find((course) => course.id === id) ?? null,
	lab: (id: string) =>
		courses.flatMap(({ modules }) => modules.flatMap(({ labs }) => labs)).find((lab) => lab.id === id) ?? null
};
const so = (done: Record<string, string[]>, started: string[] = []): Sofar => ({
	done: new Map(Object.entries(done).map(([id, tasks]) => [id, new Set(tasks)])),
	started: new Set(started)
});
const deadline = new Date('2030-01-01');
const asked = (active: string[], recent: string[]) =>
	({
		labs,
		user: { id: 1, name: 'lea', role: 'learner' },
		runs: {
			active: () => active.map((labId) => ({ labId, deadline })),
			recent: () => recent.map((labId) => ({ labId, deadline }))
		}
	}) as unknown as App.Locals;

describe('the way back to work', () => {
	it('is the lab whose machines run', () => {
		expect(current(asked(['dns'], ['disk', 'dns']), so({}, ['disk', 'dns']))).toMatchObject({
			lab: { id: 'dns' },
			deadline: deadline.getTime()
		});
	});

	it('is else the lab begun last and not finished', () => {
		const found = current(asked([], ['disk', 'service']), so({ disk: ['1', '2'] }, ['disk', 'service']));
		expect(found).toMatchObject({ lab: { id: 'service' }, deadline: null });
	});

	it('passes over labs that an author has taken away', () => {
		expect(current(asked(['gone'], ['gone']), so({}, ['gone']))).toBeNull();
	});

	it('is nothing for who has begun nothing, and for visitors', () => {
		expect(current(asked([], []), so({}))).toBeNull();
		expect(current({ ...asked([], []), user: null }, so({}))).toBeNull();
	});
});

describe('what to try next', () => {
	const next = (so: Sofar) => suggestions(asked([], []), so).map(({ id }) => id);

	it('is the first lab of each course that was not begun', () =>
		expect(next(so({}))).toEqual(['disk', 'dns']));
	it('leaves out labs already begun', () => expect(next(so({}, ['disk']))).toEqual(['service', 'dns']));
	it('puts courses already begun first', () => expect(next(so({ dns: ['1'] }))).toEqual(['disk']));
});
