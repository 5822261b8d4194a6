/** A Killercoda scenario becomes a lab: steps are tasks, verify scripts checks, clickable commands the solution. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { stringify } from 'yaml';
import { ended, oneLine, some, type Imported } from './imported.ts';
import { readScenario, type Part, type Scenario } from './killercoda-scenario.ts';
import { convertText } from './text.ts';

const HOST = 'host01';

/** @throws Complaint when there is no scenario in the folder. */
export async function importKillercoda(folder: string, id: string): Promise<Imported> {
	return new Importer(folder, id, await readScenario(folder)).run();
}

class Importer {
	readonly #files = new Map<string, string | Buffer>();
	readonly #lost: string[] = [];
	readonly #folder: string;
	readonly #id: string;
	readonly #scenario: Scenario;
	#guide: string[] = [];

	constructor(folder: string, id: string, scenario: Scenario) {
		this.#folder = folder;
		this.#id = id;
		this.#scenario = scenario;
	}

	async run(): Promise<Imported> {
		const { title, details } = this.#scenario;
		this.#guide.push(`# ${title}`);
		await this.#prose(details.intro, 'the introduction');
		const setup = await this.#setup();
		const tasks = [];
		for (const [index, step] of details.steps.entries()) {
			const task = await this.#step(step, index + 1, tasks.at(-1)?.id);
			if (task) tasks.push(task);
		}
		await this.#prose(details.finish, 'the end');
		this.#reportLaterScripts();
		const placed = await this.#assets();
		this.#files.set('guide.md', `${this.#guide.filter(Boolean).join('\n\n')}\n`);
		this.#files.set('lab.yaml', stringify(this.#lab(setup, tasks, placed), { lineWidth: 0 }));
		return { files: this.#files, lost: this.#lost };
	}

	#lab(setup: object[], tasks: object[], files: object[]) {
		const { title, description, backend } = this.#scenario;
		if (!/^ubuntu/.test(backend.imageid))
			this.#lost.push(
				`The image ${backend.imageid} has no counterpart: the lab has \`linux\`, and programs will be missing.`
			);
		return {
			...{ apiVersion: 'lab/v1', id: this.#id, title: oneLine(title, 120) },
			summary: oneLine(description || title, 300),
			level: levelOf(this.#scenario),
			minutes: minutesOf(this.#scenario),
			hosts: { [HOST]: { image: 'linux', user: 'root', ...some('files', files) } },
			...some('setup', setup),
			...some('tasks', tasks)
		};
	}

	/** What runs before the first step is the scene. Those scripts never heard of `set -e`. */
	async #setup() {
		const { intro, steps } = this.#scenario.details;
		const scripts = [intro.background, intro.foreground, steps[0]!.background, steps[0]!.foreground];
		const setup: { host: string; run: string; timeout: string }[] = [];
		for (const path of new Set(scripts.filter((path) => path !== undefined))) {
			const text = await this.#text(path);
			if (text === null) continue;
			const file = `setup/${posix.basename(path).replace(/(\.sh)?$/, '')}-${setup.length + 1}.sh`;
			this.#files.set(file, `set +e +u +o pipefail\n${ended(text)}`);
			setup.push({ host: HOST, run: file, timeout: '10m' });
		}
		return setup;
	}

	async #step(step: Part, number: number, before: string | undefined) {
		const title = step.title ?? `Step ${number}`;
		const verify = step.verify === undefined ? null : await this.#text(step.verify);
		if (verify === null) {
			this.#guide.push(`## ${title}`);
			await this.#prose(step, `step ${number}`);
			return null;
		}
		const id = `step-${number}`;
		const { text, commands, lost, guided } = convertText((await this.#text(step.text)) ?? '', {
			foldable: true
		});
		this.#lost.push(...lost.map((what) => `Step ${number}: ${what}`));
		this.#guide.push(`## ${title}`, `:::task{id=${id}}\n\n${text || title}\n\n:::`);
		this.#files.set(
			`checks/${id}.sh`,
			`# As it was on Killercoda: 0 is done, anything else is not yet.\n(\n${ended(verify)}) >&2 || fail "Not yet. Read the task again."\n`
		);
		if (commands.length > 0)
			this.#files.set(`solve/${id}.sh`, `set +e +u\nexport HOME=/root\ncd\n${ended(commands.join('\n'))}`);
		else this.#lost.push(`Step ${number} shows no commands to run: write its solution, solve/${id}.sh.`);
		const check = { id: 'done', title, host: HOST, run: `checks/${id}.sh` };
		return {
			...{ id, title, ...(before ? { needs: [before] } : {}) },
			...(guided ? { guided: true } : {}),
			...{ hints: [], checks: [check] }
		};
	}

	async #prose(part: Part, where: string) {
		const source = await this.#text(part.text);
		if (source === null) return;
		const { text, lost } = convertText(source, { foldable: false });
		this.#guide.push(text.replace(/^# /gm, '## '));
		this.#lost.push(...lost.map((what) => `In ${where}: ${what}`));
	}

	#reportLaterScripts() {
		const { steps, finish } = this.#scenario.details;
		for (const { foreground, background } of [...steps.slice(1), finish]) {
			for (const script of [foreground, background]) {
				if (script)
					this.#lost.push(`${script} runs when a later step opens: a lab sets its whole scene at the start.`);
			}
		}
	}

	async #assets() {
		const placed = [];
		for (const [host, assets] of Object.entries(this.#scenario.details.assets)) {
			for (const { file, target, chmod } of assets) {
				const content = await readFile(join(this.#folder, 'assets', file)).catch(() => null);
				if (host !== HOST || content === null) {
					this.#lost.push(`The file ${file} for ${host}: put it into files/ and place it by hand.`);
					continue;
				}
				this.#files.set(`files/${file}`, content);
				const to = posix.join(target.replace(/^~/, '/root'), posix.basename(file));
				placed.push({ from: `files/${file}`, to, ...(chmod?.includes('x') ? { mode: '0755' } : {}) });
			}
		}
		return placed;
	}

	/** A file of the scenario as text; null when none is named or it is not there. */
	async #text(path: string | undefined): Promise<string | null> {
		if (path === undefined) return null;
		const text = await readFile(join(this.#folder, path), 'utf8').catch(() => null);
		if (text === null) this.#lost.push(`index.json names ${path}, which is not there.`);
		return text?.replaceAll('\r\n', '\n') ?? null;
	}
}

function levelOf({ difficulty }: Scenario) {
	if (/advanced|expert/i.test(difficulty)) return 'advanced';
	return /inter/i.test(difficulty) ? 'intermediate' : 'beginner';
}

/** The longest time that is named, or five minutes for each step. */
const minutesOf = ({ time, details }: Scenario) =>
	Math.min(Number(/(\d+)\D*$/.exec(time)?.[1] ?? 0) || 5 * details.steps.length, 600);
