/** What can happen in a drill, and what phase it is in by what has happened. */

/** Moments are milliseconds of the drill's clock. */
export type DrillEvent = { at: number } & (
	| { kind: 'steady' }
	/** Written before anything is done, so that a crash in between is noticed. */
	| { kind: 'striking'; strike: number; how: 'fault' | 'reboot'; fault: string | null }
	/** `at` is the moment before it was done, `until` the one after. */
	| { kind: 'struck'; strike: number; until: number }
	/** `by`: who said so, where several are aboard. */
	| { kind: 'noticed'; text: string; by?: string }
	| { kind: 'log'; text: string; by?: string }
	/** Whoever runs the game day wants this strike now. */
	| { kind: 'ordered'; strike: number }
	/** Nothing breaks, and the limit does not run, until it goes on. */
	| { kind: 'held' }
	| { kind: 'resumed' }
	/** The machines have changed hands, with this note. */
	| { kind: 'handed'; from: string; to: string; note: string }
	| ({ kind: 'recovered'; strike: number } & RecoveredFacts)
	| { kind: 'timeUp' }
	| { kind: 'assessed'; writes: Record<string, WriteFacts>; intact: IntactFact[] }
	| { kind: 'trouble'; text: string }
);

export interface RecoveredFacts {
	how: 'recovered' | 'stood';
	/** When it was well again; `at` of the event is when that was certain. */
	recoveredAt: number;
	notBefore: number;
	harmedAt: number | null;
}

export interface WriteFacts {
	acknowledged: number;
	found: number;
	lost: number;
	unknown: number;
	lostAt: number[];
}

export interface IntactFact {
	check: string;
	title: string;
	verdict: 'pass' | 'fail' | 'error';
	message: string;
}

export type EventOf<K extends DrillEvent['kind']> = Extract<DrillEvent, { kind: K }>;

export const eventsOf = <K extends DrillEvent['kind']>(events: DrillEvent[], kind: K): EventOf<K>[] =>
	events.filter((event): event is EventOf<K> => event.kind === kind);

export const isHeld = (events: DrillEvent[]): boolean =>
	events.findLast(({ kind }) => kind === 'held' || kind === 'resumed')?.kind === 'held';

/** How much of a stretch it was held. */
export function heldWithin(events: DrillEvent[], from: number, to: number): number {
	let sum = 0;
	let since: number | null = null;
	const add = (until: number) => {
		if (since !== null) sum += Math.max(0, Math.min(until, to) - Math.max(since, from));
	};
	for (const { kind, at } of events) {
		if (kind === 'held') since ??= at;
		if (kind !== 'resumed') continue;
		add(at);
		since = null;
	}
	add(to);
	return sum;
}

export type Phase =
	| { name: 'warming' }
	/** The next strike comes so long after `since`. */
	| { name: 'waiting'; strike: number; since: number }
	/** Begun and perhaps done: the server ended in between. */
	| { name: 'striking'; event: EventOf<'striking'> }
	| { name: 'struck'; strike: number; at: number }
	| { name: 'assessing' }
	| { name: 'over' };

/** `strikes`: how many there will be in all. */
export function phaseOf(events: DrillEvent[], strikes: number): Phase {
	if (events.some(({ kind }) => kind === 'assessed')) return { name: 'over' };
	if (events.some(({ kind }) => kind === 'timeUp')) return { name: 'assessing' };
	const steady = eventsOf(events, 'steady')[0];
	if (!steady) return { name: 'warming' };
	const recovered = eventsOf(events, 'recovered');
	const strike = recovered.length;
	if (strike >= strikes) return { name: 'assessing' };
	const struck = eventsOf(events, 'struck').find((event) => event.strike === strike);
	if (struck) return { name: 'struck', strike, at: struck.at };
	const striking = eventsOf(events, 'striking').find((event) => event.strike === strike);
	if (striking) return { name: 'striking', event: striking };
	return { name: 'waiting', strike, since: recovered.at(-1)?.at ?? steady.at };
}
