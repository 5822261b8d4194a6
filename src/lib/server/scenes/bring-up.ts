/**
 * Bringing a scene up: images, machines, setup. What happens is told step by step as it happens.
 */
import type { Lab, Step, Values } from '#lib/server/labs/index.ts';
import {
	SandboxRefused,
	type Sandbox,
	type SandboxEngine,
	type SandboxSpec
} from '#lib/server/sandbox/index.ts';
import { lacksOf } from './lacks.ts';
import { runStep } from './run-step.ts';
import { imagesOf, inProbesPlaces } from './sandbox-spec.ts';

/** One line of what is being done; the last one is under way, those before it are done. */
export interface StartStep {
	text: string;
	/** What exactly, right now; null when there is nothing to add. */
	detail: string | null;
}

/** The lab cannot be started, and it is not the learner's fault. */
export class BringUpError extends Error {}

export interface BringUp {
	engine: SandboxEngine;
	lab: Lab;
	name: string;
	spec: SandboxSpec;
	values: Values;
	/** Hears every change. */
	tell: (steps: StartStep[]) => void;
	/** Aborted when nobody wants it any more. */
	signal: AbortSignal;
}

export async function bringUp({ engine, lab, name, spec, values, tell, signal }: BringUp): Promise<Sandbox> {
	const steps: StartStep[] = [];
	const say = (text: string, detail: string | null = null) => {
		if (steps.at(-1)?.text === text) steps.pop();
		steps.push({ text, detail });
		tell([...steps]);
	};

	const lacks = await lacksOf(engine, lab);
	if (lacks.length > 0)
		throw new BringUpError(`This machine cannot run this lab. ${lacks.join(' ')}`, {
			cause: lacks.join(' ')
		});
	say('Looking for the images');
	await engine
		.prepare(imagesOf(lab), ({ done, total, text }) =>
			say(
				total > 1 ? `Building the images, ${Math.min(done + 1, total)} of ${total}` : 'Building the image',
				text
			)
		)
		.catch(because('An image of this lab could not be built.'));
	signal.throwIfAborted();

	say(spec.hosts.length > 1 ? `Starting ${spec.hosts.length} machines` : 'Starting the machine');
	const sandbox = await engine
		.start(name, spec)
		.catch((error: Error) => {
			error.message = inProbesPlaces(lab, error.message);
			throw error;
		})
		.catch(because('The machines of this lab could not be started.'));
	signal.throwIfAborted();

	if (sandbox.kept) return sandbox; // as its learner left it
	if (lab.setup.length > 0) say('Setting the scene');
	await setScene(sandbox, lab, values, { signal });
	return sandbox;
}

/** Run steps of the setup, all of them when not said. @throws a BringUpError when one fails. */
export async function setScene(
	sandbox: Sandbox,
	lab: Lab,
	values: Values,
	{ from = 0, to = lab.setup.length, signal }: { from?: number; to?: number; signal: AbortSignal }
): Promise<void> {
	for (const step of lab.setup.slice(from, to)) {
		const { code, stdout, stderr, timedOut } = await runStep(sandbox, lab, step, values);
		if (code !== 0)
			throw new BringUpError('The scene of this lab could not be set.', {
				cause: report(step, { code, timedOut, output: stdout + stderr })
			});
		signal.throwIfAborted();
	}
}

/** What the engine refused to start, it has said for the learner already. */
const because = (sentence: string) => (cause: unknown) => {
	throw new BringUpError(cause instanceof SandboxRefused ? cause.message : sentence, { cause });
};

const report = (step: Step, end: { code: number; timedOut: boolean; output: string }) =>
	`${step.script.path} on ${step.host}: ${end.timedOut ? 'ran out of time' : `exit ${end.code}`}\n${end.output.slice(-2000)}`;
