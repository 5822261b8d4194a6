import { describe, expect, it, test } from 'vitest';
import type { Quiz } from '../lab.ts';
import { edited, labOf, problemsOf, SOUND, type Files } from '../testing.ts';
import { givenIn, gradeQuiz } from './grade.ts';
import { optionsOf } from './options.ts';
import { quizView } from './view.ts';

const QUESTIONS = `questions:
  - id: planes
    type: choice
    text: The API is down. Do servers stop?
    why: The hypervisor runs them.
    options:
      - { text: "No", right: true, why: Only changes wait. }
      - { text: "Yes", why: Look again at the two planes. }
      - { text: "Only in {{ROOM}}" }
  - id: parts
    type: multi
    text: Which belong to the control plane?
    points: 3
    options:
      - { text: scheduler, right: true }
      - { text: API, right: true }
      - { text: hypervisor }
  - { id: tool, type: text, text: Which program lists sockets?, answer: [ss, netstat] }
  - { id: usable, type: number, text: How many addresses has a /24?, answer: 254, tolerance: 1 }
  - { id: boot, type: order, text: In which order?, items: [firmware, loader, kernel, init] }
`;

const quizLab = (questions = QUESTIONS, changes: Files = {}): Files => ({
	'lab.yaml': SOUND['lab.yaml']!.replace(
		'type: answer, expect: "{{ROOM}}" }',
		'type: answer, expect: "{{ROOM}}" }\n      - { id: quiz, title: Five questions, type: quiz, questions: quiz/q.yaml, points: 4 }'
	),
	'guide.md': SOUND['guide.md']!.replace(
		'::answer{check=room}',
		'::answer{check=room}\n\n::quiz{check=quiz}'
	),
	'quiz/q.yaml': questions,
	...changes
});

const VALUES = { ROOM: 'attic', SEAL: 'cafe' };
const quizOf = (files: Files = quizLab()): Quiz => {
	const check = labOf(files).tasks[1]!.checks.find(({ type }) => type === 'quiz');
	return (check as { quiz: Quiz }).quiz;
};
const about = { values: VALUES, seed: 'ada' };
/** Fields for what a learner means, by the texts they see. */
function fields(quiz: Quiz, meant: Record<string, string | string[]>, seed = 'ada'): [string, string][] {
	return Object.entries(meant).flatMap(([id, value]): [string, string][] => {
		const question = quiz.questions.find((question) => question.id === id)!;
		const options = optionsOf(question, { seed, shuffle: quiz.shuffle });
		const idOf = (text: string) => options.find((option) => option.text === text)!.id;
		if (question.type === 'order')
			return (value as string[]).map((text, index) => [`${id}.${idOf(text)}`, `${index + 1}`]);
		if (options.length > 0) return [value].flat().map((text) => [id, idOf(text)]);
		return [[id, value as string]];
	});
}
const graded = (meant: Record<string, string | string[]>) => {
	const quiz = quizOf();
	const { shares, score, right } = gradeQuiz(quiz, givenIn(quiz, 'ada', fields(quiz, meant)), about);
	return { ...Object.fromEntries(shares), score, right };
};
const RIGHT = {
	planes: 'No',
	parts: ['scheduler', 'API'],
	tool: ' SS ',
	usable: '253.5',
	boot: ['firmware', 'loader', 'kernel', 'init']
};

describe('a quiz', () => {
	it('is right when everything is', () => {
		expect(graded(RIGHT)).toMatchObject({ score: 1, right: 5 });
		expect(graded({})).toMatchObject({ score: 0, right: 0 });
	});

	it.each([
		['a wrong choice', { planes: 'Yes' }, { planes: 0 }],
		['one of two', { parts: ['API'] }, { parts: 0.5 }],
		['one right, one wrong', { parts: ['API', 'hypervisor'] }, { parts: 0 }],
		['everything ticked', { parts: ['scheduler', 'API', 'hypervisor'] }, { parts: 0.5 }],
		['a number with a comma', { usable: '253,5' }, { usable: 1 }],
		['a number too far', { usable: '256' }, { usable: 0 }],
		['no number', { usable: 'many' }, { usable: 0 }],
		['two in place', { boot: ['firmware', 'loader', 'init', 'kernel'] }, { boot: 0.5 }]
	] as const)('gives for %s its share', (_, given, shares) => {
		expect(graded(given as never)).toMatchObject(shares);
	});

	it('weighs questions by their points', () => {
		expect(graded({ ...RIGHT, parts: ['API'] }).score).toBeCloseTo(5.5 / 7);
	});

	it('gives nothing for putting everything in the same place', () => {
		const quiz = quizOf();
		const same = fields(quiz, { boot: RIGHT.boot }).map(([name]): [string, string] => [name, '1']);
		expect(gradeQuiz(quiz, givenIn(quiz, 'ada', same), about).shares.get('boot')).toBe(0);
	});

	it('keeps of a form only what it has asked', () => {
		const given = givenIn(quizOf(), 'ada', [
			['__proto__', 'x'],
			['tool', 'y'.repeat(9000)],
			['boot.nope', '1']
		]);
		expect(Object.keys(given)).toEqual(['tool']);
		expect(given.tool?.[0]).toHaveLength(500);
	});
});

describe('what a learner sees of a quiz', () => {
	const view = (changes: object = {}) =>
		quizView(quizOf(), { ...about, visible: { ROOM: 'attic' }, given: null, isOver: false, ...changes });

	it('says nothing of what is right, before and after a wrong answer', () => {
		const quiz = quizOf();
		const given = givenIn(quiz, 'ada', fields(quiz, { ...RIGHT, planes: 'Yes', tool: 'cat' }));
		for (const shown of [view(), view({ given })]) {
			const [planes, , tool, usable] = shown.questions;
			expect(Object.keys(planes!.options[0]!).sort()).toEqual(['chosen', 'id', 'place', 'text', 'why']);
			expect(JSON.stringify(planes)).not.toContain('Only changes wait');
			expect(JSON.stringify(planes)).not.toContain('hypervisor runs them');
			expect(JSON.stringify([tool, { ...usable, written: '' }])).not.toMatch(/netstat|254/);
		}
	});

	it('explains what was chosen, and everything when nothing hangs on it any more', () => {
		const quiz = quizOf();
		const given = givenIn(quiz, 'ada', fields(quiz, { planes: 'Yes' }));
		expect(JSON.stringify(view({ given }))).toContain('Look again at the two planes.');
		expect(JSON.stringify(view({ given, isOver: true }))).toContain('The hypervisor runs them.');
	});

	it('comes in an order of the learner’s own, the same every time, and never in the right one', () => {
		const orders = ['ada', 'bob', 'cleo', 'dora', 'elin', 'finn', 'gus', 'hal'].map((seed) =>
			view({ seed })
				.questions[4]!.options.map(({ text }) => text)
				.join()
		);
		expect(new Set(orders).size).toBeGreaterThan(3);
		expect(orders).not.toContain(RIGHT.boot.join());
		expect(view().questions[4]).toEqual(view().questions[4]);
		expect(view({ seed: 'bob' }).questions[0]!.options.map(({ id }) => id)).not.toEqual(
			view().questions[0]!.options.map(({ id }) => id)
		);
	});

	it('has this learner’s parameters in it', () => {
		expect(view().questions[0]!.options.map(({ text }) => text)).toContain('Only in attic');
	});
});

const wrong = (from: string, to: string) => quizLab(QUESTIONS.replace(from, () => to));
const mistakes: [string, Files, string][] = [
	[
		'no file',
		quizLab(undefined, { 'quiz/q.yaml': null }),
		'lab.yaml:28:67 There is no file `quiz/q.yaml` in this lab.'
	],
	[
		'a misspelt key',
		wrong('right: true, why: Only', 'rigth: true, why: Only'),
		'quiz/q.yaml:7:23 There is no key `rigth` here. Did you mean `right`?'
	],
	[
		'an unknown type',
		wrong('type: order', 'type: oder'),
		'quiz/q.yaml:20:23 Expected one of `choice`, `multi`, `text`, `number`, `order`'
	],
	['no right option', wrong('text: "No", right: true', 'text: "No"'), 'quiz/q.yaml:7:7 No option is right.'],
	[
		'two right options of a choice',
		wrong('text: "Yes"', 'text: "Yes", right: true'),
		'2 options are right, but a choice has one. Make it `type: multi`.'
	],
	['the same option twice', wrong('"Yes"', '"No"'), 'There are two options that say `No`.'],
	['the same item twice', wrong('kernel, init', 'kernel, kernel'), 'There are two items that say `kernel`.'],
	[
		'the same question twice',
		wrong('id: parts', 'id: planes'),
		'quiz/q.yaml:10:9 There are two questions called `planes`.'
	],
	[
		'an undeclared parameter',
		wrong('{{ROOM}}', '{{ROMO}}'),
		'quiz/q.yaml:9:17 No parameter `ROMO` is declared. Did you mean `ROOM`?'
	],
	['a secret parameter', wrong('{{ROOM}}', '{{SEAL}}'), 'Parameter `SEAL` is secret'],
	['a pattern that takes for ever', wrong('[ss, netstat]', '{ regex: "(a+)+b" }'), 'which can take for ever'],
	[
		'a quiz that is not in the guide',
		quizLab(undefined, { 'guide.md': SOUND['guide.md']! }),
		'lab.yaml:28:15 The guide has no place for this quiz. Write ::quiz{check=quiz} inside its task.'
	],
	[
		'an unknown quiz in the guide',
		quizLab(undefined, {
			'guide.md': quizLab()['guide.md']!.toString().replace('check=quiz', 'check=quizz')
		}),
		'Task `name` has no quiz called `quizz`. Did you mean `quiz`?'
	],
	[
		'a hidden quiz',
		quizLab(undefined, {
			'lab.yaml': quizLab()['lab.yaml']!.toString().replace('type: quiz,', 'hidden: true, type: quiz,')
		}),
		'A quiz cannot be hidden'
	],
	[
		'a path elsewhere',
		edited('lab.yaml', 'type: answer, expect: "{{ROOM}}"', 'type: quiz, questions: ../q.yaml'),
		'Expected a file of questions such as quiz/planes.yaml'
	],
	[
		'the answer in the guide',
		quizLab(QUESTIONS.replace('[ss, netstat]', 'sockstatistics'), {
			'guide.md': quizLab()['guide.md']!.toString().replace('Write a file.', 'It is sockstatistics.')
		}),
		'This gives away the answer to check `quiz`.'
	]
];
test.each(mistakes)('%s is told at its place, with what to do', (_, files, message) => {
	expect(problemsOf(files).join('\n')).toContain(message);
});

test('a sound quiz has no problems', () => expect(problemsOf(quizLab())).toEqual([]));
