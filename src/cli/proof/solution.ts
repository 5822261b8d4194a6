/** One play of the solution: red before it, green after it, each check looked at several times. */
import { playFault, playOthers, type FaultCount } from './faults.ts';
import type { Ledger, State } from './ledger.ts';
import { playReboot } from './reboot.ts';
import {
	allChecks,
	checksOf,
	ending,
	holding,
	nameOf,
	solutionsOf,
	type Placed,
	type Seen,
	type Stage
} from './stage.ts';

export interface Watching {
	ledger: Ledger;
	seed: string;
	/** How often each check is looked at in the same state. */
	looks: number;
	/** What the checks that broke have said: they are not run again, for one that hangs would hang again. */
	broken: Map<string, Seen>;
	/** Counts what faults and reboot have shown; null when they were tried in another play. */
	count: { faults: FaultCount; reboot: boolean | null } | null;
}

/** What an author must mend, one sentence each. */
export async function playSolution(stage: Stage, watching: Watching): Promise<string[]> {
	const problems = await findGreenTooSoon(stage, watching);
	for (const task of stage.lab.tasks) {
		problems.push(...(await playFault(stage, task, watching.count?.faults ?? null)));
		problems.push(...(await stage.apply(solutionsOf(stage.lab, task))));
		problems.push(...(await findStillRed(stage, checksOf(task), watching)));
	}
	// What one task reached the next must not have undone.
	problems.push(...(await findStillRed(stage, holding(stage.lab), watching)));
	if (watching.count && problems.length === 0)
		problems.push(...(await playAfterwards(stage, watching.count)));
	return [...new Set(problems)];
}

/** What is only worth trying on a scene that stands. */
async function playAfterwards(stage: Stage, count: NonNullable<Watching['count']>): Promise<string[]> {
	const problems: string[] = [];
	if (stage.lab.survivesReboot) {
		problems.push(...(await playReboot(stage)));
		count.reboot = problems.length === 0;
	}
	return [...problems, ...(await playOthers(stage, count.faults))];
}

/** Checks that pass before anything was done, without saying that they do; and the other way round. */
async function findGreenTooSoon(stage: Stage, watching: Watching): Promise<string[]> {
	// What a fault is to break may well be whole before.
	const scripts = allChecks(stage.lab).filter(({ task, check }) => check.type === 'script' && !task.fault);
	return gather(scripts, async (placed) => {
		const seen = await lookOften(stage, placed, { ...watching, state: 'on the fresh lab' });
		if (seen.verdict === 'error') return [broke(placed, seen)];
		if (seen.verdict === placed.check.initially) return [];
		return seen.verdict === 'pass'
			? [`${nameOf(placed)} passes on the fresh lab. If it is meant to, say initially: pass.`]
			: [`${nameOf(placed)} says initially: pass, but fails on the fresh lab: ${seen.message}`];
	});
}

const findStillRed = (stage: Stage, checks: Placed[], watching: Watching) =>
	gather(checks, async (placed) => {
		const seen = await lookOften(stage, placed, { ...watching, state: 'after the solution' });
		if (seen.verdict === 'pass') return [];
		if (seen.verdict === 'error') return [broke(placed, seen)];
		return [`${nameOf(placed)} is still red after the solution: ${seen.message}`];
	});

/** The first look; the others are for the ledger. */
async function lookOften(
	stage: Stage,
	placed: Placed,
	{ ledger, seed, looks, broken, state }: Watching & { state: State }
): Promise<Seen> {
	const known = broken.get(nameOf(placed));
	if (known) return known;
	const first = await stage.look(placed);
	ledger.note(placed, { state, seed }, first);
	if (first.verdict === 'error') broken.set(nameOf(placed), first);
	const again = first.verdict === 'error' || isCostly(placed) ? 0 : looks - 1;
	for (let n = 0; n < again; n++) ledger.note(placed, { state, seed }, await stage.look(placed));
	return first;
}

/** What is compared here never wavers, and a copy of the machines for each look takes too long. */
const isCostly = ({ check }: Placed) => check.type !== 'script' || check.trust === 'clone';

/** Everything found about all of them, looked at together as the platform does. */
const gather = async <T, F>(things: T[], find: (thing: T) => Promise<F[]>): Promise<F[]> =>
	(await Promise.all(things.map(find))).flat();

const broke = (placed: Placed, { log }: Seen) =>
	`${nameOf(placed)} could not run, so no learner could pass it: ${ending(log)}`;
