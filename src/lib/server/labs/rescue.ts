/**
 * Recoveries of a drill, found by their names: solve/drill.HOST.sh brings the service back for good;
 * wrong/NAME/drill.HOST.sh only until the second strike.
 */
import type { Draft } from './draft.ts';
import type { Rescue } from './drill.ts';
import { placesOf } from './grader.ts';
import { scriptFile } from './scripts.ts';
import { suggestion } from './spelling.ts';

const NAME = /^drill(?:\.([^.]+))?\.(?:sh|py)$/;

/** Whether a file below solve/ or wrong/NAME/ is for the drill, and for no task. */
export const isRescue = ({ written }: Draft, name: string): boolean =>
	written.drill !== undefined && NAME.test(name) && !written.tasks.some(({ id }) => id === 'drill');

export function readRescue(draft: Draft, below: string): Rescue[] {
	return [...draft.folder.files].flatMap(([path, content]) => {
		const name = path.startsWith(`${below}/`) ? path.slice(below.length + 1) : '';
		if (!isRescue(draft, name)) return [];
		const host = hostOf(draft, path, NAME.exec(name)?.[1]);
		return host === null ? [] : [{ host, script: scriptFile(path, content.toString('utf8')) }];
	});
}

export function readWorkarounds(draft: Draft): { name: string; rescue: Rescue[] }[] {
	const names = [...draft.folder.files.keys()].map((path) => /^wrong\/([^/]+)\/[^/]+$/.exec(path)?.[1]);
	return [...new Set(names.filter((name) => name !== undefined))]
		.map((name) => ({ name, rescue: readRescue(draft, `wrong/${name}`) }))
		.filter(({ rescue }) => rescue.length > 0);
}

function hostOf(draft: Draft, path: string, named: string | undefined): string | null {
	const hosts = Object.keys(draft.written.hosts);
	const host = named ?? (hosts.length === 1 ? hosts[0] : undefined);
	if (host !== undefined && placesOf(draft).includes(host)) return host;
	const message =
		host === undefined
			? 'This lab has several hosts: say which one in the name, as in drill.HOST.sh.'
			: `There is no host \`${host}\` in this lab.${suggestion(host, hosts)}`;
	draft.findings.error(draft.in(path), message);
	return null;
}
