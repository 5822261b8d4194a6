/** Running one script of a lab that changes its machines: a step of the setup, or of a solution. */
import { askingWords, withBroker } from '#lib/server/broker/index.ts';
import { GRADER, visibleValues, type Lab, type Step, type Values } from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';

const PRELUDE = { bash: 'exec 9<&-\nset -euo pipefail\n', python3: '' };

/** It stops at the first command that fails. Its code says how it went. */
export async function runStep(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	if (step.host === GRADER) return runOnGrader(sandbox, lab, step, values);
	const { interpreter, text } = step.script;
	return sandbox.exec(step.host, {
		command: [interpreter],
		script: PRELUDE[interpreter] + text,
		args: step.args,
		env: { ...values, ...step.env, ...surroundings(lab, step.host) },
		timeoutSeconds: step.timeoutSeconds
	});
}

/** It may ask the other hosts; that one of them did not answer is a failure too. */
async function runOnGrader(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	const { script, args, timeoutSeconds } = step;
	const { interpreter, text } = script;
	const env = { ...visibleValues(lab, values), ...surroundings(lab, GRADER) };
	const { result, trouble } = await withBroker({ sandbox, env, timeoutSeconds }, (mailbox) =>
		sandbox.exec(GRADER, {
			command: [interpreter],
			script: PRELUDE[interpreter] + askingWords(interpreter, mailbox) + text,
			...{ args, env: { ...values, ...step.env, ...surroundings(lab, GRADER) }, timeoutSeconds }
		})
	);
	if (trouble === null) return result;
	return { ...result, code: result.code || 1, stderr: `${result.stderr}${trouble}\n` };
}

const surroundings = (lab: Lab, host: string) => ({
	...{ LAB_ID: lab.id, LAB_HOST: host, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' }
});
