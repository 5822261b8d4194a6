/** Running one script of a lab that changes its machines: a step of the setup, or of a solution. */
import { inAuthorsPlaces, type Lab, type Step, type Values } from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';

/** It stops at the first command that fails, and says which: many fail without a word. */
const PRELUDE = `exec 9<&-
set -Eeuo pipefail
trap '_lab_code=$?; printf "%s: line %s: exit %s from: %s\\n" "$0" "$LINENO" "$_lab_code" "$BASH_COMMAND" >&2' ERR
`;

/** Its code says how it went, its output names the lines of the author's file. */
export async function runStep(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	const { interpreter, text } = step.script;
	const prelude = interpreter === 'bash' ? PRELUDE : '';
	const inPlace = (said: string) => inAuthorsPlaces(said, step.script, prelude);
	const result = await sandbox.exec(step.host, {
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
	return { ...result, stdout: inPlace(result.stdout), stderr: inPlace(result.stderr) };
}
