/** What must hold for the texts of a translation: they belong to something, fill in what is declared, and give nothing away. */
import type { Draft } from '../draft.ts';
import type { Lab, Quiz, QuizQuestion, Task } from '../lab.ts';
import { leakFinder } from '../rules/leaks.ts';
import { paramProblems } from '../rules/params.ts';
import { suggestion } from '../spelling.ts';
import type { YamlFile, YamlPath } from '../yaml.ts';
import type { QuizTranslationFile, TranslationFile } from './schema.ts';

type WrittenTask = TranslationFile['tasks'][string];
type WrittenQuestion = QuizTranslationFile['questions'][string];

export class TextRules {
	readonly #draft: Draft;
	readonly #yaml: YamlFile;
	/** The file it translates. */
	readonly #from: string;
	readonly #leak: (text: string) => string | null;

	constructor(draft: Draft, lab: Lab, yaml: YamlFile, from: string) {
		this.#draft = draft;
		this.#yaml = yaml;
		this.#from = from;
		this.#leak = leakFinder(draft, lab);
	}

	ofLab(lab: Lab, { title, summary, outcomes, tasks }: TranslationFile) {
		this.#text(title, ['title']);
		this.#text(summary, ['summary']);
		for (const [o, outcome] of (outcomes ?? []).entries()) this.#text(outcome, ['outcomes', o]);
		this.#sameCount(outcomes, lab.outcomes, ['outcomes'], 'outcomes');
		for (const [id, written] of Object.entries(tasks)) {
			const task = lab.tasks.find((task) => task.id === id);
			if (task) this.#task(task, written);
			else this.#unknown(['tasks'], id, 'task', lab.tasks);
		}
	}

	ofQuiz({ questions }: Quiz, translation: QuizTranslationFile) {
		for (const [id, written] of Object.entries(translation.questions)) {
			const question = questions.find((question) => question.id === id);
			if (question) this.#question(question, written);
			else this.#unknown(['questions'], id, 'question', questions);
		}
	}

	#question(question: QuizQuestion, { text, why, options, items }: WrittenQuestion) {
		const at = ['questions', question.id];
		this.#text(text, [...at, 'text']);
		this.#text(why, [...at, 'why']);
		for (const [o, option] of (options ?? []).entries()) {
			this.#text(option.text, [...at, 'options', o]);
			this.#text('why' in option ? option.why : undefined, [...at, 'options', o, 'why']);
		}
		for (const [i, item] of (items ?? []).entries()) this.#text(item, [...at, 'items', i]);
		this.#sameCount(options, 'options' in question ? question.options : [], [...at, 'options'], 'options');
		this.#sameCount(items, question.type === 'order' ? question.items : [], [...at, 'items'], 'items');
	}

	#task(task: Task, { title, hints, checks }: WrittenTask) {
		const at = ['tasks', task.id];
		this.#text(title, [...at, 'title']);
		for (const [h, hint] of (hints ?? []).entries()) this.#text(hint, [...at, 'hints', h]);
		this.#sameCount(hints, task.hints, [...at, 'hints'], 'hints');
		for (const [id, text] of Object.entries(checks)) {
			const check = task.checks.find((check) => check.id === id);
			if (!check) this.#unknown([...at, 'checks'], id, 'check', task.checks);
			else this.#text(text, [...at, 'checks', id], !check.hidden);
		}
	}

	/** Lists have no ids: only the place says which is which. */
	#sameCount(written: unknown[] | undefined, there: unknown[], at: YamlPath, what: string) {
		if (!written || written.length === there.length) return;
		const message = `${this.#from} has ${there.length} ${what} here, and this has ${written.length}. Translate each, in the same order.`;
		this.#draft.findings.error(this.#yaml.at(at), message);
	}

	#unknown(at: YamlPath, id: string, what: string, known: { id: string }[]) {
		const near = suggestion(
			id,
			known.map(({ id }) => id)
		);
		this.#draft.findings.error(
			this.#yaml.atKey(at, id),
			`There is no ${what} \`${id}\` in ${this.#from}.${near}`
		);
	}

	#text(text: string | undefined, at: YamlPath, isShown = true) {
		if (text === undefined) return;
		const leak = isShown ? this.#leak(text) : null;
		for (const message of [...paramProblems(this.#draft, text, isShown), ...(leak ? [leak] : [])]) {
			this.#draft.findings.error(this.#yaml.at(at), message);
		}
	}
}
