/** The faults of a drill, each for itself: it hurts as its author looks for it, and its undo takes that away. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Drill, Fault } from '#lib/server/labs/index.ts';
import { FaultError, hurts, inject, mend } from '#lib/server/scenes/index.ts';
import type { Stage } from './stage.ts';

/** What was mended needs a moment until it can be seen. */
const LOOKS = 10;
const BETWEEN_MILLISECONDS = 1000;

/** One after the other on one stage; what cannot be undone comes last. */
export async function playDrillFaults(stage: Stage, drill: Drill): Promise<string[]> {
	const ids = new Set(drill.strikes.flatMap(({ faults }) => faults));
	const faults = stage.lab.faults.filter(({ id }) => ids.has(id));
	const problems = await stage.apply(stage.lab.solutions.filter(({ task }) => drill.needs.includes(task)));
	for (const fault of faults.sort((a, b) => Number(a.undo === null) - Number(b.undo === null)))
		problems.push(...(await play(stage, fault)));
	return problems;
}

async function play({ sandbox, lab, values }: Stage, fault: Fault): Promise<string[]> {
	if (!sandbox) return [];
	const scene = { sandbox, lab, values, fault };
	try {
		await inject(scene);
		if (!fault.undo) return [];
		await mend(scene);
		for (let look = 0; look < LOOKS; look++) {
			if (!(await hurts(scene))) return [];
			await wait(BETWEEN_MILLISECONDS);
		}
		return [`The fault ${fault.id} still hurts after it was undone.`];
	} catch (error) {
		if (error instanceof FaultError) return [`The fault ${fault.id}: ${error.message}`];
		throw error;
	}
}
