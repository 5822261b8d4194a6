/** A file of questions: read, shaped, and held against what must hold within it. */
import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import type { Quiz, QuizQuestion } from '../lab.ts';
import { conform } from '../messages.ts';
import { PLACEHOLDER } from '../params.ts';
import { flawOf } from '../rules/patterns.ts';
import { suggestion } from '../spelling.ts';
import { readYaml, type YamlFile, type YamlPath } from '../yaml.ts';
import { quizFile, type QuizFile } from './schema.ts';

type Written = QuizFile['questions'][number];

/** What `questions:` at this path of lab.yaml names. A file that is missing or broken is reported and asks nothing. */
export function readQuiz(draft: Draft, path: string, at: YamlPath): Quiz {
	const none: Quiz = { path, shuffle: true, questions: [] };
	const text = textOf(draft.folder, path);
	if (text === null) {
		const known = [...draft.folder.files.keys()].filter((name) => /^quiz\/.*\.ya?ml$/.test(name));
		draft.error(at, `There is no file \`${path}\` in this lab.${suggestion(path, known)}`);
		return none;
	}
	const yaml = readYaml(`${draft.folder.name}/${path}`, text, draft.findings);
	const written = yaml && conform(quizFile, yaml, draft.findings);
	if (!yaml || !written) return none;
	new QuizRules(draft, yaml).apply(written);
	return { path, shuffle: written.shuffle, questions: written.questions.map(build) };
}

function build(written: Written): QuizQuestion {
	const { id, text, points, why = null } = written;
	const base = { id, text, points, why };
	switch (written.type) {
		case 'choice':
		case 'multi':
			return {
				...base,
				type: written.type,
				options: written.options.map(({ text, right, why = null }) => ({ text, right, why }))
			};
		case 'text':
			return { ...base, type: 'text', expect: expectation(written.answer) };
		case 'number':
			return { ...base, type: 'number', answer: written.answer, tolerance: written.tolerance };
		case 'order':
			return { ...base, type: 'order', items: written.items };
	}
}

const expectation = (answer: Extract<Written, { type: 'text' }>['answer']) =>
	typeof answer === 'string' ? { text: [answer] } : Array.isArray(answer) ? { text: answer } : answer;

class QuizRules {
	readonly #draft: Draft;
	readonly #yaml: YamlFile;

	constructor(draft: Draft, yaml: YamlFile) {
		this.#draft = draft;
		this.#yaml = yaml;
	}

	apply({ questions }: QuizFile) {
		this.#unique(
			questions.map(({ id }) => id),
			(index) => ['questions', index, 'id'],
			'questions called'
		);
		for (const [q, question] of questions.entries()) this.#question(question, ['questions', q]);
	}

	#question(question: Written, at: YamlPath) {
		this.#params(question.text, [...at, 'text']);
		this.#params(question.why ?? '', [...at, 'why']);
		if (question.type === 'choice' || question.type === 'multi') this.#options(question, at);
		else if (question.type === 'order') this.#items(question.items, at);
		else if (question.type === 'number') this.#params(question.answer, [...at, 'answer'], false);
		else this.#text(question.answer, [...at, 'answer']);
	}

	#options({ type, options }: Extract<Written, { options: unknown }>, at: YamlPath) {
		const right = options.filter(({ right }) => right).length;
		if (right === 0)
			this.#error([...at, 'options'], 'No option is right. Say `right: true` on the right one.');
		if (type === 'choice' && right > 1) {
			const message = `${right} options are right, but a choice has one. Make it \`type: multi\`.`;
			this.#error([...at, 'options'], message);
		}
		this.#unique(
			options.map(({ text }) => text),
			(index) => [...at, 'options', index, 'text'],
			'options that say'
		);
		for (const [o, { text, why = '' }] of options.entries()) {
			this.#params(text, [...at, 'options', o, 'text']);
			this.#params(why, [...at, 'options', o, 'why']);
		}
	}

	#items(items: string[], at: YamlPath) {
		this.#unique(items, (index) => [...at, 'items', index], 'items that say');
		for (const [i, text] of items.entries()) this.#params(text, [...at, 'items', i]);
	}

	#text(answer: Extract<Written, { type: 'text' }>['answer'], at: YamlPath) {
		const flaw = typeof answer === 'string' || Array.isArray(answer) ? null : flawOf(answer.regex);
		if (flaw) this.#error([...at, 'regex'], flaw);
		this.#params(JSON.stringify(answer), at, false);
	}

	#unique(texts: string[], at: (index: number) => YamlPath, kind: string) {
		for (const [index, text] of texts.entries()) {
			if (texts.indexOf(text) === index) continue;
			this.#error(at(index), `There are two ${kind} \`${text}\`. Change one of them.`);
		}
	}

	/** Every {{NAME}} is declared, and no secret one is read by a learner. */
	#params(text: string, at: YamlPath, isShown = true) {
		const { params } = this.#draft.written;
		for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
			if (!Object.hasOwn(params, name)) {
				const near = suggestion(name, Object.keys(params)) || ' Declare it under `params`.';
				this.#error(at, `No parameter \`${name}\` is declared.${near}`);
			} else if (params[name]?.secret && isShown) {
				this.#error(at, `Parameter \`${name}\` is secret: learners must not read it here.`);
			}
		}
	}

	#error(at: YamlPath, message: string) {
		this.#draft.findings.error(this.#yaml.at(at), message);
	}
}
