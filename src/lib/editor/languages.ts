/** Which language a file is in, by its name and its first line; each is fetched when it is first needed. */
import type { Extension } from '@codemirror/state';
import type { StreamParser } from '@codemirror/language';

export type Language = 'shell' | 'yaml' | 'python' | 'json' | 'markdown' | 'ini' | 'text';

const BY_ENDING: [RegExp, Language][] = [
	[
		/\.(sh|bash)$|\/\.?(bashrc|bash_profile|profile|bash\.bashrc)$|\/(etc\/sv|service)\/[^/]+\/(run|finish)$/,
		'shell'
	],
	[/\.ya?ml$/, 'yaml'],
	[/\.py$/, 'python'],
	[/\.json$/, 'json'],
	[/\.(md|markdown)$/i, 'markdown'],
	[
		/\.(ini|conf|cfg|cnf|service|timer|socket|properties|env|desktop)$|\/(os-release|sysctl\.conf|fstab)$/,
		'ini'
	]
];

export function languageOf(path: string, text: string): Language {
	const byName = BY_ENDING.find(([ending]) => ending.test(path))?.[1];
	if (byName) return byName;
	if (/^#!.*\b(ba|da)?sh\b/.test(text)) return 'shell';
	return /^#!.*\bpython/.test(text) ? 'python' : 'text';
}

const stream = async (parser: Promise<StreamParser<unknown>>): Promise<Extension> =>
	(await import('@codemirror/language')).StreamLanguage.define(await parser);

const LOAD: Record<Exclude<Language, 'text'>, () => Promise<Extension>> = {
	shell: () => stream(import('@codemirror/legacy-modes/mode/shell').then(({ shell }) => shell)),
	ini: () => stream(import('@codemirror/legacy-modes/mode/properties').then(({ properties }) => properties)),
	yaml: () => import('@codemirror/lang-yaml').then(({ yaml }) => yaml()),
	python: () => import('@codemirror/lang-python').then(({ python }) => python()),
	json: () => import('@codemirror/lang-json').then(({ json }) => json()),
	markdown: () => import('@codemirror/lang-markdown').then(({ markdown }) => markdown())
};

export const loadLanguage = async (language: Language): Promise<Extension> =>
	language === 'text' ? [] : LOAD[language]();
