/**
 * What has changed on somebody's machines since they had them: files that were written, and folders
 * from which something went. Found by the platform's own tools, so what a learner did to those of the
 * host does not matter; what it says is for a helper to read, and proves nothing.
 */
import type { HostChanges, Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';

/** Machines that can be asked. */
export interface Askable {
	exec(
		host: string,
		work: { command: string[]; script: string; args: string[]; shielded: boolean; timeoutSeconds: number }
	): Promise<{ stdout: string }>;
}

const SECONDS = 10;
const HOSTS_MAX = 8;
const FILES_MAX = 30;
const PATH_MAX = 160;
const LINES_MAX = 4000;

/** What runs writes there by itself, and no learner looks for: the newest of it would hide their own. */
const SCRIPT = `find=/.lab/bin/find
$find / \\( -path /proc -o -path /sys -o -path /dev -o -path /run -o -path /.lab -o -path /var/log \\
  -o -path /var/cache -o -path '/var/lib/*/*' -o -path /tmp \\) -prune -o \\
  -cmin "-$1" \\( -type f -o -type l -o -type d \\) -exec /.lab/bin/stat -c '%Z|%F|%n' {} + 2>/dev/null |
  /.lab/bin/head -n ${LINES_MAX}
`;

/** Each host that its learner sees and on which something changed. A host that does not answer is left out. */
export async function changesOn(machines: Askable, lab: Lab, { readyAt }: Run): Promise<HostChanges[]> {
	if (!readyAt) return [];
	const minutes = Math.ceil((Date.now() - readyAt.getTime()) / 60_000) + 1;
	const hosts = lab.hosts.filter(({ hidden }) => !hidden).slice(0, HOSTS_MAX);
	const found = await Promise.all(
		hosts.map(async ({ name }) => {
			const work = {
				...{ command: ['/.lab/bin/sh'], script: SCRIPT, args: [`${minutes}`] },
				...{ shielded: true, timeoutSeconds: SECONDS }
			};
			const { stdout } = await machines.exec(name, work).catch(() => ({ stdout: '' }));
			return { host: name, ...readChanges(stdout, readyAt) };
		})
	);
	return found.filter(({ files }) => files.length > 0);
}

/** The newest first. Lines that are none of ours, as a name with a line break makes, are passed over. */
export function readChanges(stdout: string, since: Date): Omit<HostChanges, 'host'> {
	const lines = stdout.split('\n').flatMap((line) => {
		const [, seconds, kind, path] = /^(\d{1,12})\|([a-z ]+)\|(\/.*)$/.exec(line) ?? [];
		const at = Number(seconds) * 1000;
		// What came up together with the machines is of the lab: a second later it is of who works there.
		if (!path || at <= since.getTime() + 1000 || isNoise(path)) return [];
		return [{ path, at, isFolder: kind === 'directory' }];
	});
	const written = lines.filter(({ isFolder }) => !isFolder);
	const folders = lines.filter(
		({ isFolder, path, at }) => isFolder && !lines.some((one) => within(one.path, path) && one.at >= at)
	);
	const all = [...written, ...folders].toSorted((one, other) => other.at - one.at);
	return {
		files: all.slice(0, FILES_MAX).map((one) => ({ ...one, path: one.path.slice(0, PATH_MAX) })),
		more: Math.max(0, all.length - FILES_MAX)
	};
}

/** What shells and editors keep for themselves. */
const isNoise = (path: string) =>
	/\/(\.bash_history|\.viminfo|\.lesshst|[^/]+\.swp|\.cache)(\/|$)/.test(path);

/** Directly: a file that is new in a folder has changed the folder as well. */
const within = (path: string, folder: string) =>
	path.startsWith(folder === '/' ? '/' : `${folder}/`) &&
	!path.slice(folder === '/' ? 1 : folder.length + 1).includes('/') &&
	path !== folder;
