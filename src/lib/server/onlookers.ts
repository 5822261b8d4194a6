/**
 * Who may look at a learner's live terminal: instructors and operators, at shells that are open. They
 * type only while the learner lets them, and stay only while they have the role and the run is on.
 */
import type { Identity } from './auth/index.ts';
import type { People } from './people/index.ts';
import type { Runs } from './runs/index.ts';
import type { Permit } from './terminal/index.ts';
import type { Watchings } from './watching/index.ts';

export interface Place {
	runId: number;
	host: string;
	shell: string;
}

export type Onlookers = (identity: Identity, place: Place) => Permit | 404;

export interface OnlookersOptions {
	runs: Pick<Runs, 'typed' | 'touch'>;
	people: Pick<People, 'isStaff'>;
	watchings: Pick<Watchings, 'begin' | 'keyboard' | 'underway'>;
}

const ENTER = 0x0d;

export function openOnlookers({ runs, people, watchings }: OnlookersOptions): Onlookers {
	return ({ user, sessionId }, { runId, host, shell }) => {
		const run = watchings.underway(runId);
		const mayLook = () => people.isStaff(user.id) && watchings.underway(runId) !== null;
		if (!run || run.userId === user.id || !mayLook()) return 404;
		return {
			sessionId,
			run: `${run.id}/${run.generation}`,
			key: `${run.id}/${run.generation}/${host}/${shell}`,
			open: () => Promise.reject(new Error('Who looks on opens no shell.')),
			recording: () => null,
			onTyped(keys) {
				runs.touch(run.id);
				runs.typed(run.id, keys.includes(ENTER));
			},
			guest: {
				came: () => watchings.begin({ run, watcher: user, place: `${host} · ${shell}` }),
				mayStay: mayLook,
				mayType: () => watchings.keyboard(run.id, user.id) === 'given'
			}
		};
	};
}
