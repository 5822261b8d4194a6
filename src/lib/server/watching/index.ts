/**
 * Watching: who looks at a learner's terminals, and who may type in them.
 *
 * A look is a row before it is a look, so that nobody looks unseen; that the keyboard was given is a
 * fact as well. Who may look at all is decided elsewhere; knows nothing of sockets.
 */
import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Bulletin } from '../bulletin.ts';
import { t } from '#lib/words/index.ts';
import {
	runs,
	isSomebody,
	users,
	watchings,
	type Db,
	type Run,
	type User,
	type WatchingRow
} from '#lib/server/db/index.ts';

/** Whether somebody who looks may type: as they asked, and as the learner answered. */
export type Keyboard = 'none' | 'asked' | 'given';

/** Somebody who looks at this moment. */
export interface Onlooker {
	runId: number;
	watcherId: number;
	name: string;
	since: Date;
	keyboard: Keyboard;
}

/** What a look was, for the learner whose work it is. */
export interface Look {
	id: number;
	name: string;
	labId: string;
	/** The machine and its shell. */
	place: string;
	what: 'terminal' | 'recording';
	startedAt: Date;
	seconds: number;
	typed: boolean;
}

/** A run that can be looked at. */
export interface Underway extends Pick<
	Run,
	'id' | 'userId' | 'labId' | 'generation' | 'startedAt' | 'lastSeenAt'
> {
	userName: string;
}

interface Present extends Onlooker {
	userId: number;
	/** Rows of the looks under way, one for each open terminal. */
	rows: number[];
}

interface Seen {
	run: Pick<Run, 'id' | 'userId'>;
	watcher: Pick<User, 'id' | 'name'>;
	place: string;
	/** Of a recording; absent for a live terminal. */
	recordingId?: number | null;
}

/** Who comes back so soon has not been away. */
const SAME_LOOK_MILLISECONDS = 60_000;
const SEEN_MILLISECONDS = 10_000;
const LISTED = 100;

export class Watchings {
	readonly #db: Db;
	readonly #bulletin: Bulletin;
	readonly #present = new Map<string, Present>();
	#timer: NodeJS.Timeout | undefined;

	constructor({ db, bulletin }: { db: Db; bulletin: Bulletin }) {
		this.#db = db;
		this.#bulletin = bulletin;
	}

	/** Note every few seconds who still looks, so that a crash loses no more than those. */
	open(): void {
		const note = () =>
			[...this.#present.values()].forEach(({ rows }) => rows.forEach((id) => this.#seen(id)));
		this.#timer = setInterval(note, SEEN_MILLISECONDS).unref();
	}

	close(): void {
		clearInterval(this.#timer);
	}

	/** Somebody looks at a live terminal; the function returned is called when they have gone. */
	begin(seen: Seen): () => void {
		const { run, watcher } = seen;
		const id = this.#row(seen);
		const key = keyOf(run.id, watcher.id);
		const present = this.#present.get(key) ?? {
			...{ runId: run.id, watcherId: watcher.id, name: watcher.name, since: new Date() },
			...{ keyboard: 'none' as Keyboard, userId: run.userId, rows: [] }
		};
		this.#present.set(key, present);
		present.rows.push(id);
		this.#bulletin.tell(run.userId);
		return () => {
			this.#seen(id);
			present.rows.splice(present.rows.indexOf(id), 1);
			if (present.rows.length > 0) return;
			this.#present.delete(key);
			this.#tell(present);
		};
	}

	/** Somebody has looked at a recording. */
	lookedAtRecording(seen: Seen & { recordingId: number | null }): void {
		this.#seen(this.#row(seen));
		this.#bulletin.tell(seen.run.userId);
	}

	/** A run whose machines are up; null when they are not, or not any more. */
	underway(runId: number): Underway | null {
		return this.#underway(eq(runs.id, runId))[0] ?? null;
	}

	/** Every run whose machines are up, newest first. */
	allUnderway(): Underway[] {
		return this.#underway(undefined);
	}

	/** Who looks at this run now. */
	present(runId: number): Onlooker[] {
		return [...this.#present.values()].filter((one) => one.runId === runId);
	}

	keyboard(runId: number, watcherId: number): Keyboard {
		return this.#present.get(keyOf(runId, watcherId))?.keyboard ?? 'none';
	}

	/** Ask the learner for the keyboard, or give it back. */
	ask(runId: number, watcherId: number, wanted: boolean): { refused: string } | null {
		const present = this.#present.get(keyOf(runId, watcherId));
		if (!present) return { refused: t('Open the terminal first; then ask for the keyboard.') };
		if (wanted && present.keyboard === 'given') return null;
		present.keyboard = wanted ? 'asked' : 'none';
		this.#tell(present);
		return null;
	}

	/** The learner answers, or takes back what they gave. Only what was asked for can be given. */
	answer(userId: number, { runId, watcherId }: Pick<Onlooker, 'runId' | 'watcherId'>, given: boolean): void {
		const present = this.#present.get(keyOf(runId, watcherId));
		if (!present || present.userId !== userId || (given && present.keyboard !== 'asked')) return;
		if (given) {
			for (const id of present.rows)
				this.#db
					.update(watchings)
					.set({ typedFrom: new Date() })
					.where(and(eq(watchings.id, id), isNull(watchings.typedFrom)))
					.run();
		}
		present.keyboard = given ? 'given' : 'none';
		this.#tell(present);
	}

	/** Everybody who has looked at a learner's work, newest first. */
	looksAt(userId: number): Look[] {
		return this.#db
			.select({ look: watchings, labId: runs.labId })
			.from(watchings)
			.innerJoin(runs, eq(runs.id, watchings.runId))
			.where(eq(runs.userId, userId))
			.orderBy(desc(watchings.id))
			.limit(LISTED)
			.all()
			.map(({ look, labId }) => asLook(look, labId));
	}

	#underway(which: ReturnType<typeof eq> | undefined): Underway[] {
		const { id, userId, labId, generation, startedAt, lastSeenAt } = runs;
		return this.#db
			.select({ id, userId, labId, generation, startedAt, lastSeenAt, userName: users.name })
			.from(runs)
			.innerJoin(users, eq(users.id, userId))
			.where(and(which, isNull(runs.endedAt), isNotNull(runs.readyAt), isSomebody))
			.orderBy(desc(id))
			.all();
	}

	#row({ run, watcher, place, recordingId }: Seen): number {
		const recent = this.#recent({ run, watcher, place, recordingId });
		if (recent) return recent.id;
		const now = new Date();
		const who = { watcherId: watcher.id, watcherName: watcher.name };
		return this.#db
			.insert(watchings)
			.values({
				...{ runId: run.id, ...who, place, recordingId, startedAt: now, seenAt: now },
				what: recordingId === undefined ? 'terminal' : 'recording'
			})
			.returning()
			.get().id;
	}

	#recent({ run, watcher, place, recordingId }: Seen): WatchingRow | undefined {
		const after = new Date(Date.now() - SAME_LOOK_MILLISECONDS);
		const { recordingId: recorded } = watchings;
		return this.#db
			.select()
			.from(watchings)
			.where(
				and(
					...[eq(watchings.runId, run.id), eq(watchings.watcherId, watcher.id), eq(watchings.place, place)],
					recordingId ? eq(recorded, recordingId) : isNull(recorded),
					eq(watchings.what, recordingId === undefined ? 'terminal' : 'recording'),
					gt(watchings.seenAt, after)
				)
			)
			.orderBy(desc(watchings.id))
			.limit(1)
			.get();
	}

	#seen(id: number): void {
		this.#db.update(watchings).set({ seenAt: new Date() }).where(eq(watchings.id, id)).run();
	}

	/** Both sides read again. */
	#tell({ userId, watcherId }: Present): void {
		this.#bulletin.tell(userId);
		this.#bulletin.tell(watcherId);
	}
}

const keyOf = (runId: number, watcherId: number) => `${runId}/${watcherId}`;

const asLook = (look: WatchingRow, labId: string): Look => ({
	id: look.id,
	name: look.watcherName,
	labId,
	place: look.place,
	what: look.what,
	startedAt: look.startedAt,
	seconds: Math.round((look.seenAt.getTime() - look.startedAt.getTime()) / 1000),
	typed: look.typedFrom !== null
});
