/** What of a lab is kept with a drill, so that its report stays true whatever becomes of the lab. */
import type { Drill, Lab, Probe } from '#lib/server/labs/index.ts';

export interface PlayedLab {
	title: string;
	drill: Drill;
	probes: PlayedProbe[];
	/** What each fault is called, by its id. */
	faults: Record<string, string>;
}

export interface PlayedProbe extends Pick<
	Probe,
	'id' | 'title' | 'everyMilliseconds' | 'timeoutMilliseconds' | 'slowMilliseconds'
> {
	/** The learner's host that it asks; null where that is none or not known, absent in drills of before. */
	host?: string | null;
}

export const playedLab = (lab: Lab, drill: Drill): PlayedLab => ({
	title: lab.title,
	drill: { ...drill, rescue: [], workarounds: [] },
	probes: lab.probes.map((probe) => {
		const { id, title, everyMilliseconds, timeoutMilliseconds, slowMilliseconds } = probe;
		return {
			...{ id, title, everyMilliseconds, timeoutMilliseconds, slowMilliseconds },
			host: hostAsked(lab, probe)
		};
	}),
	faults: Object.fromEntries(lab.faults.map(({ id, title }) => [id, title]))
});

/** By its name or its address; a hidden host is nobody's to know. */
function hostAsked({ hosts }: Lab, probe: Probe): string | null {
	const asked = addressOf(probe);
	const found = hosts.find(
		({ name, networks }) => name === asked || networks.some(({ ipv4 }) => ipv4 !== null && ipv4 === asked)
	);
	return found && !found.hidden ? found.name : null;
}

/** What comes before a port; of a script nobody knows whom it asks. */
function addressOf(probe: Probe): string | null {
	if (probe.type === 'script') return null;
	if (probe.type === 'http') return /^https?:\/\/([^/:?]+)/.exec(probe.url)?.[1] ?? null;
	const address = 'address' in probe ? probe.address : probe.server;
	return /^(?:[a-z]+:\/\/)?(?:[^@/]*@)?([^/:?]+)/.exec(address)?.[1] ?? null;
}
