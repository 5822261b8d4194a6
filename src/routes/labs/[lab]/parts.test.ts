import { describe, expect, it } from 'vitest';
import { partsFor } from './parts.ts';
import type { LabData } from './types.ts';

/** One machine that is up, and nothing else: what most labs are when their prompt is waited for. */
const PLAIN = {
	...{ signedIn: true, lab: { hosts: [{ name: 'box' }], networks: [] }, run: { state: 'ready' } },
	...{ drill: null, tasks: [{ checks: [{ type: 'script' }] }], quizzes: {}, trial: null, workbench: null }
};
const fetched = async (data: object) =>
	Object.entries(await partsFor({ ...PLAIN, ...data } as unknown as LabData))
		.filter(([, part]) => part !== null)
		.map(([name]) => name);

// They are compiled for this test, on a machine that may be busy.
describe('the parts of a lab page', { timeout: 60_000 }, () => {
	it('are none where one machine is up and there is nothing but tasks', async () => {
		expect(await fetched({})).toEqual([]);
	});

	it.each<[string, object, string[]]>([
		['no machine is up yet', { run: null }, ['StartPanel']],
		['there are several machines', { lab: { hosts: [{}, {}], networks: [] } }, ['HostMap']],
		['it has no machines', { lab: { hosts: [], networks: [] }, run: null }, []],
		['it has a drill', { drill: {} }, ['ControlRoom']],
		['an answer is asked for', { tasks: [{ checks: [{ type: 'answer' }] }] }, ['AnswerField']],
		['it has a quiz', { quizzes: { 'one/two': {} } }, ['QuizForm']],
		['an author writes it', { workbench: {} }, ['Workbench']],
		['an author tries it', { trial: {} }, ['TrialStrip']],
		['nobody is signed in', { signedIn: false }, ['Preview']]
	])('are there before it is drawn where %s', async (_, data, parts) => {
		expect(await fetched(data)).toEqual(parts);
	});
});
