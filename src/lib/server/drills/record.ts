/** What of a lab is kept with a drill, so that its report stays true whatever becomes of the lab. */
import type { Drill, Lab, Probe } from '#lib/server/labs/index.ts';

export interface PlayedLab {
	title: string;
	drill: Drill;
	probes: PlayedProbe[];
	/** What each fault is called, by its id. */
	faults: Record<string, string>;
}

export type PlayedProbe = Pick<
	Probe,
	'id' | 'title' | 'everyMilliseconds' | 'timeoutMilliseconds' | 'slowMilliseconds'
>;

export const playedLab = (lab: Lab, drill: Drill): PlayedLab => ({
	title: lab.title,
	drill: { ...drill, rescue: [], workarounds: [] },
	probes: lab.probes.map(({ id, title, everyMilliseconds, timeoutMilliseconds, slowMilliseconds }) => ({
		...{ id, title, everyMilliseconds, timeoutMilliseconds, slowMilliseconds }
	})),
	faults: Object.fromEntries(lab.faults.map(({ id, title }) => [id, title]))
});
