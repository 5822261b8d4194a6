import { expect, it } from 'vitest';
import { edited, labOf, problemsOf, SOUND, type Files } from '../testing.ts';
import type { Quiz } from '../lab.ts';
import { gradeQuiz } from '../quiz/grade.ts';
import { quizView } from '../quiz/view.ts';
import { inLanguage } from './choose.ts';

const GUIDE = SOUND['guide.md']!.replace('Which room?', 'Quelle pièce ?');
const YAML = `title: Un petit laboratoire
tasks:
  write:
    title: Écrire un fichier
    hints: [Un shell crée des fichiers.]
    checks: { file: Le fichier est là }
`;
const french = (changes: Files = {}): Files => ({
	'i18n/fr/lab.yaml': YAML,
	'i18n/fr/guide.md': GUIDE,
	...changes
});
const translation = (from: string, to: string) => french({ 'i18n/fr/lab.yaml': YAML.replace(from, to) });

it('a translation is the lab in another language, and what it leaves out stays as it was', () => {
	expect(problemsOf(french())).toEqual([]);
	const lab = inLanguage(labOf(french()), ['fr-CA', 'en']);
	expect(lab).toMatchObject({
		...{ language: 'fr', title: 'Un petit laboratoire', summary: 'As small as can be.' },
		guide: [{ path: 'guide.md', file: 'i18n/fr/guide.md', source: GUIDE }]
	});
	expect(lab.tasks[0]).toMatchObject({
		title: 'Écrire un fichier',
		hints: [{ text: 'Un shell crée des fichiers.', cost: 0 }],
		checks: [{ title: 'Le fichier est là' }]
	});
	expect(lab.tasks[1]?.title).toBe('Name the room');
});

it('the first language that somebody reads and the lab is in is the one they get', () => {
	const lab = labOf(french());
	const shown = (...wanted: string[]) => inLanguage(lab, wanted).language;
	expect(shown('de', 'fr', 'en')).toBe('fr');
	expect(shown('en-GB', 'fr')).toBe('en');
	expect(shown('de')).toBe('en');
	expect(shown()).toBe('en');
});

const QUIZ = `questions:
  - id: why
    type: choice
    text: Why?
    why: Because.
    options: [{ text: This, right: true, why: Right. }, { text: That, why: Wrong. }]
  - { id: order, type: order, text: In which order?, items: [first, second, third] }
`;
const WORDS = `questions:
  why: { text: Pourquoi ?, options: [Ceci, { text: Cela, why: Faux. }] }
  order: { items: [premier, deuxième, troisième] }
`;
const withQuiz = (words = WORDS): Files => ({
	...edited(
		'lab.yaml',
		'type: answer, expect: "{{ROOM}}" }',
		'type: answer, expect: "{{ROOM}}" }\n      - { id: quiz, title: Two questions, type: quiz, questions: quiz/q.yaml }'
	),
	...edited('guide.md', '::answer{check=room}', '::answer{check=room}\n\n::quiz{check=quiz}'),
	'quiz/q.yaml': QUIZ,
	'i18n/fr/quiz/q.yaml': words
});

it('a quiz speaks the other language, and what is chosen in it is what was meant', () => {
	const lab = labOf(withQuiz());
	const quizIn = (language: string) => {
		const check = inLanguage(lab, [language]).tasks[1]!.checks.find(({ type }) => type === 'quiz');
		return (check as { quiz: Quiz }).quiz;
	};
	const about = { visible: {}, values: {}, seed: 'ada', given: null, isOver: true };
	const [english, french] = [quizView(quizIn('en'), about), quizView(quizIn('fr'), about)];
	const texts = (view: typeof french, q: number) => view.questions[q]!.options.map(({ text }) => text).sort();
	expect(french.questions.map(({ text }) => text)).toEqual(['Pourquoi ?', 'In which order?']);
	expect(texts(french, 0)).toEqual(['Ceci', 'Cela']);
	expect(texts(french, 1)).toEqual(['deuxième', 'premier', 'troisième']);
	const ids = (view: typeof french) => view.questions.map(({ options }) => options.map(({ id }) => id));
	expect(ids(french)).toEqual(ids(english));

	const right = french.questions[0]!.options.find(({ text }) => text === 'Ceci')!.id;
	const given = { why: [right] };
	expect(gradeQuiz(quizIn('en'), given, { values: {}, seed: 'ada' }).shares.get('why')).toBe(1);
	const told = quizView(quizIn('fr'), { ...about, given }).questions[0]!;
	expect(told.options.map(({ why }) => why).sort()).toEqual(['Faux.', 'Right.']);
});

it.each<[string, string, string]>([
	[
		'a question that is not there',
		WORDS.replace('why:', 'whi:'),
		'quiz/q.yaml:2:3 There is no question `whi` in quiz/q.yaml.'
	],
	[
		'options that are not there',
		WORDS.replace('[Ceci, ', '['),
		'quiz/q.yaml has 2 options here, and this has 1.'
	],
	['a parameter nobody declared', WORDS.replace('Ceci', '"{{DOOR}}"'), 'No parameter `DOOR` is declared.']
])('in a translated quiz %s is a problem with its place', (_, words, problem) => {
	expect(problemsOf(withQuiz(words)).join('\n')).toContain(problem);
});

it.each<[string, Files, string]>([
	[
		'a task that is not there',
		translation('  write:', '  wriet:'),
		'i18n/fr/lab.yaml:3:3 There is no task `wriet` in lab.yaml. Did you mean `write`?'
	],
	[
		'a check that is not there',
		translation('{ file:', '{ flie:'),
		'i18n/fr/lab.yaml:6:15 There is no check `flie` in lab.yaml. Did you mean `file`?'
	],
	[
		'a key that is none',
		translation('title: Un petit', 'titel: Un petit'),
		'i18n/fr/lab.yaml:1:1 There is no key `titel` here. Did you mean `title`?'
	],
	[
		'hints that are too few',
		translation('[Un shell crée des fichiers.]', '[]'),
		'i18n/fr/lab.yaml:5:12 lab.yaml has 1 hints here, and this has 0. Translate each, in the same order.'
	],
	[
		'a hint that is the solution',
		translation('Un shell crée des fichiers.', 'touch /tmp/done && sync'),
		'i18n/fr/lab.yaml:5:13 This holds a line of solve/write.sh'
	],
	[
		'a title that is the answer',
		translation('Écrire un fichier', 'La pièce {{ROOM}}'),
		'i18n/fr/lab.yaml:4:12 This gives away the answer to check `room`.'
	],
	[
		'a parameter that is secret',
		translation('Écrire un fichier', 'Le sceau {{SEAL}}'),
		'i18n/fr/lab.yaml:4:12 Parameter `SEAL` is secret'
	],
	[
		'a page that gives the solution away',
		french({ 'i18n/fr/guide.md': GUIDE.replace('Write a file.', '`touch /tmp/done && sync`') }),
		'i18n/fr/guide.md:4:1 This holds a line of solve/write.sh'
	],
	[
		'a page without one of the tasks',
		french({ 'i18n/fr/guide.md': '# Rien\n\n:::task{id=write}\nx\n:::\n' }),
		'i18n/fr/guide.md:1:1 Task `name` is not in the guide.'
	],
	[
		'a parameter that is not declared',
		french({ 'i18n/fr/guide.md': GUIDE.replace('Write', '{{ROMM}}') }),
		'i18n/fr/guide.md:4:1 No parameter `ROMM` is declared. Did you mean `ROOM`?'
	],
	[
		'a page of nothing',
		french({ 'i18n/fr/guide/01-x.md': 'x' }),
		'i18n/fr/guide/01-x.md:1:1 This file translates nothing.'
	],
	[
		'no language',
		{ 'i18n/french/guide.md': GUIDE },
		'i18n/french/guide.md:1:1 Translations stand in i18n/LANGUAGE/'
	],
	[
		'the language it is in already',
		{ ...french(), ...edited('lab.yaml', 'level: beginner', 'level: beginner\nlanguage: fr') },
		'i18n/fr/guide.md:1:1 This lab is written in `fr` already'
	]
])('%s is a problem with its place', (_, files, problem) => {
	expect(problemsOf(files).join('\n')).toContain(problem);
});
