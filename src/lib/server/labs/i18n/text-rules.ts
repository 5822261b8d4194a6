/** What must hold for the texts of a translation: they belong to something, fill in what is declared, and give nothing away. */
import type { Draft } from '../draft.ts';
import type { Lab, Task } from '../lab.ts';
import { leakFinder } from '../rules/leaks.ts';
import { paramProblems } from '../rules/params.ts';
import { suggestion } from '../spelling.ts';
import type { YamlFile, YamlPath } from '../yaml.ts';
import type { TranslationFile } from './schema.ts';

type WrittenTask = TranslationFile['tasks'][string];

export class TextRules {
	readonly #draft: Draft;
	readonly #lab: Lab;
	readonly #yaml: YamlFile;
	readonly #leak: (text: string) => string | null;

	constructor(draft: Draft, lab: Lab, yaml: YamlFile) {
		this.#draft = draft;
		this.#lab = lab;
		this.#yaml = yaml;
		this.#leak = leakFinder(draft, lab);
	}

	apply({ title, summary, outcomes, tasks }: TranslationFile) {
		this.#text(title, ['title']);
		this.#text(summary, ['summary']);
		for (const [o, outcome] of (outcomes ?? []).entries()) this.#text(outcome, ['outcomes', o]);
		this.#sameCount(outcomes, this.#lab.outcomes, ['outcomes'], 'outcomes');
		for (const [id, written] of Object.entries(tasks)) {
			const task = this.#lab.tasks.find((task) => task.id === id);
			if (task) this.#task(task, written);
			else this.#unknown(['tasks'], id, 'task', this.#lab.tasks);
		}
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
		const message = `lab.yaml has ${there.length} ${what} here, and this has ${written.length}. Translate each, in the same order.`;
		this.#draft.findings.error(this.#yaml.at(at), message);
	}

	#unknown(at: YamlPath, id: string, what: string, known: { id: string }[]) {
		const near = suggestion(
			id,
			known.map(({ id }) => id)
		);
		this.#draft.findings.error(this.#yaml.atKey(at, id), `There is no ${what} \`${id}\` in lab.yaml.${near}`);
	}

	#text(text: string | undefined, at: YamlPath, isShown = true) {
		if (text === undefined) return;
		const leak = isShown ? this.#leak(text) : null;
		for (const message of [...paramProblems(this.#draft, text, isShown), ...(leak ? [leak] : [])]) {
			this.#draft.findings.error(this.#yaml.at(at), message);
		}
	}
}
