/**
 * Translations, found by their names: i18n/LANGUAGE/lab.yaml for the texts of lab.yaml, and
 * i18n/LANGUAGE/guide.md, guide/… or quiz/… for pages and quizzes of the same names. What is not
 * translated stays as it is; what translates nothing is a mistake. Each becomes the whole lab in
 * that language.
 */
import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import type { Check, GuidePage, Lab, Quiz, QuizWords, Task } from '../lab.ts';
import { conform } from '../messages.ts';
import { suggestion } from '../spelling.ts';
import { firstFlaw } from '../rules/texts.ts';
import { readYaml, type YamlFile } from '../yaml.ts';
import { LANGUAGE, quizTranslationFile, translationFile, type TranslationFile } from './schema.ts';
import { TextRules } from './text-rules.ts';

const BELOW = /^i18n\/([^/]+)\/(.+)$/;

export function readTranslations(draft: Draft, lab: Lab): Lab[] {
	const files = [...draft.folder.files.keys()].filter((path) => path.startsWith('i18n/'));
	const languages = new Set(files.map((path) => BELOW.exec(path)?.[1] ?? ''));
	return [...languages].flatMap((language) => {
		const own = files.filter((path) => (BELOW.exec(path)?.[1] ?? '') === language);
		const problem = languageProblem(draft, language);
		if (problem === null) return [readTranslation(draft, lab, language, own)];
		draft.findings.error(draft.in(own[0]!), problem);
		return [];
	});
}

function languageProblem({ written }: Draft, language: string): string | null {
	if (!LANGUAGE.test(language))
		return 'Translations stand in i18n/LANGUAGE/, such as i18n/fr/guide.md or i18n/pt-BR/lab.yaml.';
	return language === written.language
		? `This lab is written in \`${language}\` already: its \`language\` says so.`
		: null;
}

function readTranslation(draft: Draft, lab: Lab, language: string, files: string[]): Lab {
	const yaml = `i18n/${language}/lab.yaml`;
	const quizzes = lab.tasks.flatMap(({ checks }) =>
		checks.flatMap((check) => (check.type === 'quiz' ? check.quiz : []))
	);
	const known = [yaml, ...[...lab.guide, ...quizzes].map(({ path }) => `i18n/${language}/${path}`)];
	for (const path of files.filter((path) => !known.includes(path))) {
		const near =
			suggestion(path, known) || ' There are the texts of lab.yaml, the pages of the guide and the quizzes.';
		draft.findings.error(draft.in(path), `This file translates nothing.${near}`);
	}
	const guide = lab.guide.map((page): GuidePage => {
		const file = `i18n/${language}/${page.path}`;
		const source = textOf(draft.folder, file);
		return source === null ? page : { ...page, source, file };
	});
	const texts = readTexts(draft, lab, yaml);
	const whole = { ...lab, ...(texts ? translated(lab, texts) : {}) };
	const words = new Map(
		quizzes.map((quiz) => [quiz, readWords(draft, lab, quiz, `i18n/${language}/${quiz.path}`)])
	);
	const inWords = (check: Check): Check =>
		check.type === 'quiz' ? { ...check, quiz: { ...check.quiz, words: words.get(check.quiz) } } : check;
	const tasks = whole.tasks.map((task) => ({ ...task, checks: task.checks.map(inWords) }));
	return { ...whole, tasks, language, guide, translations: [] };
}

function readTexts(draft: Draft, lab: Lab, path: string): TranslationFile | null {
	const yaml = yamlAt(draft, path);
	const texts = yaml && conform(translationFile, yaml, draft.findings);
	if (!yaml || !texts) return null;
	new TextRules(draft, lab, yaml, 'lab.yaml').ofLab(lab, texts);
	return texts;
}

/** The texts of a quiz by question; nothing when they are not there, or not sound. */
function readWords(draft: Draft, lab: Lab, quiz: Quiz, path: string): Record<string, QuizWords> | undefined {
	const yaml = yamlAt(draft, path);
	const texts = yaml && conform(quizTranslationFile, yaml, draft.findings);
	if (!yaml || !texts) return undefined;
	new TextRules(draft, lab, yaml, quiz.path).ofQuiz(quiz, texts);
	const words = Object.entries(texts.questions).map(([id, { text, why, options, items }]) => {
		return [id, { text, why, options: options ?? items?.map((text) => ({ text })) }] as const;
	});
	return Object.fromEntries(words);
}

/** Null when there is no such file, or a rule says what is wrong with it. */
function yamlAt({ folder, findings }: Draft, path: string): YamlFile | null {
	const content = folder.files.get(path);
	if (!content || firstFlaw(content)) return null;
	return readYaml(`${folder.name}/${path}`, content.toString('utf8'), findings);
}

/** What is there in the other language, and the rest as it was. */
function translated(lab: Lab, texts: TranslationFile): Pick<Lab, 'title' | 'summary' | 'outcomes' | 'tasks'> {
	const { title = lab.title, summary = lab.summary, outcomes = lab.outcomes } = texts;
	const tasks = lab.tasks.map((task): Task => {
		const own = texts.tasks[task.id];
		if (!own) return task;
		return {
			...task,
			title: own.title ?? task.title,
			hints: task.hints.map((hint, h) => ({ ...hint, text: own.hints?.[h] ?? hint.text })),
			checks: task.checks.map((check) => ({ ...check, title: own.checks[check.id] ?? check.title }))
		};
	});
	return { title, summary, outcomes, tasks };
}
