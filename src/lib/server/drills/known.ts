/**
 * How machines are, as far as those who play on them may know: what a strike has done to them is seen
 * once somebody has said that something is wrong. Until then a picture would find it for them.
 */
import type { HostState } from '#lib/components/topology.ts';
import { eventsOf, type DrillEvent } from './events.ts';

export type HostStates = Record<string, HostState>;

export const knownStates = (events: DrillEvent[], states: HostStates): HostStates =>
	isUntold(events) ? Object.fromEntries(Object.keys(states).map((host) => [host, 'up'])) : states;

/** Something was struck, or is just being struck, that nobody has spoken of and that is not well again. */
function isUntold(events: DrillEvent[]): boolean {
	const noticed = eventsOf(events, 'noticed');
	return eventsOf(events, 'striking').some(({ strike }) => {
		if (eventsOf(events, 'recovered').some((one) => one.strike === strike)) return false;
		const struck = eventsOf(events, 'struck').find((one) => one.strike === strike);
		return !struck || !noticed.some(({ at }) => at >= struck.at);
	});
}
