/** Labs that are too large for every run of the tests: `npm run labs:prove` plays them as well. */
import type { Lab } from '#lib/server/labs/index.ts';

const HEAVY_MIB = 768;

/** True when a single host of the lab may take as much memory as a whole ordinary lab does. */
export const isHeavy = (lab: Pick<Lab, 'hosts'>) =>
	lab.hosts.some(({ limits }) => limits.memoryMiB >= HEAVY_MIB);
