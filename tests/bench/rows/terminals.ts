/** The contestants of a terminal: each at the prompt of a shell, the peers' in our own sandbox. */
import type { AtWork } from '../bench-site.ts';
import { unjudged, type Figure, type Goal } from '../figures.ts';
import { PROMPT } from '../learner.ts';
import { until, type Line } from '../line.ts';
import { openPty } from '../pty.ts';
import { hasTtyd, NO_TTYD, openTtyd } from '../ttyd.ts';

export interface Contestant {
	who: Figure['who'];
	what: string;
	line: Line;
}

/** `shell`: a name for ours that no other row uses. Close what it returns with `closeAll`. */
export async function contestants(
	{ learner, runId, container }: AtWork,
	shell: string
): Promise<Record<string, Contestant>> {
	const host = openPty(`env PS1='learner@host$ ' bash --norc --noprofile`);
	await until(host, PROMPT);
	const exec = openPty(`docker exec -it -u learner ${container} bash`);
	await until(exec, PROMPT);
	const found: Record<string, Contestant> = {
		floor: { who: 'floor', what: 'a shell of this machine on a pty', line: host },
		exec: { who: 'peer', what: '`docker exec -it` on a pty', line: exec }
	};
	if (hasTtyd())
		found.ttyd = { who: 'peer', what: 'ttyd + `docker exec -it`', line: await openTtyd(container) };
	const line = await learner.terminal(runId, shell);
	found.ours = { who: 'ours', what: 'the gateway, production build, one websocket', line };
	return found;
}

export const closeAll = (all: Record<string, Contestant>) =>
	Promise.all(Object.values(all).map(({ line }) => line.close()));

/** The goals are about ttyd; without it a ratio to `docker exec -it` is told, and nothing is judged. */
export function beside(all: Record<string, Contestant>, goal: (peer: string, what: string) => Goal) {
	if (all.ttyd) return { goals: [goal('ttyd', all.ttyd.what)], notes: [] };
	return { goals: [unjudged(goal('exec', all.exec?.what ?? ''))], notes: [NO_TTYD] };
}
