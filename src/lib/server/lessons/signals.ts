/**
 * Signals: things in a class's work that a person may want to look at. None of them proves anything,
 * none of them changes a point, and each says what else may explain it.
 */
import { isNotNull, min } from 'drizzle-orm';
import { runs, type Db } from '#lib/server/db/index.ts';
import { isRightAnswer, type AnswerCheck, type Lab, type Values } from '#lib/server/labs/index.ts';
import { attendances, doneAt, minutesOf, type Attendance } from './attendances.ts';
import { spreadOf } from './spread.ts';
import { membersOf, type Member } from './work.ts';

export interface Signal {
	kind: 'answer-of-another' | 'very-fast' | 'no-keys';
	userId: number;
	task: string;
	/** Null where there are no machines. */
	runId: number | null;
	/** Whose answer it would have been. */
	otherId: number | null;
	/** Seconds it took; null where time says nothing. */
	seconds: number | null;
	at: Date;
}

export interface SignalsOptions {
	db: Db;
	/** What a learner's parameters are in a lab. */
	values: (userId: number, lab: Lab) => Values;
}

/** A value that more people have is found by chance. */
const OWNERS_MAX = 2;
const ANSWERS_MAX = 500;
/** Faster than this share of what is usual, and than this many seconds; with fewer people nothing is usual. */
const FAST_SHARE = 0.1;
const FAST_SECONDS = 60;
const USUAL_PEOPLE = 8;
const LISTED = 100;

/** Newest first. */
export function signalsOf({ db, values }: SignalsOptions, classId: number, lab: Lab): Signal[] {
	const all = attendances(db, classId, lab);
	const members = membersOf(db, classId);
	const found = [
		...answersOfOthers(all, lab, { members, values }),
		...veryFast(all, lab),
		...noKeys(db, all, lab)
	];
	return found.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, LISTED);
}

interface Answered {
	members: Member[];
	values: SignalsOptions['values'];
}

/** A wrong answer that is the right one of one or two others: their parameters differ. */
function answersOfOthers(all: Attendance[], lab: Lab, { members, values }: Answered): Signal[] {
	const asked = new Map(
		lab.tasks.flatMap((task) => task.checks.filter(isDrawn).map((check) => [`${task.id}/${check.id}`, check]))
	);
	if (asked.size === 0) return [];
	const drawn = members.map(({ userId }) => ({ userId, values: values(userId, lab) }));
	const wrong = all.flatMap(({ userId, runId, glances }) =>
		glances.flatMap(({ task, check, verdict, answer, at }) => {
			const about = asked.get(`${task}/${check}`);
			return about && verdict === 'fail' && answer ? [{ userId, runId, task, answer, at, about }] : [];
		})
	);
	return wrong.slice(-ANSWERS_MAX).flatMap(({ about, answer, ...where }): Signal[] => {
		const owners = drawn.filter((one) => isRightAnswer(about, answer, one.values));
		const isTheirs = owners.some(({ userId }) => userId === where.userId);
		if (isTheirs || owners.length === 0 || owners.length > OWNERS_MAX) return [];
		return [{ ...where, kind: 'answer-of-another', otherId: owners[0]!.userId, seconds: null }];
	});
}

const isDrawn = (check: Lab['tasks'][0]['checks'][0]): check is AnswerCheck =>
	check.type === 'answer' && 'text' in check.expect && check.expect.text.some((text) => text.includes('{{'));

/** Done in a small part of the time that others took, by somebody who did it for the first time. */
function veryFast(all: Attendance[], lab: Lab): Signal[] {
	const firsts = [...Map.groupBy(all, ({ userId }) => userId).values()].map(([first]) => first!);
	const took = firsts.map((first) => ({ first, minutes: minutesOf(first, lab), done: doneAt(first, lab) }));
	return lab.tasks.flatMap(({ id }) => {
		const usual = spreadOf(took.flatMap(({ minutes }) => minutes.get(id) ?? []));
		if (!usual || usual.n < USUAL_PEOPLE) return [];
		return took.flatMap(({ first: { userId, runId }, minutes, done }): Signal[] => {
			const seconds = (minutes.get(id) ?? Infinity) * 60;
			if (seconds >= FAST_SECONDS || seconds >= usual.median * 60 * FAST_SHARE) return [];
			const signal = { kind: 'very-fast' as const, userId, task: id, runId, otherId: null };
			return [{ ...signal, seconds: Math.round(seconds), at: done.get(id)! }];
		});
	});
}

/** A script found a task done on machines in whose terminals no key was pressed. */
function noKeys(db: Db, all: Attendance[], lab: Lab): Signal[] {
	// Runs from before keys were noted say nothing.
	const noted = db
		.select({ at: min(runs.firstKeyAt) })
		.from(runs)
		.where(isNotNull(runs.firstKeyAt))
		.get()?.at;
	if (!noted) return [];
	const byScript = lab.tasks.filter(({ checks }) => checks.some(({ type }) => type === 'script'));
	return all
		.filter(({ runId, firstKeyAt, began }) => runId !== null && firstKeyAt === null && began >= noted)
		.flatMap(({ userId, runId, ...one }): Signal[] => {
			const done = doneAt(one, lab);
			const first = byScript.find(({ id }) => done.has(id));
			if (!first) return [];
			const signal = { kind: 'no-keys' as const, userId, task: first.id, runId, otherId: null };
			return [{ ...signal, seconds: null, at: done.get(first.id)! }];
		});
}
