/** The blocks a guide may use and what each takes: for the rules, and for the message on a misspelt one. */
export const BLOCKS = {
	task: { form: ':::', takes: ['id'] },
	solution: { form: ':::', takes: ['task'] },
	note: { form: ':::', takes: [] },
	tip: { form: ':::', takes: [] },
	warning: { form: ':::', takes: [] },
	tabs: { form: ':::', takes: [] },
	tab: { form: ':::', takes: ['title'] },
	figure: { form: ':::', takes: ['src', 'alt', 'width'] },
	answer: { form: '::', takes: ['check', 'placeholder'] },
	quiz: { form: '::', takes: ['check'] },
	img: { form: '::', takes: ['src', 'alt', 'width'] },
	open: { form: '::', takes: ['file', 'host', 'web'] }
} as const;

export type BlockName = keyof typeof BLOCKS;

export const isBlock = (name: string): name is BlockName => Object.hasOwn(BLOCKS, name);

/** What the line that opens a block of code may say after the language: ```sh run host=web. */
export interface CodeOptions {
	run: boolean;
	copy: boolean;
	host: string | null;
	title: string | null;
	/** Words that mean nothing here. */
	unknown: string[];
}

export const CODE_WORDS = ['run', 'copy', 'host', 'title'];

export function codeOptions(meta: string | null | undefined): CodeOptions {
	const options: CodeOptions = { run: false, copy: false, host: null, title: null, unknown: [] };
	for (const [, key = '', ...values] of (meta ?? '').matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|(\S*)))?/g)) {
		const value = values.find((v) => v !== undefined) ?? null;
		if (isFlag(key) && value === null) options[key] = true;
		else if (isSetting(key) && value) options[key] = value;
		else options.unknown.push(key);
	}
	return options;
}

const isFlag = (key: string) => key === 'run' || key === 'copy';
const isSetting = (key: string) => key === 'host' || key === 'title';
