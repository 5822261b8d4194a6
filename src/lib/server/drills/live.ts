/** From a drill's facts to what its learner may see while it is on. An allow-list. */
import type { DrillRow } from '#lib/server/db/index.ts';
import { SHOWN_MILLISECONDS, type LiveDrill, type LiveEntry } from '#lib/drills/live.ts';
import { t } from '#lib/words/index.ts';
import { eventsOf, isHeld, phaseOf, type DrillEvent } from './events.ts';
import { knownStates, type HostStates } from './known.ts';
import type { Ledger } from './ledger.ts';
import type { Plan } from './plan.ts';
import type { PlayedLab } from './record.ts';

export interface LiveFacts {
	row: DrillRow;
	ledger: Ledger;
	now: number;
	/** Answers from this moment on are enough: the others are there already. */
	after: number;
	/** How the machines are. */
	hosts: HostStates;
	/** Whoever took it over knows nothing of the time before but the note. */
	successor: boolean;
}

const SHOWN: Record<string, LiveDrill['phase']> = {
	warming: 'warming',
	assessing: 'assessing',
	over: 'over'
};

export function liveView({ row, ledger, now, after, hosts, successor }: LiveFacts): LiveDrill {
	const lab = row.lab as PlayedLab;
	const events = ledger.events();
	const samples = ledger.samples();
	const handed = eventsOf(events, 'handed')[0];
	const from = Math.max(after, now - SHOWN_MILLISECONDS);
	const phase = row.endedAt !== null ? 'over' : phaseOf(events, (row.plan as Plan).strikes.length).name;
	return {
		...{ id: row.id, now, phase: SHOWN[phase] ?? 'on' },
		probes: lab.probes.map((probe, index) => ({
			...probe,
			host: probe.host ?? null,
			samples: (samples[index] ?? []).filter(({ at }) => at >= from)
		})),
		entries: entriesOf(events).filter(({ at }) => !successor || at >= (handed?.at ?? 0)),
		known: knownOf(events),
		hosts: knownStates(events, hosts),
		held: isHeld(events),
		note: handed ? { from: handed.from, text: handed.note } : null,
		trouble: eventsOf(events, 'trouble').at(-1)?.text ?? null
	};
}

const entriesOf = (events: DrillEvent[]): LiveEntry[] =>
	events.flatMap((event) =>
		event.kind === 'noticed' || event.kind === 'log'
			? [{ at: event.at, kind: event.kind, text: event.text, ...(event.by && { by: event.by }) }]
			: []
	);

/** Told once the learner has said so: that they were right, and that it is over. Never what it was. */
function knownOf(events: DrillEvent[]): string[] {
	const noticed = eventsOf(events, 'noticed');
	return eventsOf(events, 'struck').flatMap(({ strike, at }) => {
		if (!noticed.some((one) => one.at >= at)) return [];
		const recovered = eventsOf(events, 'recovered').find((one) => one.strike === strike);
		return recovered
			? [t('It is well again. The drill is not over: stay with it.')]
			: [t('Something is broken. Make it well again.')];
	});
}
