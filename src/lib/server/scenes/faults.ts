/** Breaking a scene the way its author has written it, seeing that it hurts, and mending it. */
import {
	GRADER,
	visibleValues,
	type Fault,
	type FaultScript,
	type FaultStep,
	type Lab,
	type Values
} from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { runStep } from './run-step.ts';

export interface FaultScene {
	sandbox: Sandbox;
	lab: Lab;
	values: Values;
	fault: Fault;
}

/** The message is for the author: which step, and what it said. */
export class FaultError extends Error {}

/** Do all of it, and see that it hurts. @throws FaultError */
export async function inject(scene: FaultScene): Promise<void> {
	await strike(scene);
	const pain = await feel(scene);
	if (pain.hurts) return;
	const { script } = scene.fault.verify;
	throw new FaultError(`${script.path} ends with ${pain.code} after the fault was injected: ${pain.said}`);
}

/** Do all of it, whether or not it hurts: a service that was made ready stands. @throws FaultError */
export async function strike(scene: FaultScene): Promise<void> {
	for (const step of (await wayOf(scene)).steps) await take(scene, step);
}

/** Whether the damage is there right now. */
export const hurts = async (scene: FaultScene): Promise<boolean> => (await feel(scene)).hurts;

/** Take it back. @throws FaultError, also when the author has not said how. */
export async function mend(scene: FaultScene): Promise<void> {
	const { undo } = await wayOf(scene);
	if (!undo) throw new FaultError(`The fault ${scene.fault.id} says nothing of how it is undone.`);
	for (const step of undo) await take(scene, step);
}

/** As the author wants it, or what is done instead where this machine cannot do that. */
async function wayOf({ sandbox, fault }: FaultScene): Promise<Pick<Fault, 'steps' | 'undo'>> {
	if (!fault.instead) return fault;
	for (const step of fault.steps)
		if (step.verb !== 'run' && (await sandbox.whyNot(step)) !== null) return fault.instead;
	return fault;
}

async function take(scene: FaultScene, step: FaultStep): Promise<void> {
	if (step.verb !== 'run') {
		await scene.sandbox.disturb(step).catch((cause: Error) => {
			throw new FaultError(`\`${step.verb}\` could not be done: ${cause.message}`, { cause });
		});
		return;
	}
	const { code, said } = await runScript(scene, step.step);
	if (code !== 0)
		throw new FaultError(`${step.step.script.path} on ${step.step.host} ends with ${code}: ${said}`);
}

async function feel(scene: FaultScene) {
	const { code, said } = await runScript(scene, scene.fault.verify);
	return { hurts: code === 0, code, said };
}

/** Learners are at work on their hosts: secrets go to the grader only. */
async function runScript({ sandbox, lab, values }: FaultScene, script: FaultScript) {
	const known = script.host === GRADER ? values : visibleValues(lab, values);
	const { code, stdout, stderr, timedOut } = await runStep(sandbox, lab, script, known);
	const said = `${stdout}${stderr}`.trim().slice(-500) || 'it said nothing';
	return { code: timedOut ? 124 : code, said: timedOut ? `${said} [ran out of time]` : said };
}
