/** What a saved file has changed of a lab: a check that must look again, a scene that must be set again. */
import { createHash } from 'node:crypto';
import type { Lab } from '#lib/server/labs/index.ts';

/** Checks that ask a machine. */
export const scriptChecks = (lab: Lab): CheckPlace[] => [...scripts(lab).values()].map(({ place }) => place);

/** Those of them that are new or not what they were. */
export function changedChecks(before: Lab, now: Lab): CheckPlace[] {
	const written = scripts(before);
	return [...scripts(now)]
		.filter(([name, { text }]) => written.get(name)?.text !== text)
		.map(([, { place }]) => place);
}

interface CheckPlace {
	task: string;
	check: string;
}

const scripts = ({ tasks }: Lab) =>
	new Map(
		tasks.flatMap((task) =>
			task.checks
				.filter(({ type }) => type === 'script')
				.map((check) => {
					const place = { task: task.id, check: check.id };
					return [`${task.id}/${check.id}`, { place, text: JSON.stringify(check) }] as const;
				})
		)
	);

/** Whether machines that were set by one would be just so by the other. */
export const sameScene = (one: Lab, other: Lab) => one === other || scene(one) === scene(other);

const known = new WeakMap<Lab, string>();

function scene(lab: Lab): string {
	const digest = known.get(lab) ?? digestOf(lab);
	known.set(lab, digest);
	return digest;
}

/** Where a script stands in its file does not matter here: a line added above it changes no machine. */
function digestOf({ hosts, networks, setup, params }: Lab): string {
	const hash = createHash('sha256');
	for (const { content } of hosts.flatMap(({ files }) => files)) hash.update(content).update('\0');
	const plain = (key: string, value: unknown) => (key === 'pieces' || key === 'content' ? undefined : value);
	return hash.update(JSON.stringify({ hosts, networks, setup, params }, plain)).digest('hex');
}
