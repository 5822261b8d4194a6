/** How much the machine carries: plain arithmetic over what labs need and what is there. */
import type { Lab } from '#lib/server/labs/index.ts';
import type { Machine } from '#lib/server/sandbox/index.ts';

/** What one sandbox of a lab needs, all its hosts together. */
export interface Need {
	memoryMiB: number;
	diskMiB: number;
	processors: number;
}

export interface House {
	/** Null while the engine has not told. */
	machine: Machine | null;
	/** Sandboxes the operator allows. */
	total: number;
	/** Of every sandbox that is promised or there. */
	spoken: Need[];
	/** Of those that have not had the time to take what they need: what is free now is theirs as well. */
	young: Need[];
}

/** The machine's own share: what it needs to stay well, and never to swap. */
const OWN_MEMORY = { share: 0.15, atLeastMiB: 512 };
const OWN_DISK_MIB = 2048;
/** Sandboxes seldom work at the same moment: processors may be promised twice. */
const PROCESSORS_PROMISED = 2;

/** How many more of such sandboxes the house takes; `why` names what is scarce when it takes none. */
export function roomFor(house: House, need: Need): { more: number; why: Scarce | null } {
	const bounds = Object.entries(boundsOf(house, need)) as [Scarce, number][];
	const [why, more] = bounds.reduce((least, one) => (one[1] < least[1] ? one : least));
	return { more: Math.max(0, more), why: more >= 1 ? null : why };
}

export type Scarce = 'places' | 'memory' | 'processors' | 'disk';

function boundsOf({ machine, total, spoken, young }: House, need: Need): Record<Scarce, number> {
	const places = total - spoken.length;
	if (!machine) return { places, memory: Infinity, processors: Infinity, disk: Infinity };
	const keep = Math.max(OWN_MEMORY.atLeastMiB, machine.memoryMiB * OWN_MEMORY.share);
	const promised = sum(spoken, 'memoryMiB');
	const memory = Math.min(
		machine.memoryMiB - keep - promised,
		machine.memoryFreeMiB === null ? Infinity : machine.memoryFreeMiB - keep - sum(young, 'memoryMiB')
	);
	const processors = machine.processors * PROCESSORS_PROMISED - sum(spoken, 'processors');
	const disk =
		machine.diskFreeMiB === null ? Infinity : machine.diskFreeMiB - OWN_DISK_MIB - sum(young, 'diskMiB');
	return {
		places,
		memory: fits(memory, need.memoryMiB),
		processors: fits(processors, need.processors),
		disk: fits(disk, need.diskMiB)
	};
}

const fits = (there: number, each: number) => (each <= 0 ? Infinity : Math.floor(there / each));
const sum = (needs: Need[], of: keyof Need) => needs.reduce((all, need) => all + need[of], 0);

/** An idle shell costs a processor about this much; nobody has measured the lab yet. */
const UNMEASURED_PROCESSORS = 0.05;
const UNMEASURED_DISK_MIB = 512;

/** The most it can take: what counts until it has been measured. */
export function mostOf({ hosts }: Pick<Lab, 'hosts'>): Need {
	const all = (of: 'memoryMiB' | 'diskMiB') => hosts.reduce((total, { limits }) => total + limits[of], 0);
	return {
		memoryMiB: all('memoryMiB'),
		diskMiB: Math.min(all('diskMiB'), UNMEASURED_DISK_MIB),
		processors: hosts.length * UNMEASURED_PROCESSORS
	};
}

export interface Measured {
	memoryMiB: number | null;
	diskMiB: number | null;
	processors: number | null;
}

/** The next learner may need more than any before. */
const MARGIN = 1.3;
const LEAST_MEMORY_MIB = 8;

/** What was measured, with a margin, and never more than it can take. */
export function needFrom(lab: Pick<Lab, 'hosts'>, measured: Measured): Need {
	const most = mostOf(lab);
	const held = (seen: number | null, limit: number, least = 0) =>
		seen === null ? limit : Math.min(limit, Math.max(least, seen * MARGIN));
	return {
		memoryMiB: held(measured.memoryMiB, most.memoryMiB, LEAST_MEMORY_MIB * lab.hosts.length),
		diskMiB: held(measured.diskMiB, most.diskMiB),
		processors: measured.processors ?? most.processors
	};
}
