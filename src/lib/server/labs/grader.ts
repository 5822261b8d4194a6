/**
 * The grader: a trusted host on the lab's networks that learners neither see nor reach. It is kept
 * apart from the lab's hosts, so that whoever shows, counts or opens those never meets it.
 */
import type { Draft } from './draft.ts';
import { GRADER, type Host } from './lab.ts';
import { buildFile } from './placed-file.ts';
import type { LabFile } from './schema.ts';

export function buildGrader(draft: Draft, written: NonNullable<LabFile['grader']>): Host {
	const { image, env, limits, networks, files } = written;
	const { memory, cpus, pids, disk } = limits;
	return {
		...{ name: GRADER, image, env, user: 'root', hidden: true, profile: 'standard', sudo: false },
		...{ isolation: 'default' },
		networks: networks.map((name) => ({ name, ipv4: null })),
		limits: { memoryMiB: memory, cpus, pids, diskMiB: disk },
		files: files.map((file, index) => buildFile(draft, file, ['grader', 'files', index, 'from'])),
		...{ ready: null, needs: [] }
	};
}

/** Hosts on which something of this lab can be run. */
export const placesOf = ({ written }: Draft): string[] => [
	...Object.keys(written.hosts),
	...(written.grader ? [GRADER] : [])
];
