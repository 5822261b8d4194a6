/**
 * Reads the faults of a lab. Scripts may stand in lab.yaml or be found by their names:
 * faults/ID.sh, faults/ID.verify.sh and faults/ID.undo.sh, with a host before the ending where
 * there are several: faults/ID.verify.grader.sh.
 */
import type { Draft } from '../draft.ts';
import { placesOf } from '../grader.ts';
import { scriptFile, scriptOf } from '../scripts.ts';
import { suggestion } from '../spelling.ts';
import type { YamlPath } from '../yaml.ts';
import { deedOf } from './catalogue.ts';
import type { Fault, FaultScript, FaultStep } from './fault.ts';
import type { FaultFile, WrittenStep } from './schema.ts';
import { opposites, worldStep } from './world.ts';

type Role = 'steps' | 'verify' | 'undo';

const NAME = /^faults\/([^./]+)((?:\.[^./]+)*)\.(sh|py)$/;
const SECONDS = 60;

export function readFaults(draft: Draft): Fault[] {
	const written = Object.entries(draft.written.faults);
	refuseStrangers(draft);
	return written.map(([id, fault]) => readFault(draft, id, fault)).filter((fault) => fault !== null);
}

function readFault(draft: Draft, id: string, fault: FaultFile): Fault | null {
	const at = ['faults', id];
	const { title, tell = null } = fault;
	if (fault.use) return { id, title, tell, ...deedOf(fault.use) };
	const steps = fault.steps
		? readSteps(draft, fault.steps, [...at, 'steps'])
		: inFolder(draft, id, 'steps').map(run);
	const verify = fault.verify
		? readScript(draft, fault.verify, [...at, 'verify'])
		: (inFolder(draft, id, 'verify')[0] ?? null);
	if (steps.length === 0)
		draft.error(at, `This fault does nothing: give it \`steps\`, or write faults/${id}.sh.`);
	if (!verify) {
		const message = `Nothing shows that this fault hurts: write faults/${id}.verify.sh, or say \`verify\`. It ends with 0 while the damage is there.`;
		draft.error(at, message);
	}
	if (steps.length === 0 || !verify) return null;
	const undo = readUndo(draft, id, fault, steps);
	return { id, title, tell, steps, verify, undo, instead: readInstead(draft, id, fault) };
}

/** Taken back as the author says, or by its own opposite. */
function readInstead(draft: Draft, id: string, fault: FaultFile): Fault['instead'] {
	if (!fault.instead) return null;
	const steps = readSteps(draft, fault.instead, ['faults', id, 'instead']);
	return { steps, undo: readUndo(draft, id, fault, steps) };
}

function readUndo(draft: Draft, id: string, fault: FaultFile, steps: FaultStep[]): FaultStep[] | null {
	if (fault.undo) return readSteps(draft, fault.undo, ['faults', id, 'undo']);
	const files = inFolder(draft, id, 'undo');
	return files.length > 0 ? files.map(run) : opposites(steps);
}

const run = (step: FaultScript): FaultStep => ({ verb: 'run', step });

const readSteps = (draft: Draft, steps: WrittenStep[], at: YamlPath): FaultStep[] =>
	steps.map((step, index) =>
		step.do === 'run' ? run(readScript(draft, step, [...at, index])) : worldStep(step)
	);

function readScript(draft: Draft, written: NonNullable<FaultFile['verify']>, at: YamlPath): FaultScript {
	const { host, args, timeout } = written;
	return {
		host,
		args,
		env: {},
		timeoutSeconds: timeout,
		script: scriptOf(draft, written.run, [...at, 'run'])
	};
}

/** What the files of the folder are for, by their names; in the order of those. */
function inFolder(draft: Draft, id: string, role: Role): FaultScript[] {
	return [...draft.folder.files].flatMap(([path, content]) => {
		const file = roleOf(path);
		if (file?.fault !== id || file.role !== role) return [];
		const host = file.host ?? onlyHost(draft, path);
		if (host === null) return [];
		const script = scriptFile(path, content.toString('utf8'));
		return [{ host, script, args: [], env: {}, timeoutSeconds: SECONDS }];
	});
}

function roleOf(path: string): { fault: string; role: Role; host: string | null } | null {
	const [, fault, rest = ''] = NAME.exec(path) ?? [];
	if (!fault || fault.startsWith('_')) return null;
	const words = rest.split('.').slice(1);
	const role = words[0] === 'verify' || words[0] === 'undo' ? words[0] : 'steps';
	const [host = null, ...more] = role === 'steps' ? words : words.slice(1);
	return more.length > 0 ? null : { fault, role, host };
}

function onlyHost(draft: Draft, path: string): string | null {
	const hosts = Object.keys(draft.written.hosts);
	if (hosts.length === 1) return hosts[0]!;
	const message = 'This lab has several hosts: say which one in the name, as in faults/ID.HOST.sh.';
	draft.findings.error(draft.in(path), message);
	return null;
}

/** Files that belong to no fault, and hosts that are not there. */
function refuseStrangers(draft: Draft): void {
	const ids = Object.keys(draft.written.faults);
	const named = JSON.stringify(draft.written.faults);
	for (const path of draft.folder.files.keys()) {
		const file = roleOf(path);
		if (!file || named.includes(path)) continue;
		if (!ids.includes(file.fault)) {
			const near = suggestion(file.fault, ids) || ' Name it under `faults`.';
			draft.findings.error(draft.in(path), `There is no fault \`${file.fault}\` in this lab.${near}`);
		} else if (file.host !== null && !placesOf(draft).includes(file.host)) {
			const near = suggestion(file.host, placesOf(draft));
			draft.findings.error(draft.in(path), `There is no host \`${file.host}\` in this lab.${near}`);
		}
	}
}
