import type { Draft } from '../draft.ts';
import type { WrittenDrill, WrittenProbe } from '../drill-schema.ts';
import { PLACEHOLDER } from '../params.ts';
import { suggestion } from '../spelling.ts';
import type { YamlPath } from '../yaml.ts';

/** Probes ask what there is, and a drill can be played with what the lab has. */
export function drillsCanBePlayed(draft: Draft) {
	const { probes, drill, params } = draft.written;
	if ('NONCE' in params)
		draft.errorAtKey(
			['params'],
			'NONCE',
			'`NONCE` is what probes call the word that is new with each question. Choose another name.'
		);
	if (Object.keys(probes).length > 8)
		draft.error(['probes'], 'At most 8 probes: more graphs than that nobody can watch.');
	for (const id of Object.keys(probes)) probe(draft, id);
	if (drill) playable(draft, drill);
}

function probe(draft: Draft, id: string) {
	const written = draft.written.probes[id]!;
	const at = ['probes', id];
	for (const [key, value] of Object.entries(written)) {
		if (typeof value === 'string' && key !== 'title') placeholders(draft, value, [...at, key]);
	}
	if (written.every * 30 < written.timeout) {
		const remedy = 'make `timeout` shorter or `every` longer.';
		draft.error([...at, 'timeout'], `At most 30 questions may wait for their answers at once: ${remedy}`);
	}
	if (!tellsWritesApart(written)) {
		const reason = 'it tells one write from the next.';
		draft.error(
			[...at, 'find'],
			`What is written and what is looked for must both hold \`{{NONCE}}\`: ${reason}`
		);
	}
}

function placeholders(draft: Draft, text: string, at: YamlPath) {
	const { written } = draft;
	for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
		if (name === 'NONCE' || Object.hasOwn(written.params, name)) continue;
		const near = suggestion(name, [...Object.keys(written.params), 'NONCE']);
		draft.error(at, `No parameter \`${name}\` is declared.${near || ' Declare it under `params`.'}`);
	}
}

/** Scripts have the nonce in their environment, so they are believed. */
function tellsWritesApart(written: WrittenProbe): boolean {
	if (!('find' in written) || written.find === undefined || written.type === 'script') return true;
	const asked = written.type === 'http' ? written.url + (written.body ?? '') : written.query;
	return asked.includes('{{NONCE}}') && written.find.includes('{{NONCE}}');
}

function playable(draft: Draft, drill: WrittenDrill) {
	const { written } = draft;
	const faults = Object.keys(faultsOf(written));
	if (Object.keys(written.probes).length === 0)
		draft.error(['drill'], 'A drill is measured by probes: name at least one under `probes`.');
	drill.strikes.forEach(({ fault, within }, s) => {
		fault.forEach((id, f) => {
			const at: YamlPath = ['drill', 'strikes', s, 'fault', ...(fault.length > 1 ? [f] : [])];
			if (!faults.includes(id))
				draft.error(at, `There is no fault \`${id}\` in this lab.${suggestion(id, faults)}`);
		});
		inOrder(draft, within, ['drill', 'strikes', s, 'within']);
	});
	if (drill.second) second(draft, drill.second);
	const tasks = written.tasks.map(({ id }) => id);
	drill.needs.forEach((id, index) => {
		if (!tasks.includes(id))
			draft.error(['drill', 'needs', index], `There is no task \`${id}\` to need.${suggestion(id, tasks)}`);
	});
	drill.intact.forEach((name, index) => intact(draft, name, index));
	if (
		drill.objectives.writes &&
		!Object.values(written.probes).some((one) => 'find' in one && one.find !== undefined)
	)
		draft.error(
			['drill', 'objectives', 'writes'],
			'No probe writes anything: give one of them `find`, so that lost writes can be counted.'
		);
}

function second(draft: Draft, { how, hosts, within }: NonNullable<WrittenDrill['second']>) {
	const known = Object.keys(draft.written.hosts);
	inOrder(draft, within, ['drill', 'second', 'within']);
	if (how === 'again' && hosts.length > 0)
		draft.error(
			['drill', 'second', 'hosts'],
			'`again` repeats the fault where it was: `hosts` belongs to `reboot`.'
		);
	hosts.forEach((host, index) => {
		if (known.includes(host)) return;
		draft.error(
			['drill', 'second', 'hosts', index],
			`There is no host \`${host}\` in this lab.${suggestion(host, known)}`
		);
	});
}

function inOrder(draft: Draft, [from, to]: [number, number], at: YamlPath) {
	if (to < from) draft.error(at, 'The latest moment lies before the earliest. Swap them.');
}

/** A check that must hold afterwards must be one that can be looked at: a script of a task. */
function intact(draft: Draft, name: string, index: number) {
	const checks = draft.written.tasks.flatMap(({ id, checks }) =>
		checks.filter(({ type }) => type === 'script').map((check) => `${id}/${check.id}`)
	);
	if (!checks.includes(name))
		draft.error(
			['drill', 'intact', index],
			`There is no check \`${name}\` with a script in this lab.${suggestion(name, checks)}`
		);
}

const faultsOf = (written: object): Record<string, unknown> =>
	'faults' in written ? (written.faults as Record<string, unknown>) : {};
