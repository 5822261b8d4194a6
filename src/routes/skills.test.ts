import { expect, test } from 'vitest';
import type { Course } from '#lib/server/labs/index.ts';
import { skillsOf } from './skills.ts';

const lab = (id: string, ...tasks: string[]) => ({ id, title: id, tasks: tasks.map((id) => ({ id })) });
const course = {
	modules: [{ labs: [lab('disk', 'find', 'free'), lab('dns', 'ask')] }, { labs: [lab('theory')] }],
	outcomes: [
		{ text: 'Can free a disk', labs: ['disk', 'gone'] },
		{ text: 'Can do both', labs: ['disk', 'dns', 'theory'] },
		{ text: 'Has read', labs: ['theory'] }
	]
} as unknown as Course;
const work = (done: Record<string, string[]>) =>
	new Map(Object.entries(done).map(([id, tasks]) => [id, { tasks: new Set(tasks), at: new Date(0) }]));
const states = (done: Record<string, string[]>) => skillsOf(course, work(done)).map(({ state }) => state);

test('a skill is shown when every lab that shows it is done, and pages to read show none', () => {
	expect(states({})).toEqual(['new', 'new', 'new']);
	expect(states({ disk: ['find'] })).toEqual(['started', 'started', 'new']);
	expect(states({ disk: ['find', 'free'] })).toEqual(['done', 'started', 'new']);
	expect(states({ disk: ['find', 'free'], dns: ['ask'] })).toEqual(['done', 'done', 'new']);
});

test('its evidence says of each lab how much is done, and when it was last looked at', () => {
	const [, both] = skillsOf(course, work({ disk: ['find'] }));
	expect(both?.evidence).toEqual([
		{ id: 'disk', title: 'disk', language: 'en', tasksDone: 1, tasks: 2, at: new Date(0) },
		{ id: 'dns', title: 'dns', language: 'en', tasksDone: 0, tasks: 1, at: null }
	]);
});
