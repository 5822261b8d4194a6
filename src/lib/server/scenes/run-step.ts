/** Running one script of a lab that changes its machines: a step of the setup, or of a solution. */
import type { Lab, Step, Values } from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';

/** It stops at the first command that fails. Its code says how it went. */
export function runStep(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	const { interpreter, text } = step.script;
	const prelude = interpreter === 'bash' ? 'exec 9<&-\nset -euo pipefail\n' : '';
	return sandbox.exec(step.host, {
		command: [interpreter],
		script: prelude + text,
		args: step.args,
		env: {
			...values,
			...step.env,
			LAB_ID: lab.id,
			LAB_HOST: step.host,
			LC_ALL: 'C.UTF-8',
			DEBIAN_FRONTEND: 'noninteractive'
		},
		timeoutSeconds: step.timeoutSeconds
	});
}
