/** From a drill's facts to its figures and objectives. Pure: the same facts give the same report. */
import { goodShare, spansOf, tally, type Asked, type Tally } from '#lib/drills/samples.ts';
import type { Figures, ProbeFigures, StrikeFigures } from '#lib/drills/figures.ts';
import { eventsOf, type DrillEvent, type EventOf } from './events.ts';
import { objectivesOf } from './objectives.ts';
import { pointsOf } from './points.ts';
import type { Plan } from './plan.ts';
import type { PlayedLab } from './record.ts';

export interface Facts {
	lab: PlayedLab;
	plan: Plan;
	events: DrillEvent[];
	/** Answers by the position of their probe. */
	asked: Asked[];
}

export function figuresOf(facts: Facts): Figures {
	const { events } = facts;
	const end = events.at(-1)?.at ?? 0;
	const strikes = strikesOf(facts);
	const begin = strikes[0]?.at ?? end;
	const probes = probesOf(facts, begin, end);
	const all = probes.reduce<Tally>((sum, { tally }) => added(sum, tally), { good: 0, slow: 0, bad: 0 });
	const figures = {
		...{ strikes, probes, goodShare: goodShare(all), lasted: end - begin },
		falseAlarms: falseAlarms(events, strikes),
		timeUp: eventsOf(events, 'timeUp').length > 0
	};
	const intact = eventsOf(events, 'assessed')[0]?.intact ?? [];
	const objectives = objectivesOf(facts.lab.drill, figures, intact);
	return { ...figures, objectives, points: pointsOf(facts.lab.drill, strikes, objectives) };
}

function strikesOf({ lab, events, plan }: Facts): StrikeFigures[] {
	const recoveries = eventsOf(events, 'recovered');
	return eventsOf(events, 'struck').map(({ strike, at }, index, all) => {
		const { how, fault, hosts, second } = plan.strikes[strike]!;
		const title = fault === null ? `Restart of ${hosts.join(', ')}` : (lab.faults[fault] ?? fault);
		const next = all[index + 1]?.at ?? Infinity;
		const noticed = eventsOf(events, 'noticed').find((one) => one.at >= at && one.at < next);
		return {
			...{ second, how, at, title, toNotice: noticed ? noticed.at - at : null },
			...whatCameOf(
				recoveries.find((one) => one.strike === strike),
				at
			),
			...sinceHandover(
				events,
				{ from: at, to: next },
				recoveries.find((one) => one.strike === strike)
			)
		};
	});
}

/** Nothing when it did not change hands while it was broken. */
function sinceHandover(
	events: DrillEvent[],
	{ from, to }: { from: number; to: number },
	recovered: EventOf<'recovered'> | undefined
): Pick<StrikeFigures, 'afterHandover'> {
	const handed = eventsOf(events, 'handed').find(({ at }) => at >= from && at < to);
	if (!handed || (recovered && recovered.recoveredAt < handed.at)) return {};
	return { afterHandover: recovered ? recovered.recoveredAt - handed.at : null };
}

function whatCameOf(recovered: EventOf<'recovered'> | undefined, struckAt: number) {
	if (!recovered) return { harmedAt: null, toRecover: null, uncertain: 0, stood: false };
	const { harmedAt, recoveredAt, notBefore, how } = recovered;
	return {
		...{ harmedAt, toRecover: recoveredAt - struckAt, stood: how === 'stood' },
		uncertain: Math.max(0, recoveredAt - notBefore)
	};
}

function probesOf({ lab, asked, events }: Facts, from: number, to: number): ProbeFigures[] {
	const writes = eventsOf(events, 'assessed')[0]?.writes ?? {};
	return lab.probes.map(({ id, title }, index) => {
		const answers = asked[index]!;
		const count = tally(answers.samples, from, to);
		const unknown = spansOf(answers, from, to).filter(({ state }) => state === 'unknown');
		return {
			...{ id, title, tally: count, goodShare: goodShare(count), writes: writes[id] ?? null },
			unknown: unknown.reduce((sum, span) => sum + span.to - span.from, 0)
		};
	});
}

/** Said before the first strike, or between a recovery and the next strike. */
function falseAlarms(events: DrillEvent[], strikes: StrikeFigures[]): number {
	return eventsOf(events, 'noticed').filter(({ at }) => {
		const last = strikes.filter((strike) => strike.at <= at).at(-1);
		return (
			!last ||
			(last.toRecover !== null && at > last.at + last.toRecover && !isFirstSince(events, last.at, at))
		);
	}).length;
}

const isFirstSince = (events: DrillEvent[], since: number, at: number) =>
	!eventsOf(events, 'noticed').some((one) => one.at >= since && one.at < at);

const added = (a: Tally, b: Tally): Tally => ({
	good: a.good + b.good,
	slow: a.slow + b.slow,
	bad: a.bad + b.bad
});
