/**
 * Proofs of drafts: `lab test`, as an author runs it, one at a time, each in a process of its own. What
 * it says is kept beside the version; what it found is on the proof card, and only there.
 *
 * Knows nothing of people or of publishing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { labFolderOf } from './place.ts';
import { begin, finish, forget, LOG_BYTES, logOf } from './proof-log.ts';

const TOOL = 'src/cli/lab.ts';
/** Whatever a lab's checks wait for, it ends. */
const MOST_MILLISECONDS = 45 * 60_000;
/** After a friendly word it takes its machines away; then it is ended. */
const GRACE_MILLISECONDS = 60_000;
/** So long a server that ends waits for that. */
const CLOSING_MILLISECONDS = 15_000;

/** What is being done for a version; null when nothing is. */
export type Proving =
	/** So many are before it. */
	{ state: 'waiting'; before: number } | { state: 'running'; since: Date; tried: number; last: string };

interface Job {
	version: string;
	/** It has said something, or is over. */
	news: () => void;
	since: Date | null;
	tried: number;
	last: string;
	stopped: boolean;
	/** There is a place for what it says. */
	ready: Promise<void>;
}

export class Provers {
	readonly #jobs: Job[] = [];
	#child: ChildProcess | null = null;
	#running: Promise<void> = Promise.resolve();
	#closed = false;

	/** `version`: absolute folder. One that is waiting or running already is not begun twice. */
	async start(version: string, news: () => void): Promise<void> {
		if (this.#closed || this.state(version)) return;
		const ready = begin(version);
		this.#jobs.push({ version, news, since: null, tried: 0, last: '', stopped: false, ready });
		await ready;
		this.#next();
	}

	state(version: string): Proving | null {
		const before = this.#jobs.findIndex((job) => job.version === version);
		const job = this.#jobs[before];
		if (!job) return null;
		if (job.since === null) return { state: 'waiting', before };
		return { state: 'running', since: job.since, tried: job.tried, last: job.last };
	}

	/** Call it off. Its machines are taken away. */
	async stop(version: string): Promise<void> {
		const job = this.#jobs.find((job) => job.version === version);
		if (!job) return;
		job.stopped = true;
		if (job.since !== null) return void (this.#child && end(this.#child));
		this.#jobs.splice(this.#jobs.indexOf(job), 1);
		await job.ready.then(() => forget(version));
		job.news();
	}

	/** The process takes its machines away; when that takes long, it does so after us. */
	async close(): Promise<void> {
		this.#closed = true;
		this.#jobs.splice(1);
		if (!this.#child) return;
		end(this.#child);
		const enough = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MILLISECONDS).unref());
		await Promise.race([this.#running, enough]);
	}

	#next(): void {
		const [job] = this.#jobs;
		if (!job || job.since || this.#closed) return;
		job.since = new Date();
		this.#running = this.#run(job)
			.catch((error: Error) => process.emitWarning(error))
			.finally(() => {
				this.#child = null;
				this.#jobs.shift();
				job.news();
				for (const other of this.#jobs) other.news();
				this.#next();
			});
	}

	async #run(job: Job): Promise<void> {
		await job.ready;
		// Called off, or the server ends, in the moment between.
		if (!job.stopped && !this.#closed) await this.#play(job);
		// A proof that ended because the server did was interrupted: nobody has ended it.
		if (!this.#closed) await finish(job.version, job.stopped ? 'stopped' : 'ended');
	}

	async #play(job: Job): Promise<void> {
		const words = [findTool(), 'test', labFolderOf(job.version), '--steps', '--jobs', '1'];
		// In a group of its own: Ctrl-C at the server's terminal is the server's to pass on.
		const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
		this.#child = child;
		// Learners come first.
		if (child.pid) setPriority(child.pid, 10);
		const over = setTimeout(() => end(child), MOST_MILLISECONDS);
		await heard(job, child).finally(() => clearTimeout(over));
	}
}

/** Listens until it is over, and keeps what it says. */
async function heard(job: Job, child: ChildProcess): Promise<void> {
	const log = createWriteStream(logOf(job.version), { flags: 'a', mode: 0o600 });
	let room = LOG_BYTES;
	const hear = (said: string) => {
		const line = plain(said);
		if (line.startsWith('tried: ')) job.tried++;
		job.last = line.slice(0, 300);
		room -= Buffer.byteLength(line) + 1;
		if (room > 0) log.write(`${line}\n`);
		job.news();
	};
	for (const stream of [child.stdout, child.stderr])
		if (stream) createInterface({ input: stream }).on('line', hear);
	const done = Promise.withResolvers<void>();
	log.on('error', done.reject);
	child.on('error', done.reject).on('close', () => done.resolve());
	await done.promise.finally(() => log.end());
}

/** Without colours and whatever else a page cannot show: some of it was said by the lab. */
const plain = (said: string) => stripVTControlCharacters(said).replace(/[^\P{Cc}\t]/gu, '');

function end(child: ChildProcess): void {
	child.kill('SIGTERM');
	setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS).unref();
}

/** The tool lies beside us in the source, and is found also from the bundle in build/. */
function findTool(from = import.meta.dirname): string {
	for (let root = from; ; root = dirname(root)) {
		const file = join(root, TOOL);
		if (existsSync(file)) return file;
		if (root === dirname(root)) throw new Error(`The file ${TOOL} is missing above ${from}: restore it.`);
	}
}
