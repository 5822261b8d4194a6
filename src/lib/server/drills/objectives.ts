/** What was asked of a drill, and whether it was reached: kept with it, so in English; the pages tell it. */
import { inPercent, KEPT, spoken, type Figures, type Objective } from '#lib/drills/figures.ts';
import type { Drill } from '#lib/server/labs/index.ts';
import type { IntactFact } from './events.ts';

type Measured = Omit<Figures, 'objectives' | 'points'>;

export function objectivesOf(drill: Drill, measured: Measured, intact: IntactFact[]): Objective[] {
	const { noticeSeconds, recoverSeconds, goodShare, keepsWrites } = drill.objectives;
	return [
		noticeSeconds !== null && notice(measured, noticeSeconds * 1000),
		recoverSeconds !== null && recover(measured, recoverSeconds * 1000),
		goodShare !== null && good(measured, goodShare),
		keepsWrites && writes(measured),
		drill.intact.length > 0 && nothingElse(intact, drill.intact.length)
	].filter((objective) => objective !== false);
}

/** What is asked for, a line each, before anything has happened. */
export const goalsOf = (drill: Drill): string[] => objectivesOf(drill, NOTHING, []).map(({ title }) => title);

const NOTHING: Measured = {
	...{ strikes: [], probes: [], goodShare: null, falseAlarms: 0, timeUp: false, lasted: 0 }
};

/** What did not hurt need not be noticed; a second strike is expected. */
function notice({ strikes }: Measured, most: number): Objective {
	const hurting = strikes.filter(({ second, stood }) => !second && !stood);
	const times = hurting.map(({ toNotice }) => toNotice);
	const met = strikes.length > 0 && times.every((time) => time !== null && time <= most);
	return {
		id: 'notice',
		title: `Noticed within ${spoken(most, KEPT)}`,
		result: times.length === 0 ? 'There was no harm to notice' : worst(times, 'Not noticed'),
		state: met ? 'met' : 'missed'
	};
}

/**
 * The second strike counts as the first does: a workaround must not pass. Where machines changed hands
 * while they were broken, the time of who took them over counts, for both.
 */
function recover({ strikes, timeUp }: Measured, most: number): Objective {
	const times = strikes.map(({ toRecover, afterHandover }) =>
		afterHandover === undefined ? toRecover : afterHandover
	);
	const met = strikes.length > 0 && !timeUp && times.every((time) => time !== null && time <= most);
	const stood = strikes.length > 0 && strikes.every(({ stood }) => stood);
	return {
		id: 'recover',
		title: `Well again within ${spoken(most, KEPT)}, each time`,
		result: stood ? 'It stood' : worst(times, 'Not well again'),
		state: met ? 'met' : 'missed'
	};
}

const worst = (times: (number | null)[], never: string) =>
	times.includes(null) || times.length === 0
		? never
		: spoken(Math.max(...times.map((time) => time ?? 0)), KEPT);

function good({ goodShare }: Measured, least: number): Objective {
	const title = `At least ${inPercent(least, KEPT)} of all answers good`;
	if (goodShare === null) return { id: 'good', title, result: 'Nothing was asked', state: 'unknown' };
	return {
		id: 'good',
		title,
		result: inPercent(goodShare, KEPT),
		state: goodShare >= least ? 'met' : 'missed'
	};
}

function writes({ probes }: Measured): Objective {
	const all = probes.flatMap(({ writes }) => writes ?? []);
	const sum = (of: 'acknowledged' | 'lost' | 'unknown') => all.reduce((total, one) => total + one[of], 0);
	const [acknowledged, lost, unknown] = [sum('acknowledged'), sum('lost'), sum('unknown')];
	const result =
		lost > 0
			? `${lost} of ${acknowledged} lost`
			: unknown > 0
				? `${unknown} of ${acknowledged} could not be looked for`
				: `All ${acknowledged} are there`;
	const state = lost > 0 ? 'missed' : unknown > 0 || acknowledged === 0 ? 'unknown' : 'met';
	return { id: 'writes', title: 'No acknowledged write lost', result, state };
}

function nothingElse(intact: IntactFact[], expected: number): Objective {
	const harmed = intact.filter(({ verdict }) => verdict === 'fail');
	const broken = intact.length < expected || intact.some(({ verdict }) => verdict === 'error');
	return {
		id: 'intact',
		title: 'Nothing else harmed',
		result:
			harmed.length > 0
				? harmed.map(({ title }) => title).join('; ')
				: broken
					? 'Could not be looked at'
					: 'All as it was',
		state: harmed.length > 0 ? 'missed' : broken ? 'unknown' : 'met'
	};
}
