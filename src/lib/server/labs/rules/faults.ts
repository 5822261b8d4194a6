import { placesOf } from '../grader.ts';
import { GRADER } from '../lab.ts';
import type { Draft } from '../draft.ts';
import type { FaultFile, WrittenStep } from '../faults/schema.ts';
import { suggestion } from '../spelling.ts';
import type { YamlPath } from '../yaml.ts';

const CLOCK =
	'A host’s clock is the clock of the whole machine, so no machine of today puts it wrong for one lab. Say under `instead` what is done in its place, for instance a certificate that has run out, or a program that faketime starts.';
const NOT_EVERYWHERE = ['partition', 'rejoin', 'impair', 'mend', 'disk-fill', 'disk-free', 'clock'];
const EVERYWHERE = '`kill`, `stop`, `start`, `restart`, `pause` or `resume`';

/** A fault that is named exists, and breaks only what is there. */
export function faultsAreSound(draft: Draft) {
	const { faults, tasks } = draft.written;
	const ids = Object.keys(faults);
	for (const [index, { fault }] of tasks.entries()) {
		if (fault === undefined || ids.includes(fault)) continue;
		const near = suggestion(fault, ids) || ' Name it under `faults`.';
		draft.error(['tasks', index, 'fault'], `There is no fault \`${fault}\` in this lab.${near}`);
	}
	for (const [id, fault] of Object.entries(faults)) faultIsSound(draft, fault, ['faults', id]);
}

function faultIsSound(draft: Draft, fault: FaultFile, at: YamlPath) {
	if (fault.use) return useIsSound(draft, fault, at);
	const { steps = [], instead = [], verify, undo = [] } = fault;
	steps.forEach((step, index) => stepIsSound(draft, step, [...at, 'steps', index]));
	instead.forEach((step, index) => insteadIsSound(draft, step, [...at, 'instead', index]));
	undo.forEach((step, index) => stepIsSound(draft, step, [...at, 'undo', index]));
	const clock = steps.findIndex((step) => step.do === 'clock');
	if (clock >= 0 && instead.length === 0) draft.error([...at, 'steps', clock], CLOCK);
	if (verify) hostIsThere(draft, verify.host, { places: placesOf(draft), at: [...at, 'verify', 'host'] });
}

/** Done where the steps cannot be: so it must be possible everywhere. */
function insteadIsSound(draft: Draft, step: WrittenStep, at: YamlPath) {
	stepIsSound(draft, step, at);
	if (NOT_EVERYWHERE.includes(step.do))
		draft.error(
			at,
			`Not every machine can \`${step.do}\`, so it cannot be what is done instead. Use a script, or ${EVERYWHERE}.`
		);
}

/** What the catalogue does is known; what is left to say is where. */
function useIsSound(draft: Draft, { use, ...fault }: FaultFile, at: YamlPath) {
	if (!use) return;
	for (const key of ['steps', 'instead', 'verify', 'undo'] as const)
		if (fault[key])
			draft.error(
				[...at, key],
				`The fault \`${use.what}\` of the catalogue brings this along: leave \`${key}\` out.`
			);
	const where = [...at, 'use'];
	const places = use.what === 'api-forbids' ? placesOf(draft) : Object.keys(draft.written.hosts);
	hostIsThere(draft, use.host, { places, at: [...where, 'host'] });
	hostIsThere(draft, use.from, { places: placesOf(draft), at: [...where, 'from'] });
	if ('network' in use) networkIsThere(draft, { network: use.network, hosts: [use.host] }, where);
	if (use.from === use.host)
		draft.error(
			[...where, 'from'],
			'Say another host: a machine goes on reaching itself when it is cut off.'
		);
}

function stepIsSound(draft: Draft, step: WrittenStep, at: YamlPath) {
	// The world does nothing to the grader: it must go on looking.
	const places = step.do === 'run' ? placesOf(draft) : Object.keys(draft.written.hosts);
	const hosts = 'hosts' in step ? step.hosts : [step.host];
	hosts.forEach((host, index) =>
		hostIsThere(draft, host, { places, at: 'hosts' in step ? [...at, 'hosts', index] : [...at, 'host'] })
	);
	if ('network' in step) networkIsThere(draft, { ...step, hosts }, at);
	if (step.do === 'impair' && [step.delay, step.loss, step.rate].every((value) => value === undefined))
		draft.error(at, 'Nothing is impaired: give `delay`, `loss` or `rate`.');
}

function hostIsThere(draft: Draft, host: string, { places, at }: { places: string[]; at: YamlPath }) {
	if (places.includes(host)) return;
	if (host !== GRADER)
		return draft.error(at, `There is no host \`${host}\` in this lab.${suggestion(host, places)}`);
	const message = draft.written.grader
		? 'Only scripts run on the grader; nothing befalls it.'
		: 'This lab has no grader: say what it is under `grader`.';
	draft.error(at, message);
}

function networkIsThere(draft: Draft, step: { network: string; hosts: string[] }, at: YamlPath) {
	const { networks, hosts } = draft.written;
	if (!Object.hasOwn(networks, step.network)) {
		const near = suggestion(step.network, Object.keys(networks));
		return draft.error([...at, 'network'], `There is no network \`${step.network}\` in this lab.${near}`);
	}
	const outside = step.hosts.find(
		(host) => hosts[host] && !Object.hasOwn(hosts[host].networks, step.network)
	);
	if (outside) draft.error([...at, 'network'], `\`${outside}\` is not on the network \`${step.network}\`.`);
}
