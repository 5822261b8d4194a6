/**
 * What happened while a terminal was recorded. Checks that turned are worked out from the attempts,
 * which are facts already; what broke is known to others; the rest are rows of their own.
 */
import { and, asc, eq } from 'drizzle-orm';
import { attempts, recordingMarks } from '#lib/server/db/index.ts';
import type { Attempt, Db, RecordingMark, RecordingRow } from '#lib/server/db/index.ts';

export interface Mark {
	at: Date;
	kind: 'passed' | 'lost' | 'handed-in' | 'fault' | 'noticed' | 'repair' | RecordingMark['kind'];
	text: string;
}

/** What a check is called in front of people; null when the lab is not there any more. */
export type Titles = (attempt: Pick<Attempt, 'labId' | 'task' | 'check'>) => string | null;

/** What broke on these machines, and what became of it, as far as it may be told by now. */
export type Happened = (of: { runId: number; generation: number }) => Mark[];

export function marksOf(
	db: Db,
	{ runId, generation, startedAt }: Pick<RecordingRow, 'runId' | 'generation' | 'startedAt'>,
	{ titles, happened }: { titles: Titles; happened: Happened }
): Mark[] {
	const ofRun = and(eq(attempts.runId, runId), eq(attempts.generation, generation));
	const tried = db.select().from(attempts).where(ofRun).orderBy(asc(attempts.id)).all();
	const rows = db.select().from(recordingMarks).where(eq(recordingMarks.runId, runId)).all();
	const marks: Mark[] = [
		...flips(tried, titles),
		...handIns(tried),
		...happened({ runId, generation }),
		...rows
	];
	return marks.filter(({ at }) => at >= startedAt).sort((one, other) => Number(one.at) - Number(other.at));
}

/** A verdict that differs from the one before it; what could not be looked at changes nothing. */
function flips(tried: Attempt[], titles: Titles): Mark[] {
	const passed = new Set<string>();
	return tried.flatMap((attempt): Mark[] => {
		const check = `${attempt.task}/${attempt.check}`;
		const now = attempt.verdict === 'pass';
		if (attempt.verdict === 'error' || passed.has(check) === now) return [];
		if (now) passed.add(check);
		else passed.delete(check);
		const title = titles(attempt) ?? check;
		return [
			{ at: attempt.at, kind: now ? 'passed' : 'lost', text: now ? `Done: ${title}` : `No longer: ${title}` }
		];
	});
}

/** Everything that is looked at when the work is handed in is one hand-in. */
function handIns(tried: Attempt[]): Mark[] {
	const submitted = tried.filter(({ trigger }) => trigger === 'submit');
	const TOGETHER = 10_000;
	return submitted
		.filter(({ at }, index) => Number(at) - Number(submitted[index - 1]?.at ?? 0) > TOGETHER)
		.map(({ at }) => ({ at, kind: 'handed-in', text: 'Handed in' }));
}
