/**
 * Proofs of drafts: `lab test`, as an author runs it, one at a time, each in a process of its own. What
 * it says is kept beside the version; what it found is on the proof card, and only there.
 *
 * Knows nothing of people or of publishing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { labFolderOf } from './place.ts';

const TOOL = 'src/cli/lab.ts';
/** Whatever a lab's checks wait for, it ends. */
const MOST_MILLISECONDS = 45 * 60_000;
/** After a friendly word it takes its machines away; then it is ended. */
const GRACE_MILLISECONDS = 60_000;
const LOG_BYTES = 64 * 1024;

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
}

export class Provers {
	readonly #jobs: Job[] = [];
	#child: ChildProcess | null = null;
	#closed = false;
	readonly #tool: string;

	constructor(tool = findTool()) {
		this.#tool = tool;
	}

	/** `version`: absolute folder. One that is waiting or running already is not begun twice. */
	start(version: string, news: () => void): void {
		if (this.#jobs.some((job) => job.version === version)) return;
		this.#jobs.push({ version, news, since: null, tried: 0, last: '' });
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
	stop(version: string): void {
		const [first] = this.#jobs;
		if (first?.version === version && this.#child) return end(this.#child);
		const index = this.#jobs.findIndex((job) => job.version === version);
		if (index < 0) return;
		const [job] = this.#jobs.splice(index, 1);
		job?.news();
	}

	/** The process ends by itself, and takes its machines away, also after us. */
	close(): void {
		this.#closed = true;
		this.#jobs.splice(1);
		if (this.#child) end(this.#child);
	}

	#next(): void {
		const [job] = this.#jobs;
		if (!job || this.#child || this.#closed || job.since) return;
		job.since = new Date();
		void this.#run(job)
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
		await rm(join(job.version, '.proofs'), { recursive: true, force: true });
		await mkdir(join(job.version, '.proofs'), { recursive: true, mode: 0o700 });
		const log = createWriteStream(logOf(job.version), { mode: 0o600 });
		const words = [this.#tool, 'test', labFolderOf(job.version), '--steps', '--jobs', '1'];
		const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
		this.#child = child;
		const over = setTimeout(() => end(child), MOST_MILLISECONDS);
		let room = LOG_BYTES;
		const hear = (line: string) => {
			if (line.startsWith('tried: ')) job.tried++;
			job.last = line.slice(0, 300);
			room -= Buffer.byteLength(line) + 1;
			if (room > 0) log.write(`${line}\n`);
			job.news();
		};
		for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', hear);
		const done = Promise.withResolvers<void>();
		child.on('error', done.reject).on('close', () => done.resolve());
		await done.promise.finally(() => {
			clearTimeout(over);
			log.end();
		});
	}
}

/** What the last proof of a version has said; null when there was none. */
export async function logText(version: string): Promise<string | null> {
	const file = await open(logOf(version)).catch(() => null);
	if (!file) return null;
	try {
		const { bytesRead, buffer } = await file.read(Buffer.alloc(LOG_BYTES), 0, LOG_BYTES, 0);
		return buffer.toString('utf8', 0, bytesRead);
	} finally {
		await file.close();
	}
}

const logOf = (version: string) => join(version, '.proofs', 'log');

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
