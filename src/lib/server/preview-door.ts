/**
 * Who may open a preview: whoever may work on the machines, and instructors and operators of a learner's,
 * in the ledger like any look. Hosts that learners do not see are shown to nobody.
 */
import type { Duplex } from 'node:stream';
import { t } from '#lib/words/index.ts';
import type { Identity } from './auth/index.ts';
import type { Crews } from './crews/index.ts';
import type { Run } from './db/index.ts';
import type { Lab } from './labs/index.ts';
import type { People } from './people/index.ts';
import type { Permit, Previews } from './previews/index.ts';
import type { Refusal } from './refusal.ts';
import type { Runs } from './runs/index.ts';
import { HostAway, type Sandbox } from './sandbox/index.ts';
import type { Watchings } from './watching/index.ts';

export interface PreviewDoorOptions {
	previews: Pick<Previews, 'enter'>;
	runs: Pick<Runs, 'sandboxFor' | 'labOf' | 'touch'>;
	/** Whether they may still work there: machines of a drill change hands. */
	mayWork: Crews['mayWork'];
	people: Pick<People, 'isStaff'>;
	watchings: Pick<Watchings, 'begin' | 'keyboard' | 'underway'>;
}

/** What is to be seen. */
export interface Sight {
	runId: number;
	host: string;
	port: number;
	path: string;
}

const NO_PREVIEWS =
	'This platform has no address for pages of machines yet. Whoever runs it sets PREVIEW_ORIGIN; the README says how.';
const NOT_RUNNING = 'This lab is not running. Start it first.';
/** A page asks for dozens of things at once; the engine is asked where they are once in this time. */
const KNOWN_MILLISECONDS = 1000;

export class PreviewDoor {
	readonly #options: PreviewDoorOptions;

	constructor(options: PreviewDoorOptions) {
		this.#options = options;
	}

	/** An address that opens it once in this browser. */
	async open(identity: Identity, sight: Sight): Promise<string | Refusal> {
		const permit = await this.#permit(identity, sight);
		if ('refused' in permit) return permit;
		return this.#options.previews.enter(permit, sight.path) ?? { refused: t(NO_PREVIEWS) };
	}

	async #permit({ user, sessionId }: Identity, sight: Sight): Promise<Permit | Refusal> {
		const { runs, mayWork } = this.#options;
		const { runId, host, port } = sight;
		const own = await runs.sandboxFor(user.id, runId);
		const found = own ?? (this.#mayLook(user.id, runId) ? await runs.sandboxFor(null, runId) : null);
		if (!found) return { refused: t(NOT_RUNNING) };
		const wrong = problemWith(sight, runs.labOf(found.run));
		if (wrong) return wrong;

		const { run } = found;
		const known = remembered(() => this.#machines(run));
		const about = { sessionId, run: `${run.id}/${run.generation}`, host, port };
		const connect = async (): Promise<Duplex | null> => (await known()).connect(host, port);
		if (!own) return { ...about, connect, ...this.#asGuest(user, sight) };
		return { ...about, connect, mayStay: () => mayWork(user.id, run), touch: () => runs.touch(run.id) };
	}

	/** The machines as they were when the preview was opened: new ones are another run's, so to speak. */
	async #machines({ id, generation }: Run): Promise<Sandbox> {
		const found = await this.#options.runs.sandboxFor(null, id);
		if (found?.run.generation !== generation)
			throw new HostAway('The machines of this page are gone. Open it from the lab again.');
		return found.sandbox;
	}

	#asGuest(watcher: Identity['user'], { runId, host, port }: Sight) {
		const { watchings } = this.#options;
		return {
			touch: () => {},
			mayStay: () => this.#mayLook(watcher.id, runId),
			guest: {
				came() {
					const run = watchings.underway(runId);
					return run ? watchings.begin({ run, watcher, place: `${host}:${port} · page` }) : () => {};
				},
				mayAct: () => watchings.keyboard(runId, watcher.id) === 'given'
			}
		};
	}

	#mayLook(userId: number, runId: number): boolean {
		const { people, watchings } = this.#options;
		return people.isStaff(userId) && watchings.underway(runId) !== null;
	}
}

function problemWith({ host, port }: Sight, lab: Lab | null): Refusal | null {
	const isShown = lab?.hosts.some(({ name, hidden }) => name === host && !hidden);
	if (!isShown) return { refused: t('There is no such host in this lab.') };
	if (Number.isInteger(port) && port >= 1 && port <= 65_535) return null;
	return { refused: t('A port is a number from 1 to 65535.') };
}

/** The same answer for a moment; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
	let known: Promise<T> | null = null;
	let until = 0;
	return () => {
		if (known && Date.now() < until) return known;
		until = Date.now() + KNOWN_MILLISECONDS;
		known = ask();
		known.catch(() => (known = null));
		return known;
	};
}
