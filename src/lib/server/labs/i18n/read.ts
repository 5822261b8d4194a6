/**
 * Translations, found by their names: i18n/LANGUAGE/lab.yaml for the texts of lab.yaml, and
 * i18n/LANGUAGE/guide.md or guide/… for pages of the same names. What is not translated stays as
 * it is; what translates nothing is a mistake. Each becomes the whole lab in that language.
 */
import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import type { GuidePage, Lab, Task } from '../lab.ts';
import { conform } from '../messages.ts';
import { suggestion } from '../spelling.ts';
import { firstFlaw } from '../rules/texts.ts';
import { readYaml } from '../yaml.ts';
import { LANGUAGE, translationFile, type TranslationFile } from './schema.ts';
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
	const known = [yaml, ...lab.guide.map(({ path }) => `i18n/${language}/${path}`)];
	for (const path of files.filter((path) => !known.includes(path))) {
		const near = suggestion(path, known) || ' There are the texts of lab.yaml and the pages of the guide.';
		draft.findings.error(draft.in(path), `This file translates nothing.${near}`);
	}
	const guide = lab.guide.map((page): GuidePage => {
		const file = `i18n/${language}/${page.path}`;
		const source = textOf(draft.folder, file);
		return source === null ? page : { ...page, source, file };
	});
	const texts = readTexts(draft, lab, yaml);
	return { ...lab, ...(texts ? translated(lab, texts) : {}), language, guide, translations: [] };
}

function readTexts(draft: Draft, lab: Lab, path: string): TranslationFile | null {
	const content = draft.folder.files.get(path);
	if (!content || firstFlaw(content)) return null; // a rule says what is wrong with it
	const yaml = readYaml(`${draft.folder.name}/${path}`, content.toString('utf8'), draft.findings);
	const texts = yaml && conform(translationFile, yaml, draft.findings);
	if (!yaml || !texts) return null;
	new TextRules(draft, lab, yaml).apply(texts);
	return texts;
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
