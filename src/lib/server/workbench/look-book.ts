/** The book of looks: what each check saw, newest first. One that sees the same again is counted, not repeated. */
import type { Run } from '#lib/server/db/index.ts';
import type { Look } from '#lib/server/runs/index.ts';

/** Of one look, for a page. */
export interface LookEntry {
	id: number;
	/** `task/check`. */
	name: string;
	/** Milliseconds since 1970, of the last time. */
	at: number;
	times: number;
	trigger: Look['trigger'];
	verdict: Look['verdict']['verdict'];
	score: number;
	message: string;
	/** Of the last time. */
	milliseconds: number;
	/** Null when time ran out or nothing could be asked. */
	exit: number | null;
	records: { verb: string; text: string; sense: boolean }[];
	stdout: string;
	stderr: string;
}

const MOST = 60;

export class LookBook {
	#entries: { of: string; seen: string; entry: LookEntry }[] = [];
	#count = 0;

	write({ run, task, check, trigger, verdict: seen }: Look): void {
		const name = `${task.id}/${check.id}`;
		const { verdict, score, message, milliseconds, trace } = seen;
		const said = trace
			? { exit: trace.exit, records: trace.records, stdout: trace.stdout, stderr: trace.stderr }
			: { exit: null, records: [], stdout: '', stderr: seen.log };
		const what = { name, trigger, verdict, score, message, ...said };
		const [of, key] = [machines(run), JSON.stringify(what)];
		const last = this.#entries.find((other) => other.of === of && other.entry.name === name);
		const same = last?.seen === key ? last : null;
		const entry: LookEntry = {
			...what,
			id: same?.entry.id ?? ++this.#count,
			times: (same?.entry.times ?? 0) + 1,
			at: Date.now(),
			milliseconds
		};
		const others = this.#entries.filter((other) => other !== same);
		this.#entries = [{ of, seen: key, entry }, ...others].slice(0, MOST);
	}

	/** Those at the machines of this run. */
	of = (run: Run): LookEntry[] =>
		this.#entries.filter(({ of }) => of === machines(run)).map(({ entry }) => entry);
}

const machines = ({ id, generation }: Pick<Run, 'id' | 'generation'>) => `${id}-${generation}`;
