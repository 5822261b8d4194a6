import { expect, test } from 'vitest';
import type { Lab } from './lab.ts';
import { learnerView } from './learner-view.ts';
import { edited, labOf } from './testing.ts';

const SECRET = 'topsecret';

/** A lab in which everything a learner must not read holds one word. */
const lab: Lab = {
	...labOf({
		...edited(
			'lab.yaml',
			'{ id: file, title: The file is there, host: box,',
			`{ id: file, title: The file is there, host: box, args: [${SECRET}], hidden: true,`
		),
		'checks/file.sh': `echo ${SECRET}\n`,
		'setup/box.sh': `echo ${SECRET}\n`,
		'solve/write.sh': `echo ${SECRET} and more\n`,
		'wrong/half/write.sh': `echo ${SECRET} and less\n`
	}),
	folder: `/srv/${SECRET}`,
	digest: SECRET
};
const answer = lab.tasks[1]!.checks[0]!;
if (answer.type === 'answer') answer.expect = { text: [SECRET, '{{SEAL}}'] };
lab.tasks[0]!.hints[0]!.text = SECRET;
lab.networks.push({ name: SECRET, subnet: '10.1.0.0/24' });
lab.hosts.push({
	...{ ...lab.hosts[0]!, name: SECRET, hidden: true },
	networks: [{ name: SECRET, ipv4: '10.1.0.2' }]
});
lab.hosts[0]!.env = { KEY: SECRET };
const values = { ROOM: 'attic', SEAL: SECRET };

function* everythingIn(value: unknown): Generator<string> {
	if (typeof value !== 'object' || value === null) return void (yield String(value));
	for (const key of Reflect.ownKeys(value)) {
		yield String(key);
		yield* everythingIn((value as Record<PropertyKey, unknown>)[key]);
	}
}

test('no script, answer, solution, hint, hidden host or secret can be reached in it', () => {
	expect([...everythingIn(lab)].filter((text) => text.includes(SECRET)).length).toBeGreaterThan(8);
	expect([...everythingIn(learnerView(lab, values))].filter((text) => text.includes(SECRET))).toEqual([]);
});

test('it tells titles, points, hosts with terminals, and how many checks are hidden', () => {
	expect(learnerView(lab, values)).toEqual({
		id: 'small',
		language: 'en',
		title: 'A small lab',
		summary: 'As small as can be.',
		version: '1.0.0',
		level: 'beginner',
		minutes: 5,
		tags: [],
		outcomes: [],
		points: 2,
		views: [],
		hosts: [{ name: 'box', user: 'learner', networks: [{ name: 'lan', ipv4: null }] }],
		networks: [{ name: 'lan', subnet: null }],
		tasks: [
			{
				id: 'write',
				title: 'Write a file',
				points: 1,
				needs: [],
				checks: [],
				hiddenChecks: 1,
				hints: [{ cost: 0, afterSeconds: 0 }]
			},
			{
				id: 'name',
				title: 'Name the room',
				points: 1,
				needs: ['write'],
				checks: [
					{ id: 'room', title: 'You named it', points: 1, type: 'answer', trigger: 'button', attempts: null }
				],
				hiddenChecks: 0,
				hints: []
			}
		]
	});
});

test('titles hold the learner’s own values, never secret ones', () => {
	const titled = { ...lab, title: 'In the {{ROOM}} with {{SEAL}}' };
	expect(learnerView(titled, values).title).toBe('In the attic with {{SEAL}}');
});
