import { describe, expect, test } from 'vitest';
import { edited, folderOf, labOf, problemsOf, SOUND, type Files } from './testing.ts';
import { readLab } from './read-lab.ts';

const yaml = (from: string, to: string) => edited('lab.yaml', from, to);

test('a sound lab has no problems', () => {
	expect(problemsOf()).toEqual([]);
});

describe('nothing an author writes makes reading throw', () => {
	const odd: [string, Files][] = [
		['an empty file', { 'lab.yaml': '' }],
		['only a comment', { 'lab.yaml': '# later\n' }],
		['a list', { 'lab.yaml': '- a\n' }],
		['a number', { 'lab.yaml': '7\n' }],
		['binary garbage', { 'lab.yaml': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)) }],
		['deep brackets', { 'lab.yaml': `a: ${'['.repeat(50_000)}` }],
		[
			'deep indentation',
			{ 'lab.yaml': Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n') }
		],
		['deep dashes', { 'lab.yaml': `${'- '.repeat(50_000)}a` }],
		['a huge file', { 'lab.yaml': 'a: b\n'.repeat(100_000) }],
		['an alias bomb', { 'lab.yaml': bomb() }],
		['an anchor that holds itself', { 'lab.yaml': 'a: &a [*a]\n' }],
		['two documents', { 'lab.yaml': 'a: 1\n---\nb: 2\n' }],
		['unknown tags', { 'lab.yaml': 'a: !!js/function "x"\n' }],
		['no file', { 'lab.yaml': null }]
	];
	test.each(odd)('%s', (_, files) => {
		const started = performance.now();
		const { lab, problems } = readLab(folderOf(files), 'c', 'm');
		expect(lab).toBeNull();
		expect(problems.length).toBeGreaterThan(0);
		expect(problems.every(({ hides }) => hides !== null)).toBe(true);
		expect(performance.now() - started).toBeLessThan(2000);
	});
});

describe('what the other rooms get', () => {
	test('defaults, durations in seconds, sizes in MiB', () => {
		const lab = labOf(
			yaml('image: linux', 'image: linux, limits: { memory: 2g }, ready: { run: "true", timeout: 5m }')
		);
		expect(lab).toMatchObject({ id: 'small', courseId: 'c', moduleId: 'm', version: '1.0.0', minutes: 5 });
		expect(lab.hosts[0]).toMatchObject({
			name: 'box',
			user: 'learner',
			profile: 'standard',
			sudo: false,
			networks: [{ name: 'lan', ipv4: null }],
			limits: { memoryMiB: 2048, cpus: 1, pids: 256, diskMiB: 1024 },
			ready: { everySeconds: 2, timeoutSeconds: 300, script: { path: 'lab.yaml', text: 'true' } }
		});
		expect(lab.tasks[0]?.checks[0]).toMatchObject({
			type: 'script',
			points: 1,
			mode: 'once',
			initially: 'fail',
			timeoutSeconds: 10,
			trigger: 'watch'
		});
	});

	test('a check that takes long is not watched', () => {
		expect(
			labOf(yaml('run: checks/file.sh', 'run: checks/file.sh, timeout: 20s')).tasks[0]?.checks[0]?.trigger
		).toBe('button');
	});

	test('the library stands before every shell check, and before nothing else', () => {
		const lab = labOf({ 'checks/_lib.sh': 'HERE=1\n' });
		expect(lab.tasks[0]?.checks[0]).toMatchObject({ script: { text: `HERE=1\n${SOUND['checks/file.sh']}` } });
		expect(lab.setup[0]?.script.text).toBe(SOUND['setup/box.sh']);
	});

	test('solutions and wrong ones, with their hosts and answers', () => {
		const lab = labOf({ 'wrong/too-early/write.sh': 'true\n', 'wrong/too-early/README.md': 'why' });
		expect(lab.solutions.map(({ task, host, answers }) => [task, host, answers])).toEqual([
			['write', 'box', {}],
			['name', null, { room: '{{ROOM}}' }]
		]);
		expect(lab.wrong).toMatchObject([{ name: 'too-early', steps: [{ task: 'write', host: 'box' }] }]);
	});

	test('a warning hides nothing', () => {
		const { lab, problems } = readLab(folderOf({ 'checks/file.sh': 'history | grep touch\n' }), 'c', 'm');
		expect(lab).not.toBeNull();
		expect(problems).toMatchObject([{ hides: null }]);
	});
});

function bomb() {
	const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
	for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
		rows.push(`${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(', ')}]`);
	}
	return rows.join('\n');
}
