/** An Instruqt track becomes a lab: challenges are tasks with their check and solve scripts, quizzes quizzes. */
import { stringify } from 'yaml';
import { ended, oneLine, slug, some, type Imported } from './imported.ts';
import { readTrack, type Challenge, type Track } from './instruqt-track.ts';
import { convertText } from './text.ts';

/** Its checks say what is missing with these words. */
const WORDS = `fail-message() { fail "$*"; }\nset-status() { fail "$*"; }\n`;

/** As short as a line of the solution can be and still be told in the guide. */
const TELLING = 12;

/** @throws Complaint when there is no track in the folder. */
export async function importInstruqt(folder: string, id: string): Promise<Imported> {
	return new Importer(id, await readTrack(folder)).run();
}

class Importer {
	readonly #files = new Map<string, string | Buffer>();
	readonly #lost: string[] = [];
	readonly #id: string;
	readonly #track: Track;
	readonly #hosts: Set<string>;
	readonly #guide: string[] = [];

	constructor(id: string, track: Track) {
		this.#id = id;
		this.#track = track;
		this.#hosts = new Set(track.machines.map(({ name }) => hostName(name)));
	}

	run(): Imported {
		const { title, teaser, description, challenges, others } = this.#track;
		for (const what of others) this.#lost.push(`config.yml asks for ${what}: a lab has hosts only.`);
		this.#guide.push(`# ${title}`);
		this.#prose(description || teaser, 'the description');
		const setup = this.#setup();
		const tasks: { id: string }[] = [];
		for (const [index, challenge] of challenges.entries()) {
			const task = this.#task(challenge, index, tasks.at(-1)?.id);
			if (task) tasks.push(task);
		}
		const seconds = challenges.reduce((sum, { timelimit }) => sum + timelimit, 0);
		const lab = {
			...{ apiVersion: 'lab/v1', id: this.#id, title: oneLine(title, 120) },
			summary: oneLine(teaser || title, 300),
			level: levelOf(challenges),
			minutes: Math.min(Math.max(1, Math.round(seconds / 60) || 10 * challenges.length), 600),
			...this.#machines(),
			...some('setup', setup),
			...some('tasks', tasks)
		};
		this.#files.set('guide.md', `${this.#guide.filter(Boolean).join('\n\n')}\n`);
		this.#files.set('lab.yaml', stringify(lab, { lineWidth: 0 }));
		return { files: this.#files, lost: this.#lost };
	}

	#machines() {
		const { machines } = this.#track;
		const together = machines.length > 1 ? { networks: { lan: {} } } : {};
		const hosts = machines.map(({ name, image, environment }) => {
			if (image) this.#lost.push(`The image ${image} of ${name}: the lab has \`linux\`, choose what fits.`);
			const env = Object.keys(environment).length > 0 ? { env: environment } : {};
			return [hostName(name), { image: 'linux', user: 'root', ...together, ...env }] as const;
		});
		return { ...together, ...(hosts.length > 0 ? { hosts: Object.fromEntries(hosts) } : {}) };
	}

	/** The track's scripts and those of the first challenge set the scene. */
	#setup() {
		const [first, ...later] = this.#track.challenges;
		for (const { slug: name, scripts } of later) {
			for (const script of scripts.keys()) {
				if (script.startsWith('setup-'))
					this.#lost.push(
						`${name}/${script} runs when that challenge opens: a lab sets its whole scene at the start.`
					);
			}
		}
		const setup: { host: string; run: string; timeout: string }[] = [];
		for (const scripts of [this.#track.scripts, first?.scripts ?? new Map<string, string>()]) {
			for (const [host, text] of this.#on('setup', scripts)) {
				const run = `setup/${host}-${setup.length + 1}.sh`;
				this.#files.set(run, `set +e +u +o pipefail\n${ended(text)}`);
				setup.push({ host, run, timeout: '10m' });
			}
		}
		return setup;
	}

	#task(challenge: Challenge, index: number, before: string | undefined) {
		const id = slug(challenge.slug) || `challenge-${index + 1}`;
		const title = oneLine(challenge.title || id, 120);
		const { text, lost } = convertText(clickable(challenge.assignment), { foldable: true });
		this.#lost.push(...lost.map((what) => `In ${id}: ${what}`));
		const isQuiz = challenge.type === 'quiz';
		const checks = isQuiz ? this.#quiz(challenge, id, title) : this.#checks(challenge, id, title);
		if (checks.length === 0) {
			this.#guide.push(`## ${title}`, text);
			return null;
		}
		const field = isQuiz ? '\n\n::quiz{check=answers}' : '';
		this.#guide.push(`## ${title}`, `:::task{id=${id}}\n\n${text || title}${field}\n\n:::`);
		const guided = this.#solve(challenge, id, text);
		return {
			...{ id, title, ...(before ? { needs: [before] } : {}), ...(guided ? { guided } : {}) },
			...{ hints: [], checks }
		};
	}

	#quiz({ answers, solution, assignment }: Challenge, id: string, title: string) {
		if (answers.length === 0) return [];
		const options = answers.map((text, index) => ({
			text,
			...(solution.includes(index) ? { right: true } : {})
		}));
		const type = solution.length === 1 ? 'choice' : 'multi';
		const text = oneLine(assignment, 300) || title;
		const question = { id: 'question', type, text, options };
		this.#files.set(`quiz/${id}.yaml`, stringify({ questions: [question] }, { lineWidth: 0 }));
		return [{ id: 'answers', type: 'quiz', title, questions: `quiz/${id}.yaml` }];
	}

	#checks({ scripts }: Challenge, id: string, title: string) {
		return this.#on('check', scripts).map(([host, text]) => {
			const run = `checks/${id}.${host}.sh`;
			this.#files.set(
				run,
				`# As it was on Instruqt: 0 is done, anything else is not yet.\n${WORDS}(\n${ended(text)}) || exit 1\n`
			);
			return { id: slug(`on-${host}`), title, host, run, timeout: '30s' };
		});
	}

	/** Returns whether the text shows lines of the solution. */
	#solve({ scripts, type }: Challenge, id: string, text: string): boolean {
		const solutions = this.#on('solve', scripts);
		if (solutions.length === 0 && type !== 'quiz')
			this.#lost.push(`${id} has no solve script: write solve/${id}.sh.`);
		for (const [host, solution] of solutions) {
			const script = `set +e +u +o pipefail\nexport HOME=/root\ncd\n${ended(solution)}`;
			this.#files.set(this.#hosts.size > 1 ? `solve/${id}.${host}.sh` : `solve/${id}.sh`, script);
		}
		const lines = solutions.flatMap(([, solution]) => solution.split('\n').map((line) => line.trim()));
		return lines.some((line) => line.length >= TELLING && text.includes(line));
	}

	/** Scripts of one kind, by the lab's hosts. */
	#on(kind: string, scripts: Map<string, string>): [host: string, text: string][] {
		const found: [string, string][] = [];
		for (const [name, text] of scripts) {
			if (!name.startsWith(`${kind}-`)) continue;
			const host = hostName(name.slice(kind.length + 1));
			if (this.#hosts.has(host)) found.push([host, text]);
			else this.#lost.push(`${name} is for a host that config.yml does not have.`);
		}
		return found;
	}

	#prose(source: string, where: string) {
		const { text, lost } = convertText(clickable(source), { foldable: false });
		this.#guide.push(text.replace(/^# /gm, '## '));
		this.#lost.push(...lost.map((what) => `In ${where}: ${what}`));
	}
}

const hostName = (name: string) => slug(name, 31) || 'host';

function levelOf(challenges: Challenge[]) {
	const named = challenges.map(({ difficulty }) => difficulty).join(' ');
	if (/advanced|expert/.test(named)) return 'advanced';
	return /intermediate/.test(named) ? 'intermediate' : 'beginner';
}

/** Its fences say `bash,run` or `bash,nocopy`, and its buttons open tabs that a lab does not have. */
function clickable(source: string): string {
	let how = '';
	const lines = source
		.replace(/\[button\b[^\]]*\]\([^)]*\)/g, '')
		.split('\n')
		.map((line) => {
			const opened = /^(\s*```)([\w-]+)?((?:,[\w-]+)+)\s*$/.exec(line);
			if (opened) {
				how = opened[3]!.includes(',run') ? '{{exec}}' : opened[3]!.includes(',copy') ? '{{copy}}' : '';
				return `${opened[1]}${opened[2] ?? ''}`;
			}
			if (!/^\s*```\s*$/.test(line) || how === '') return line;
			const closed = `\`\`\`${how}`;
			how = '';
			return closed;
		});
	return lines.join('\n');
}
