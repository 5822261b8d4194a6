import { expect, test } from 'vitest';
import { edited, labOf, problemsOf } from './testing.ts';

const withProbes = (text: string) => edited('lab.yaml', 'tasks:', `probes:\n${text}\ntasks:`);

test('a probe has its defaults, and times in milliseconds', () => {
	const { probes, drill } = labOf(
		withProbes('  web: { type: http, title: Web, url: "http://box/?{{NONCE}}", every: 500ms }')
	);
	expect(probes).toEqual([
		{
			...{ id: 'web', title: 'Web', type: 'http', url: 'http://box/?{{NONCE}}', method: 'GET', headers: {} },
			...{ body: null, status: [200], contains: null, find: null },
			...{ everyMilliseconds: 500, timeoutMilliseconds: 2000, slowMilliseconds: 1000 }
		}
	]);
	expect(drill).toBeNull();
});

test.each([
	['web: { type: htp, title: W, url: http://box/ }', 'lab.yaml:17:16', 'Did you mean `http`?'],
	['web: { type: tcp, title: W, adress: "box:80" }', 'lab.yaml:17:31', 'Did you mean `address`?'],
	['web: { type: icmp, title: W, address: box, every: 50ms }', 'lab.yaml:17:53', 'from 200ms to 60s'],
	['web: { type: icmp, title: W, address: "{{BOX}}" }', 'lab.yaml:17:41', 'No parameter `BOX` is declared.'],
	[
		'web: { type: icmp, title: W, address: box, every: 200ms, timeout: 20s }',
		'lab.yaml:17:69',
		'At most 30 questions'
	],
	[
		'web: { type: http, title: W, url: http://box/, find: http://box/x }',
		'lab.yaml:17:56',
		'must both hold `{{NONCE}}`'
	],
	[
		'web: { type: script, title: W, run: probes/non.sh }',
		'lab.yaml:17:39',
		'There is no file `probes/non.sh`'
	]
])('%s is said to be wrong where it is', (probe, place, sentence) => {
	const [problem] = problemsOf(withProbes(`  ${probe}`));
	expect(problem).toContain(place);
	expect(problem).toContain(sentence);
});

test('a lab with probes gets a trusted host on all its networks, and keeps the one it names', () => {
	const probe = '  web: { type: icmp, title: W, address: box }';
	expect(labOf(withProbes(probe)).grader).toMatchObject({
		name: 'grader',
		networks: [{ name: 'lan', ipv4: null }]
	});
	expect(labOf(withProbes(`${probe}\ngrader: { networks: [] }`)).grader?.networks).toEqual([]);
	expect(labOf().grader).toBeNull();
});
