/** What the control room shows of the machines, for the other picture of them on the same page. */
import type { HostState } from '#lib/components/topology.ts';

class Seen {
	/** Null while no control room is on the page. */
	states = $state.raw<Record<string, HostState> | null>(null);

	/** Returns what takes it away. */
	show(states: Record<string, HostState> | null): () => void {
		this.states = states;
		return () => (this.states = null);
	}
}

export const seen = new Seen();
