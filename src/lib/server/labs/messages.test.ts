import { expect, test } from 'vitest';
import { edited, problemsOf, SOUND, type Files } from './testing.ts';

const yaml = (from: string, to: string) => edited('lab.yaml', from, to);

const mistakes: [string, Files, string][] = [
	[
		'an unknown key',
		yaml('minutes:', 'minuts:'),
		'lab.yaml:6:1 There is no key `minuts` here. Did you mean `minutes`?'
	],
	[
		'a key nobody knows',
		yaml('level:', 'colour: red\nlevel:'),
		'lab.yaml:5:1 There is no key `colour` here. Known keys: apiVersion,'
	],
	[
		'a missing key',
		yaml('summary: As small as can be.\n', ''),
		'lab.yaml:1:1 `summary` is missing. Expected a text.'
	],
	[
		'an empty value',
		yaml('A small lab', ''),
		'lab.yaml:3:8 Expected a line of text of at most 120 characters, but this is empty.'
	],
	[
		'a wrong word',
		yaml('beginner', 'begginer'),
		'lab.yaml:5:8 Expected one of `beginner`, `intermediate`, `advanced`, but `level` is the text “begginer”. Did you mean `beginner`?'
	],
	[
		'another format',
		yaml('lab/v1', 'lab/v2'),
		'lab.yaml:1:13 Expected `lab/v1`, but `apiVersion` is the text “lab/v2”.'
	],
	[
		'a text for a number',
		yaml('minutes: 5', 'minutes: five'),
		'lab.yaml:6:10 Expected a whole number from 1 to 600, but this is the text “five”.'
	],
	[
		'an address for a place of the internet',
		yaml('  box: { image: linux,', '  box: { internet: [10.0.0.1], image: linux,'),
		'lab.yaml:13:21 Expected a name such as deb.debian.org, or with its port, pypi.org:443, and no address or pattern'
	],
	[
		'a time without unit',
		yaml('run: setup/box.sh', 'run: setup/box.sh, timeout: 30'),
		'lab.yaml:15:46 Expected a time with its unit'
	],
	[
		'a time too long',
		yaml('run: setup/box.sh', 'run: setup/box.sh, timeout: 11m'),
		'lab.yaml:15:46 Expected a time with its unit, such as 30s or 5m, of at most 10m.'
	],
	[
		'a size without unit',
		yaml('image: linux', 'image: linux, limits: { memory: 256 }'),
		'lab.yaml:13:42 Expected a size with its unit'
	],
	[
		'a mode as a number',
		yaml('image: linux', 'image: linux, files: [{ from: guide.md, to: /a/b, mode: 0644 }]'),
		'lab.yaml:13:66 Expected a mode in quotes, such as "0644", but this is the number 644.'
	],
	['a bad id', yaml('id: small', 'id: Small Lab'), 'lab.yaml:2:5 Expected an id of up to 40 small letters'],
	['a reserved host name', yaml('box: {', 'grader: {'), 'lab.yaml:13:3 Expected a host name'],
	[
		'a parameter that hides PATH',
		yaml('ROOM: {', 'PATH: {'),
		'lab.yaml:8:3 Expected a parameter name in capitals'
	],
	[
		'an unknown type of check',
		yaml('type: answer', 'type: anwser'),
		'lab.yaml:27:48 Expected one of `script`, `answer`, `quiz`, but `type` is the text “anwser”'
	],
	[
		'an answer without its text',
		yaml(', expect: "{{ROOM}}"', ''),
		'lab.yaml:27:9 Expected the right answer in quotes, a list of them, or { regex: … }, but this is missing.'
	],
	[
		'a number as answer',
		yaml('"{{ROOM}}"', '80'),
		'lab.yaml:27:64 Expected the right answer in quotes, a list of them, or { regex: … }, but this is the number 80.'
	],
	[
		'a misspelt key deep inside',
		yaml('"{{ROOM}}"', '{ regx: a }'),
		'lab.yaml:27:66 There is no key `regx` here. Did you mean `regex`?'
	],
	[
		'a script check with answer keys',
		yaml('run: checks/file.sh', 'run: checks/file.sh, attempts: 3'),
		'lab.yaml:21:79 There is no key `attempts` here.'
	],
	[
		'a list for a text',
		yaml('title: Write a file', 'title: [a]'),
		'lab.yaml:18:12 Expected a line of text of at most 120 characters, but this is a list.'
	],
	[
		'a key twice',
		yaml('level:', 'minutes: 6\nlevel:'),
		'lab.yaml:7:1 This key is here twice. Keep one of them.'
	],
	['a tab', yaml('  - id: write', '\t- id: write'), 'YAML is indented with spaces; there is a tab here.'],
	['broken brackets', yaml('[write]', '[write'), 'This is not usable YAML:'],
	[
		'an old YAML version',
		{ 'lab.yaml': `%YAML 1.1\n---\n${SOUND['lab.yaml']}` },
		'lab.yaml:1:1 Leave the %YAML line out'
	],
	[
		'a key into prototypes',
		yaml('params:', '__proto__: { a: 1 }\nparams:'),
		'lab.yaml:7:1 A key must not be called `__proto__`.'
	],
	[
		'a constructor key',
		yaml('ROOM:', 'constructor:'),
		'lab.yaml:8:3 A key must not be called `constructor`.'
	],
	['a key that is a list', yaml('params:', '? [a]\n: b\nparams:'), 'A key must be a plain word.']
];
test.each(mistakes)('%s is told at its place, with what to do', (_, files, message) => {
	expect(problemsOf(files).join('\n')).toContain(message);
});

test('a misspelt key is one problem, not two', () => {
	expect(problemsOf(yaml('minutes:', 'minuts:'))).toHaveLength(1);
});

test('a problem in an anchor is told where the anchor stands', () => {
	const files = yaml(
		'  box: { image: linux,',
		'  one: &h { image: linux, user: 5 }\n  two: *h\n  box: { image: linux,'
	);
	expect(problemsOf(files)[0]).toMatch(/^lab.yaml:13:33 /);
});
