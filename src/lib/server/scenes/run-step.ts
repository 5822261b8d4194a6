/** Running one script of a lab that changes its machines: a step of the setup, or of a solution. */
import { askingWords, withBroker } from '#lib/server/broker/index.ts';
import {
	GRADER,
	inAuthorsPlaces,
	visibleValues,
	type Lab,
	type Step,
	type Values
} from '#lib/server/labs/index.ts';
import type { ExecResult, Sandbox } from '#lib/server/sandbox/index.ts';

/** It stops at the first command that fails, and says which: many fail without a word. */
const STRICT = `exec 9<&-
set -Eeuo pipefail
trap '_lab_code=$?; printf "%s: line %s: exit %s from: %s\\n" "$0" "$LINENO" "$_lab_code" "$BASH_COMMAND" >&2' ERR
`;
const PRELUDE = { bash: STRICT, python3: '' };

/** Its code says how it went, its output names the lines of the author's file. */
export async function runStep(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	const prelude = PRELUDE[step.script.interpreter];
	return step.host === GRADER
		? runOnGrader(sandbox, lab, step, values)
		: exec(sandbox, step, { prelude, env: environment(lab, step, values) });
}

/** It may ask the other hosts; that one of them did not answer is a failure too. */
async function runOnGrader(sandbox: Sandbox, lab: Lab, step: Step, values: Values): Promise<ExecResult> {
	const { interpreter } = step.script;
	const env = environment(lab, step, values);
	const desk = {
		...{ sandbox, timeoutSeconds: step.timeoutSeconds },
		env: environment(lab, step, visibleValues(lab, values))
	};
	const { result, trouble } = await withBroker(desk, (mailbox) =>
		exec(sandbox, step, { prelude: PRELUDE[interpreter] + askingWords(interpreter, mailbox), env })
	);
	if (trouble === null) return result;
	return { ...result, code: result.code || 1, stderr: `${result.stderr}${trouble}\n` };
}

async function exec(
	sandbox: Sandbox,
	{ host, script, args, timeoutSeconds }: Step,
	{ prelude, env }: { prelude: string; env: Record<string, string> }
): Promise<ExecResult> {
	const work = { command: [script.interpreter], script: prelude + script.text, args, env, timeoutSeconds };
	const result = await sandbox.exec(host, work);
	const inPlace = (said: string) => inAuthorsPlaces(said, script, prelude);
	return { ...result, stdout: inPlace(result.stdout), stderr: inPlace(result.stderr) };
}

const environment = (lab: Lab, { host, env }: Step, values: Values) => ({
	...{ ...values, ...env, LAB_ID: lab.id, LAB_HOST: host },
	...{ LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' }
});
