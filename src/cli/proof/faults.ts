/**
 * The faults of a lab on a stage: each hurts, turns its task red, and is gone once it is undone.
 * They come in where learners meet them, when their task opens.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, Lab, Task } from '#lib/server/labs/index.ts';
import { FaultError, hurts, inject, mend } from '#lib/server/scenes/index.ts';
import { checksOf, ending, nameOf, type Stage } from './stage.ts';

export interface FaultCount {
	/** Faults that hurt where they should, and those whose undo took the damage away, of those that have one. */
	hurt: number;
	undone: number;
	undoable: number;
	of: number;
}

export const noFaults = (lab: Lab): FaultCount => ({
	...{ hurt: 0, undone: 0, of: lab.faults.length },
	undoable: lab.faults.filter(({ undo }) => undo !== null).length
});

/** What was mended needs a moment until it can be seen. */
const LOOKS = 10;
const BETWEEN_MILLISECONDS = 1000;

/** Break what the task is about. Returns what an author must mend; `count` is told what went well. */
export async function playFault(stage: Stage, task: Task, count: FaultCount | null): Promise<string[]> {
	const { fault } = task;
	if (!fault || !stage.sandbox) return [];
	const broken = await broke(stage, fault);
	if (broken) return [broken];
	const green = await greenChecks(stage, task, fault);
	if (green.length > 0) return green;
	if (!count) return [];
	count.hurt++;
	return undo(stage, fault, count);
}

/** Faults that wait for no task: an instructor or a drill uses them. */
export async function playOthers(stage: Stage, count: FaultCount): Promise<string[]> {
	const problems: string[] = [];
	const used = new Set(stage.lab.tasks.map(({ fault }) => fault?.id));
	for (const fault of stage.lab.faults.filter(({ id }) => !used.has(id))) {
		const broken = await broke(stage, fault);
		if (broken) problems.push(broken);
		else {
			count.hurt++;
			problems.push(...(await mended(stage, fault, count)));
		}
	}
	return problems;
}

/** Mended, and broken again for the solution that comes next. */
async function undo(stage: Stage, fault: Fault, count: FaultCount): Promise<string[]> {
	if (!fault.undo) return [];
	const problems = await mended(stage, fault, count);
	const again = await broke(stage, fault);
	return again ? [...problems, `After its undo: ${again}`] : problems;
}

async function mended(stage: Stage, fault: Fault, count: FaultCount): Promise<string[]> {
	if (!fault.undo) return [];
	const scene = sceneOf(stage, fault);
	try {
		await mend(scene);
	} catch (error) {
		return [sentence(error, `The fault ${fault.id} cannot be undone`)];
	}
	for (let look = 0; look < LOOKS; look++) {
		if (!(await hurts(scene))) {
			count.undone++;
			return [];
		}
		await wait(BETWEEN_MILLISECONDS);
	}
	return [
		`The fault ${fault.id} still hurts after its undo: ${fault.verify.script.path} goes on ending with 0. Let the undo take back all that the fault does.`
	];
}

async function broke(stage: Stage, fault: Fault): Promise<string | null> {
	try {
		await inject(sceneOf(stage, fault));
		return null;
	} catch (error) {
		return sentence(error, `The fault ${fault.id} does not hurt, so its task would open done`);
	}
}

/** A check that does not mind the fault is one that a learner passes without doing anything. */
async function greenChecks(stage: Stage, task: Task, fault: Fault): Promise<string[]> {
	const scripts = checksOf(task).filter(({ check }) => check.type === 'script');
	const seen = await Promise.all(scripts.map(async (placed) => ({ placed, ...(await stage.look(placed)) })));
	return seen.flatMap(({ placed, verdict, message, log }) => {
		const name = nameOf(placed);
		if (verdict === 'error') return [`${name} could not run, so no learner could pass it: ${ending(log)}`];
		if (verdict === placed.check.initially) return [];
		return verdict === 'pass'
			? [`${name} passes though the fault ${fault.id} is in. If it is meant to, say initially: pass.`]
			: [`${name} says initially: pass, but fails when the fault ${fault.id} is in: ${message}`];
	});
}

const sceneOf = ({ sandbox, lab, values }: Stage, fault: Fault) => ({
	sandbox: sandbox!,
	lab,
	values,
	fault
});

function sentence(error: unknown, what: string): string {
	if (!(error instanceof FaultError)) throw error;
	return `${what}: ${ending(error.message)}`;
}
