import type { Draft } from '../draft.ts';
import { placesOf } from '../grader.ts';
import { GRADER } from '../lab.ts';
import { suggestion } from '../spelling.ts';
import type { YamlPath } from '../yaml.ts';

/** Ids are unique, and whatever is named exists. */
export function namesAreKnown(draft: Draft) {
	const { written } = draft;
	const hosts = Object.keys(written.hosts);
	const tasks = written.tasks.map(({ id }) => id);
	const places = placesOf(draft);

	unique(draft, tasks, (index) => ['tasks', index, 'id'], 'task');
	needs(draft, new Map(written.tasks.map(({ id, needs }) => [id, needs])), 'task', (id) => [
		'tasks',
		tasks.indexOf(id)
	]);
	needs(draft, new Map(hosts.map((name) => [name, written.hosts[name]!.needs])), 'host', (name) => [
		'hosts',
		name
	]);

	written.setup.forEach(({ host }, index) => known(draft, host, places, ['setup', index, 'host']));
	for (const [t, { checks }] of written.tasks.entries()) {
		unique(
			draft,
			checks.map(({ id }) => id),
			(index) => ['tasks', t, 'checks', index, 'id'],
			'check'
		);
		checks.forEach((check, c) => {
			if (check.type === 'script') known(draft, check.host, places, ['tasks', t, 'checks', c, 'host']);
		});
	}
	networks(draft);
	if (hosts.length === 0 && written.grader)
		draft.error(['grader'], 'A grader looks at hosts, and this lab has none. Name one under `hosts`.');
	if (hosts.length > 0 && hosts.every((name) => written.hosts[name]!.hidden)) {
		draft.error(['hosts'], 'Every host is hidden, so there is no terminal to work in. Show at least one.');
	}
}

function known(draft: Draft, host: string, hosts: string[], at: YamlPath) {
	if (hosts.includes(host)) return;
	if (host === GRADER) return draft.error(at, 'This lab has no grader: say what it is under `grader`.');
	const none =
		hosts.length === 0 ? ' This lab has no hosts yet: name one under `hosts`.' : suggestion(host, hosts);
	draft.error(at, `There is no host \`${host}\` in this lab.${none}`);
}

function unique(draft: Draft, ids: string[], at: (index: number) => YamlPath, kind: string) {
	ids.forEach((id, index) => {
		if (ids.indexOf(id) === index) return;
		draft.error(at(index), `There are two ${kind}s called \`${id}\`. Give one of them another id.`);
	});
}

/** Everything needed exists, and nothing needs itself by a detour. */
function needs(draft: Draft, graph: Map<string, string[]>, kind: string, at: (id: string) => YamlPath) {
	for (const [id, wanted] of graph) {
		wanted.forEach((need, index) => {
			if (graph.has(need)) return;
			const near = suggestion(
				need,
				[...graph.keys()].filter((other) => other !== id)
			);
			draft.error([...at(id), 'needs', index], `There is no ${kind} \`${need}\` to need.${near}`);
		});
		const circle = wayBack(graph, id);
		if (circle) {
			const way = circle.map((step) => `\`${step}\``).join(' needs ');
			draft.error([...at(id), 'needs'], `This ${kind} can never open: ${way}. Break the circle.`);
		}
	}
}

/** From `start` along what it needs back to `start`, or null. */
function wayBack(graph: Map<string, string[]>, start: string): string[] | null {
	const seen = new Set<string>();
	const search = (id: string, way: string[]): string[] | null => {
		for (const next of graph.get(id) ?? []) {
			if (next === start) return [...way, next];
			if (seen.has(next)) continue;
			seen.add(next);
			const found = search(next, [...way, next]);
			if (found) return found;
		}
		return null;
	};
	return search(start, [start]);
}

function networks(draft: Draft) {
	const names = Object.keys(draft.written.networks);
	for (const [host, { networks }] of Object.entries(draft.written.hosts)) {
		for (const name of Object.keys(networks)) {
			if (names.includes(name)) continue;
			const near = suggestion(name, names) || ' Name it under `networks`.';
			draft.errorAtKey(
				['hosts', host, 'networks'],
				name,
				`There is no network \`${name}\` in this lab.${near}`
			);
		}
	}
	for (const [index, name] of (draft.written.grader?.networks ?? []).entries()) {
		if (names.includes(name)) continue;
		const near = suggestion(name, names) || ' Name it under `networks`.';
		draft.error(['grader', 'networks', index], `There is no network \`${name}\` in this lab.${near}`);
	}
}
