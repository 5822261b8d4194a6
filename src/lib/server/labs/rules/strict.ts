import type { Draft } from '../draft.ts';

/** A strict host has no root, who alone could give a file to somebody. */
export function strictHostsHaveNoRoot(draft: Draft) {
	for (const [name, { profile, files }] of Object.entries(draft.written.hosts)) {
		if (profile !== 'strict') continue;
		for (const [index, { owner }] of files.entries()) {
			if (owner === 'root') continue;
			draft.error(
				['hosts', name, 'files', index, 'owner'],
				`A \`strict\` host has no root who could give this file to \`${owner}\`. Leave \`owner\` out and let \`mode\` say who may read it, or choose another profile.`
			);
		}
	}
}
