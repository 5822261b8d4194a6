/**
 * The texts of a lab that a learner reads before the work is done, each with its place.
 */
import type { Node, Parent } from 'unist';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Draft } from '../draft.ts';
import type { Place } from '../findings.ts';
import type { Lab } from '../lab.ts';
import { parseGuide } from '../guide/parse.ts';

export interface ShownText {
	text: string;
	place: Place;
}

export function* shownTexts(draft: Draft, lab: Lab): Generator<ShownText> {
	yield* labTexts(draft);
	for (const { path, file = path, source } of lab.guide) {
		for (const node of outsideSolutions(parseGuide(source).tree)) {
			if (!('value' in node)) continue;
			const { line = 1, column = 1 } = node.position?.start ?? {};
			yield { text: String(node.value), place: draft.in(file, line, column) };
		}
	}
}

function* labTexts(draft: Draft): Generator<ShownText> {
	const { title, summary, outcomes, tasks, faults, probes } = draft.written;
	const one = (text: string, path: PropertyKey[]) => ({ text, place: draft.placeOf(path) });
	yield one(title, ['title']);
	yield one(summary, ['summary']);
	for (const [o, outcome] of outcomes.entries()) yield one(outcome, ['outcomes', o]);
	for (const [id, { tell }] of Object.entries(faults)) if (tell) yield one(tell, ['faults', id, 'tell']);
	for (const [id, { title }] of Object.entries(probes)) yield one(title, ['probes', id, 'title']);
	for (const [t, { title, checks }] of tasks.entries()) {
		yield one(title, ['tasks', t, 'title']);
		for (const [c, check] of checks.entries()) {
			if (!check.hidden) yield one(check.title, ['tasks', t, 'checks', c, 'title']);
		}
	}
}

function* outsideSolutions(node: Node): Generator<Node> {
	if (node.type === 'containerDirective' && (node as ContainerDirective).name === 'solution') return;
	yield node;
	for (const child of (node as Partial<Parent>).children ?? []) yield* outsideSolutions(child);
}
