import { placesOf } from '../grader.ts';
import { GRADER } from '../lab.ts';
import type { Draft } from '../draft.ts';
import type { FaultFile, WrittenStep } from '../faults/schema.ts';
import { suggestion } from '../spelling.ts';
import type { YamlPath } from '../yaml.ts';

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

function faultIsSound(draft: Draft, { steps = [], verify, undo = [] }: FaultFile, at: YamlPath) {
	steps.forEach((step, index) => stepIsSound(draft, step, [...at, 'steps', index]));
	undo.forEach((step, index) => stepIsSound(draft, step, [...at, 'undo', index]));
	if (verify) hostIsThere(draft, verify.host, { places: placesOf(draft), at: [...at, 'verify', 'host'] });
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
