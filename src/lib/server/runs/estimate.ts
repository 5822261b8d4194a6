/** How long somebody in line still waits: an honest guess from how long runs last and when they must end. */
import type { Run } from '#lib/server/db/index.ts';
import { idleEnd, type Limits } from './limits.ts';
import { roomFor, type House, type Need } from './room.ts';

const MINUTE = 60_000;
/** Somebody who has already stayed longer than most is not gone in the next moment. */
const AT_LEAST = 2 * MINUTE;

/** When a run will probably be over: when such runs usually are, or must be. */
export function probableEnd(run: Run, about: { usual: number | null; limits: Limits; now: number }): number {
	const { usual, limits, now } = about;
	const latest = Math.min(run.deadline.getTime(), Math.max(idleEnd(run, limits).getTime(), now));
	if (usual === null) return latest;
	const began = (run.readyAt ?? run.startedAt).getTime();
	return Math.min(latest, Math.max(began + usual, now + AT_LEAST));
}

/** The one in the middle; null when there are too few to say anything. */
export function usualLength(lengths: number[]): number | null {
	const FEW = 5;
	const real = lengths.filter((length) => length > 0).toSorted((one, other) => one - other);
	return real.length < FEW ? null : (real[Math.floor(real.length / 2)] ?? null);
}

export interface Standing {
	house: Pick<House, 'machine' | 'total'>;
	/** Those that have machines: what each needs, and when it will probably give that back. */
	there: { need: Need; end: number }[];
	/** What those in line need, the first one first; the last of them is who asks. */
	line: Need[];
}

/** The moment at which the last of the line can begin; null when even an empty house would not take it. */
export function turnOf({ house, there, line }: Standing): number | null {
	// What is free on the machine now says nothing of later, so only what is promised counts.
	const machine = house.machine && { ...house.machine, memoryFreeMiB: null, diskFreeMiB: null };
	const ends = there.toSorted((one, other) => one.end - other.end);
	const promised = ends.map(({ need }) => need);
	let at = Date.now();
	for (const need of line) {
		while (roomFor({ machine, total: house.total, spoken: promised, young: [] }, need).more < 1) {
			const next = ends.shift();
			if (!next) return null;
			at = Math.max(at, next.end);
			promised.splice(promised.indexOf(next.need), 1);
		}
		promised.push(need);
	}
	return at;
}
