/** From a drill's facts to what whoever runs a game day sees of it. Never for its players. */
import { MARK_MILLISECONDS, MARKS, type Glance } from '#lib/drills/glance.ts';
import type { Outcome, Sample } from '#lib/drills/samples.ts';
import type { DrillRow } from '#lib/server/db/index.ts';
import { eventsOf, isHeld, phaseOf, type DrillEvent } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { Plan } from './plan.ts';
import type { PlayedLab } from './record.ts';

export function glanceOf({ row, ledger, now }: { row: DrillRow; ledger: Ledger; now: number }): Glance {
	const events = ledger.events();
	const of = (row.plan as Plan).strikes.length;
	const phase = phaseOf(events, of);
	const isOrdered =
		phase.name === 'waiting' && eventsOf(events, 'ordered').some((one) => one.strike === phase.strike);
	const samples = ledger.samples();
	return {
		...{ drillId: row.id, phase: row.endedAt ? 'over' : phase.name, held: isHeld(events), now },
		strikes: { done: eventsOf(events, 'struck').length, of },
		ordered: isOrdered,
		...lastStrike(events),
		probes: (row.lab as PlayedLab).probes.map(({ title }, index) => ({
			...{ title, marks: marksOf(samples[index] ?? [], now) }
		})),
		last: eventsOf(events, 'log').at(-1)?.text ?? null,
		trouble: eventsOf(events, 'trouble').at(-1)?.text ?? null
	};
}

function lastStrike(events: DrillEvent[]): Pick<Glance, 'struckAt' | 'noticed' | 'recoveredAt'> {
	const struck = eventsOf(events, 'struck').at(-1);
	if (!struck) return { struckAt: null, noticed: null, recoveredAt: null };
	const noticed = eventsOf(events, 'noticed').find(({ at }) => at >= struck.at);
	const recovered = eventsOf(events, 'recovered').find(({ strike }) => strike === struck.strike);
	return {
		struckAt: struck.at,
		noticed: noticed ? { at: noticed.at, by: noticed.by ?? null } : null,
		recoveredAt: recovered?.recoveredAt ?? null
	};
}

const MARK: Record<Outcome, string> = { good: 'g', slow: 's', bad: 'b' };
const WORSE = '-gsb';

export function marksOf(samples: Sample[], now: number): string {
	const from = now - MARKS * MARK_MILLISECONDS;
	const marks: string[] = Array.from({ length: MARKS }, () => '-');
	for (let index = samples.length - 1; index >= 0 && samples[index]!.at >= from; index--) {
		const { at, outcome } = samples[index]!;
		const place = Math.min(MARKS - 1, Math.floor((at - from) / MARK_MILLISECONDS));
		if (WORSE.indexOf(MARK[outcome]) > WORSE.indexOf(marks[place]!)) marks[place] = MARK[outcome];
	}
	return marks.join('');
}
