/** The machines of a drill as they are known to be from where it is played. */
import type { HostState } from '#lib/components/topology.ts';
import type { LiveDrill } from './live.ts';

/** A machine that is up, as far as is known, gives no good answer where a probe that asks it got none. */
export function machinesOf({
	hosts,
	probes
}: Pick<LiveDrill, 'hosts' | 'probes'>): Record<string, HostState> {
	const silent = new Set(
		probes.flatMap(({ host, samples }) => (host !== null && samples.at(-1)?.outcome === 'bad' ? [host] : []))
	);
	const seen = ([host, state]: [string, HostState]): [string, HostState] => [
		host,
		state === 'up' && silent.has(host) ? 'silent' : state
	];
	return Object.fromEntries(Object.entries(hosts).map(seen));
}
