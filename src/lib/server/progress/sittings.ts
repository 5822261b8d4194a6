/**
 * A learner's own work as they look back at it: one set of machines after the other, and on each what
 * the checks have said. A look that said the same as the one before it is counted and not repeated.
 */
import { and, asc, count, desc, eq, inArray, isNull, max, min, ne, not, or } from 'drizzle-orm';
import { attempts, type Attempt, type Db } from '#lib/server/db/index.ts';
import { DRILL_PLACE, type Lab } from '#lib/server/labs/index.ts';

/** What a check said, once or several times in a row. */
export interface Said {
	task: string;
	check: string;
	verdict: Attempt['verdict'];
	message: string;
	answer: string | null;
	/** What a drill was worth, which stands among the checks of its lab. */
	isDrill: boolean;
	/** How often in a row, the last time at `at`. */
	times: number;
	at: Date;
}

/** One set of machines; of a lab without machines, one round. */
export interface Sitting {
	labId: string;
	runId: number | null;
	generation: number;
	from: Date;
	until: Date;
	/** In the order of time: the newest of them, when there are very many. */
	said: Said[];
	/** So many looks before those are not shown. */
	earlier: number;
}

export interface Sittings {
	sittings: Sitting[];
	/** Labs in which there are any. */
	labIds: string[];
	total: number;
	/** The number of this page and of the last one, from 1. */
	page: number;
	pages: number;
}

interface Options {
	db: Db;
	labs: { lab(id: string): Lab | null };
}

const PER_PAGE = 10;
const LOOKS_MAX = 200;

/** Newest first. A page beyond the last shows the last. */
export function sittingsOf(
	{ db, labs }: Options,
	userId: number,
	{ labId, page }: { labId?: string | undefined; page: number }
): Sittings {
	const theirs = and(eq(attempts.userId, userId), shown);
	const wanted = labId === undefined ? theirs : and(theirs, eq(attempts.labId, labId));
	const { runId, generation, at } = attempts;
	const groups = db
		.select({
			...{ labId: attempts.labId, runId, generation, looks: count().as('looks') },
			...{ last: max(attempts.id).as('last'), from: min(at).as('from_at'), until: max(at).as('until_at') }
		})
		.from(attempts)
		.where(wanted)
		.groupBy(attempts.labId, runId, generation)
		.as('groups');
	const total = db.select({ total: count() }).from(groups).get()?.total ?? 0;
	const pages = Math.max(1, Math.ceil(total / PER_PAGE));
	const here = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
	const rows = db
		.select()
		.from(groups)
		.orderBy(desc(groups.last))
		.limit(PER_PAGE)
		.offset((here - 1) * PER_PAGE)
		.all();
	const ids = db.selectDistinct({ labId: attempts.labId }).from(attempts).where(theirs).all();
	return {
		sittings: rows.map(({ looks, last: _last, from, until, ...place }) => ({
			...{ ...place, from: from ?? new Date(0), until: until ?? new Date(0) },
			said: folded(looksOf({ db, labs }, userId, place)),
			earlier: Math.max(0, looks - LOOKS_MAX)
		})),
		labIds: ids.map((row) => row.labId).sort(),
		...{ total, page: here, pages }
	};
}

/** A check that broke while nobody had asked is its author's to mend, and no learner meets it. */
const shown = not(and(eq(attempts.verdict, 'error'), eq(attempts.trigger, 'watch'))!);

type Place = Pick<Sitting, 'labId' | 'runId' | 'generation'>;

function looksOf({ db, labs }: Options, userId: number, { labId, runId, generation }: Place): Attempt[] {
	const secret = (labs.lab(labId)?.tasks ?? []).flatMap((task) =>
		task.checks.filter(({ hidden }) => hidden).map(({ id }) => ({ task: task.id, check: id }))
	);
	const { task, check } = attempts;
	const open = and(...secret.map((one) => or(ne(task, one.task), ne(check, one.check))));
	const mine = and(eq(attempts.userId, userId), eq(attempts.labId, labId));
	const machines = and(
		runId === null ? isNull(attempts.runId) : eq(attempts.runId, runId),
		eq(attempts.generation, generation)
	);
	const newest = db
		.select({ id: attempts.id })
		.from(attempts)
		.where(and(mine, machines, shown, open))
		.orderBy(desc(attempts.id))
		.limit(LOOKS_MAX);
	return db.select().from(attempts).where(inArray(attempts.id, newest)).orderBy(asc(attempts.id)).all();
}

/** A look follows the last one of the same check; what other checks said in between does not matter. */
function folded(looks: Attempt[]): Said[] {
	const said: Said[] = [];
	const lastOf = new Map<string, Said>();
	for (const { task, check, verdict, message, answer, at } of looks) {
		const place = `${task}/${check}`;
		const before = lastOf.get(place);
		if (before?.verdict === verdict && before.message === message && before.answer === answer) {
			Object.assign(before, { times: before.times + 1, at });
			continue;
		}
		const isDrill = task === DRILL_PLACE.task;
		const one = { task, check, verdict, message, answer, isDrill, times: 1, at };
		lastOf.set(place, one);
		said.push(one);
	}
	return said;
}
