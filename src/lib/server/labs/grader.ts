/**
 * The grader: a trusted host on the lab's networks that learners neither see nor reach. It is kept
 * apart from the lab's hosts, so that whoever shows, counts or opens those never meets it.
 */
import type { Draft } from './draft.ts';
import { GRADER, type Host } from './lab.ts';
import { buildFile } from './placed-file.ts';
import type { LabFile } from './schema.ts';

/** The author's; probes need one too, so a lab that names none has it added on all its networks. */
export function graderOf(draft: Draft): Host | null {
	const { grader, networks } = draft.written;
	if (grader) return buildGrader(draft, grader);
	return hasProbes(draft) ? buildGrader(draft, { ...ADDED, networks: Object.keys(networks) }) : null;
}

const ADDED = {
	...{ image: 'linux', env: {}, files: [] },
	limits: { memory: 128, cpus: 0.5, pids: 128, disk: 256 }
};

const hasProbes = ({ written }: Draft) => Object.keys(written.probes).length > 0;

function buildGrader(draft: Draft, written: NonNullable<LabFile['grader']>): Host {
	const { image, env, limits, networks, files } = written;
	const { memory, cpus, pids, disk } = limits;
	return {
		...{ name: GRADER, image, env, user: 'root', hidden: true, profile: 'standard', sudo: false },
		...{ isolation: 'default', internet: [] },
		networks: networks.map((name) => ({ name, ipv4: null })),
		limits: { memoryMiB: memory, cpus, pids, diskMiB: disk },
		files: files.map((file, index) => buildFile(draft, file, ['grader', 'files', index, 'from'])),
		...{ ready: null, needs: [] }
	};
}

/** Hosts on which something of this lab can be run. */
export const placesOf = (draft: Draft): string[] => [
	...Object.keys(draft.written.hosts),
	...(draft.written.grader || hasProbes(draft) ? [GRADER] : [])
];
