/**
 * Recordings: what each shell of a run has shown, kept as long as the operator says.
 *
 * The row comes first, then the file, which the terminals' thread writes; so a file without a row
 * is rubbish, and is taken away. Knows nothing of sockets, sandboxes or who may see what.
 */
import { mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import { isSomebody, recordingMarks, recordings, runs, users } from '#lib/server/db/index.ts';
import type { Db, RecordingMark, RecordingRow, Run } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import type { Log } from '../log.ts';
import { readCast } from './cast.ts';
import { commandsIn, type Command, type Stretch } from './commands.ts';
import { marksOf, type Happened, type Mark, type Titles } from './marks.ts';
import { drop, fileOf, tooOld } from './retention.ts';

export type { Command, Stretch } from './commands.ts';
export type { Happened, Mark } from './marks.ts';

export interface RecordingsOptions {
	db: Db;
	log: Log;
	folder: string;
	/** How long recordings are kept; 0: nothing is recorded. */
	days: number;
	/** All of them together, on disk; the oldest go first. */
	mebibytes: number;
	/** What a check is called in front of people. */
	titles: Titles;
	happened: Happened;
}

/** A recording, and whose it is. */
export interface Recorded extends RecordingRow {
	userId: number;
	userName: string;
	labId: string;
	/** The run is on, so there may be more to come. */
	isOn: boolean;
	/** On disk. */
	bytes: number;
	/** The last time something was put on disk; its beginning when nothing was yet. */
	writtenAt: Date;
}

const TIDY_MILLISECONDS = 3_600_000;
export const LISTED = 100;

export class Recordings {
	readonly #options: RecordingsOptions;
	#timer: NodeJS.Timeout | undefined;
	#tidying: Promise<void> = Promise.resolve();

	constructor(options: RecordingsOptions) {
		this.#options = options;
	}

	/** Take away what is too old, now and every hour. */
	open(): void {
		mkdirSync(this.#options.folder, { recursive: true, mode: 0o700 });
		const tidy = () => {
			this.#tidying = this.tidy().catch((error: unknown) => {
				this.#options.log.error({ error }, 'old recordings could not be taken away');
			});
		};
		tidy();
		this.#timer = setInterval(tidy, TIDY_MILLISECONDS).unref();
	}

	async close(): Promise<void> {
		clearInterval(this.#timer);
		await this.#tidying;
	}

	/** How long recordings are kept, in days; 0 when nothing is recorded. */
	get days(): number {
		return this.#options.days;
	}

	/** Where to record a shell: on with what there is, unless it has just begun. Null when recording is off. */
	record(place: { run: Run; host: string; shell: string }, fresh: boolean) {
		const { folder, days } = this.#options;
		if (days === 0) return null;
		const { run, host, shell } = place;
		const same = { runId: run.id, generation: run.generation, host, shell };
		const row = (fresh ? undefined : this.#last(same)) ?? this.#begin(same);
		const title = `${run.labId} · ${host}`;
		return { file: fileOf(folder, row.id), startedAt: row.startedAt.getTime(), title };
	}

	/** Something befell the machines of a run: its recordings get a mark. */
	mark(runId: number, kind: RecordingMark['kind'], text: string, at = new Date()): void {
		if (this.#options.days === 0) return;
		const { db } = this.#options;
		db.insert(recordingMarks)
			.values({ ...{ runId, kind, at }, text: text.slice(0, 300) })
			.run();
	}

	async find(id: number): Promise<Recorded | null> {
		return (await this.#read(eq(recordings.id, id)))[0] ?? null;
	}

	/** Of one learner, newest first. */
	of(userId: number): Promise<Recorded[]> {
		return this.#read(eq(runs.userId, userId));
	}

	/** Of everybody, newest first; of what authors try out, none. */
	latest(): Promise<Recorded[]> {
		return this.#read(isSomebody);
	}

	/** Of one run, newest first. */
	ofRun(runId: number): Promise<Recorded[]> {
		return this.#read(eq(recordings.runId, runId));
	}

	/** The asciicast with its marks; null when the file is not there (yet). */
	async cast(recording: Recorded): Promise<string | null> {
		const { db, folder } = this.#options;
		const marks: Mark[] = marksOf(db, recording, this.#options);
		return readCast(fileOf(folder, recording.id), recording.startedAt.getTime(), marks);
	}

	/** What was entered at the prompts of a run's terminals, in order; bounded, and never what was not shown. */
	commands(stretch: Stretch): Promise<Command[]> {
		return commandsIn(this.#options.db, this.#options.folder, stretch);
	}

	/** For ever. One whose run is on is still being written, and stays. */
	async remove(recording: Recorded): Promise<{ refused: string } | null> {
		if (recording.isOn) {
			return { refused: t('This lab is still on, so it is still being recorded. Stop the lab first.') };
		}
		await drop(this.#options, [recording.id]);
		return null;
	}

	/** Take away what is older than it may be, more than there may be, and files of no row. */
	tidy(): Promise<void> {
		return tooOld(this.#options);
	}

	#begin(place: Omit<RecordingRow, 'id' | 'startedAt'>): RecordingRow {
		const { runId, generation } = place;
		const { db } = this.#options;
		const startedAt = new Date();
		const there = and(eq(recordings.runId, runId), eq(recordings.generation, generation));
		if (generation > 1 && !db.select().from(recordings).where(there).limit(1).get())
			this.mark(runId, 'reset', 'The machines were reset', startedAt); // not before what it belongs to
		return db
			.insert(recordings)
			.values({ ...place, startedAt })
			.returning()
			.get();
	}

	#last({
		runId,
		generation,
		host,
		shell
	}: Omit<RecordingRow, 'id' | 'startedAt'>): RecordingRow | undefined {
		const { host: onHost, shell: named } = recordings;
		return this.#options.db
			.select()
			.from(recordings)
			.where(
				and(
					...[eq(recordings.runId, runId), eq(recordings.generation, generation)],
					...[eq(onHost, host), eq(named, shell)]
				)
			)
			.orderBy(desc(recordings.id))
			.limit(1)
			.get();
	}

	async #read(where: SQL): Promise<Recorded[]> {
		const { db, folder } = this.#options;
		const rows = db
			.select({ recording: recordings, run: runs, userName: users.name })
			.from(recordings)
			.innerJoin(runs, eq(runs.id, recordings.runId))
			.innerJoin(users, eq(users.id, runs.userId))
			.where(where)
			.orderBy(desc(recordings.id))
			.limit(LISTED)
			.all();
		return Promise.all(
			rows.map(async ({ recording, run, userName }) => ({
				...recording,
				...{ userId: run.userId, userName, labId: run.labId, isOn: run.endedAt === null },
				...(await stat(fileOf(folder, recording.id)).then(
					({ size, mtime }) => ({ bytes: size, writtenAt: mtime }),
					() => ({ bytes: 0, writtenAt: recording.startedAt })
				))
			}))
		);
	}
}
