import { expect, test } from 'vitest';
import { edited, problemsOf, SOUND, type Files } from '../testing.ts';

const yaml = (from: string, to: string) => edited('lab.yaml', from, to);

const mistakes: [string, Files, string][] = [
	[
		'two tasks with one id',
		yaml('id: name', 'id: write'),
		'lab.yaml:22:9 There are two tasks called `write`.'
	],
	[
		'two checks with one id',
		yaml(
			'run: checks/file.sh }',
			'run: checks/file.sh }\n      - { id: file, title: Again, host: box, run: "true" }'
		),
		'lab.yaml:22:15 There are two checks called `file`.'
	],
	[
		'a need that is not there',
		yaml('[write]', '[wrote]'),
		'lab.yaml:24:13 There is no task `wrote` to need. Did you mean `write`?'
	],
	[
		'a circle of needs',
		yaml('title: Write a file', 'title: Write a file\n    needs: [name]'),
		'This task can never open: `write` needs `name` needs `write`.'
	],
	['a task that needs itself', yaml('[write]', '[name]'), '`name` needs `name`'],
	[
		'an unknown host of a check',
		yaml('host: box, run: checks', 'host: bix, run: checks'),
		'lab.yaml:21:53 There is no host `bix` in this lab. Did you mean `box`?'
	],
	[
		'an unknown host of setup',
		yaml('{ host: box, run: setup', '{ host: web, run: setup'),
		'lab.yaml:15:13 There is no host `web` in this lab. There is: `box`.'
	],
	[
		'an unknown network',
		yaml('networks: { lan: {} }', 'networks: { wan: {} }'),
		'lab.yaml:13:36 There is no network `wan` in this lab.'
	],
	[
		'hosts that need each other',
		yaml('{ lan: {} } }', '{ lan: {} }, needs: [two] }\n  two: { image: linux, needs: [box] }'),
		'This host can never open: `box` needs `two` needs `box`.'
	],
	[
		'a file of somebody on a host without root',
		{
			...yaml(
				'networks: { lan: {} }',
				'profile: strict, files: [{ from: files/a, to: /srv/a, owner: learner }], networks: { lan: {} }'
			),
			'files/a': 'a'
		},
		'A `strict` host has no root who could give this file to `learner`.'
	],
	[
		'a grader that is named and not there',
		yaml('host: box, run: checks', 'host: grader, run: checks'),
		'lab.yaml:21:53 This lab has no grader: say what it is under `grader`.'
	],
	[
		'a grader on an unknown network',
		yaml('setup:', 'grader: { networks: [lam] }\nsetup:'),
		'lab.yaml:14:22 There is no network `lam` in this lab. Did you mean `lan`?'
	],
	[
		'a grader that is not trusted',
		{
			'lab.yaml': SOUND['lab.yaml']!.replace('setup:', 'grader: {}\nsetup:').replace(
				'host: box, run: checks/file.sh',
				'host: grader, trust: toolbox, run: checks/file.sh'
			)
		},
		'Nobody but the platform is on the grader: leave `trust` out.'
	],
	['no terminal at all', yaml('image: linux', 'image: linux, hidden: true'), 'Every host is hidden'],
	[
		'a script that is not there',
		yaml('setup/box.sh', 'setup/bx.sh'),
		'lab.yaml:15:23 There is no file `setup/bx.sh` in this lab. Did you mean `setup/box.sh`?'
	],
	[
		'a file to place that is not there',
		yaml('image: linux', 'image: linux, files: [{ from: nope.txt, to: /a/b }]'),
		'There is no file `nope.txt` in this lab.'
	],
	[
		'a number that cannot be drawn',
		yaml('ROOM:', 'PORT: { type: int, min: 9, max: 8 }\n  ROOM:'),
		'`max` is smaller than `min`.'
	],
	[
		'no number left',
		yaml('ROOM:', 'PORT: { type: int, min: 8, max: 8, not: [8] }\n  ROOM:'),
		'`not` leaves no number to choose.'
	],
	[
		'a check that is too slow',
		yaml('run: checks/file.sh', 'run: checks/file.sh, timeout: 90s'),
		'A check takes at most 60s'
	],
	[
		'Python where there is none',
		{
			...yaml('run: checks/file.sh }', 'run: checks/file.py, trust: toolbox }'),
			'checks/file.py': 'from lab import ok\n'
		},
		'There is no Python in the toolbox.'
	],
	[
		'a task without a word on hints',
		yaml('    hints: []\n', ''),
		'lab.yaml:22:9 Task `name` has no hints. Add some, or write `hints: []`'
	],
	[
		'a hint that is the solution',
		yaml('A shell can make files.', 'Try touch /tmp/done && sync'),
		'This hint holds a line of solve/write.sh'
	],
	[
		'an undeclared parameter',
		yaml('Name the room', 'Name the {{ROMO}}'),
		'lab.yaml:23:12 No parameter `ROMO` is declared. Did you mean `ROOM`?'
	],
	['a secret in a title', yaml('Name the room', 'Name the {{SEAL}}'), 'Parameter `SEAL` is secret'],
	[
		'the answer in a title',
		yaml('Name the room', 'Name the {{ROOM}}'),
		'This gives away the answer to check `room`.'
	],
	['a pattern that does not compile', yaml('"{{ROOM}}"', '{ regex: "(" }'), 'This is not a pattern:'],
	['a pattern that takes for ever', yaml('"{{ROOM}}"', '{ regex: "(a+)+b" }'), 'which can take for ever'],
	[
		'a solution of no task',
		{ 'solve/wrote.sh': 'true\n' },
		'solve/wrote.sh:1:1 There is no task `wrote` in this lab. Did you mean `write`?'
	],
	['a solution on no host', { 'solve/write.bix.sh': 'true\n' }, 'There is no host `bix` in this lab.'],
	['a solution with another ending', { 'solve/write.txt': 'true\n' }, 'Solutions are called TASK.sh'],
	[
		'an answer to no check',
		{ 'solve/name.answer': 'rom={{ROOM}}\n' },
		'solve/name.answer:1:1 Task `name` has no check of answers called `rom`. Did you mean `room`?'
	],
	['an answer without =', { 'solve/name.answer': 'room\n' }, 'Expected a line such as `check=answer`.'],
	['no guide', { 'guide.md': null }, 'A lab needs a guide'],
	['two guides', { 'guide/01.md': '# Two' }, 'Keep one of the two.'],
	[
		'Windows line ends',
		{ 'setup/box.sh': 'true\nfalse\r\n' },
		'setup/box.sh:2:1 Lines end as on Windows (CRLF).'
	],
	['a NUL byte', { 'checks/file.sh': 'a\n\0' }, 'checks/file.sh:2:1 There is a NUL byte here.'],
	['another encoding', { 'guide.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]) }, 'This is not UTF-8 text.'],
	[
		'a history check',
		{ 'checks/file.sh': 'grep -q touch /root/.bash_history\n' },
		'reads the shell’s history'
	],
	[
		'a long inline script',
		yaml('run: checks/file.sh }', `run: "${'true\\n'.repeat(13)}" }`),
		'Put more than 12 into a file of their own.'
	]
];
test.each(mistakes)('%s is told at its place, with what to do', (_, files, message) => {
	expect(problemsOf(files).join('\n')).toContain(message);
});

test('a parameter in small letters is pointed out', () => {
	const problems = problemsOf({ 'guide.md': SOUND['guide.md']!.replace('Write a', 'Write {{room}} a') });
	expect(problems.join('\n')).toMatch(/guide\.md:4:7 .*Did you mean `\{\{ROOM\}\}`\?/);
});

test('a list where a text is meant is explained', () => {
	const problems = problemsOf(yaml('run: checks/file.sh', 'run: [ -e /x ] || fail "x"'));
	expect(problems.join()).toContain('put a text that does so in quotes');
});

const placed = (file: string) => yaml('networks: { lan: {} } }', `networks: { lan: {} }, files: [${file}] }`);
const LINE = 'touch /tmp/done && sync';

test.each<[string, Files, string | null]>([
	[
		'a solution put on a host',
		placed('{ from: solve/write.sh, to: /srv/x }'),
		'Learners could read `solve/write.sh` there, and it is for the server only.'
	],
	[
		'a line of one in a file',
		{ ...placed('{ from: files/x, to: /srv/x }'), 'files/x': `# notes\n${LINE}\n` },
		'Learners could read a line of solve/write.sh in this file'
	],
	[
		'the same where only root reads',
		{ ...placed('{ from: files/x, to: /srv/x, mode: "0600" }'), 'files/x': `${LINE}\n` },
		null
	],
	[
		'an answer in the environment',
		yaml('networks: { lan: {} } }', 'networks: { lan: {} }, env: { PLACE: "{{ROOM}}" } }'),
		'This gives away the answer to check `room`.'
	],
	[
		'an answer in what is told of a fault',
		{
			...yaml(
				'tasks:',
				'faults:\n  dark: { title: Dark, tell: "Look at {{ROOM}}.", steps: [{ do: kill, host: box }], verify: { host: box, run: "true" } }\ntasks:'
			)
		},
		'lab.yaml:17:30 This gives away the answer to check `room`.'
	],
	[
		'a line of the solution in the title of a probe',
		yaml('tasks:', `probes:\n  site: { type: icmp, title: "${LINE}", address: box }\ntasks:`),
		'lab.yaml:17:30 This holds a line of solve/write.sh'
	],
	[
		'an answer in a question',
		{
			...yaml(
				'type: answer, expect: "{{ROOM}}" }',
				'type: answer, expect: "{{ROOM}}" }\n      - { id: ask, title: Say, type: quiz, questions: quiz/q.yaml }'
			),
			'guide.md': SOUND['guide.md']!.replace(
				'::answer{check=room}',
				'::answer{check=room}\n\n::quiz{check=ask}'
			),
			'quiz/q.yaml': 'questions:\n  - { id: one, type: text, text: "Is it {{ROOM}}?", answer: yes }\n'
		},
		'quiz/q.yaml:2:1 This gives away the answer to check `room`.'
	]
])('what lies open on a host or in a quiz: %s', (_, files, problem) => {
	const problems = problemsOf(files);
	if (problem === null) expect(problems).toEqual([]);
	else expect(problems.join('\n')).toContain(problem);
});
