/** Who may open which terminal: signed in, from our own pages, and only on machines that are theirs. */
import type { IncomingMessage } from 'node:http';
import type { Auth } from './auth/index.ts';
import type { Crews } from './crews/index.ts';
import type { Lab } from './labs/index.ts';
import type { Runs } from './runs/index.ts';
import type { Onlookers } from './onlookers.ts';
import type { Recordings } from './recordings/index.ts';
import type { Shell } from './sandbox/index.ts';
import type { Admit } from './terminal/index.ts';

export interface Guarded {
	auth: Pick<Auth, 'session'>;
	runs: Pick<Runs, 'sandboxFor' | 'labOf' | 'touch' | 'typed' | 'printed'>;
	/** Whether they may still work there: machines of a drill change hands. */
	mayWork: Crews['mayWork'];
	recordings: Pick<Recordings, 'record'>;
	/** Lets those in who look at a learner's terminal. */
	onlookers: Onlookers;
	/** Scheme, host and port of our own pages. */
	origin: string;
}

const PLACE = /^\/terminal\/(\d{1,15})\/([a-z0-9][a-z0-9-]{0,39})\/([a-z0-9][a-z0-9-]{0,31})(?:\?|$)/;
/** A row per key would be a write per key. */
const TOUCH_MILLISECONDS = 20_000;
/** What the Enter key sends, and every line of a paste. */
const ENTER = 0x0d;

export function doorkeeper({ auth, runs, mayWork, recordings, onlookers, origin }: Guarded): Admit {
	return async (request) => {
		if (!fromOurPages(request, origin)) return 403;
		const identity = await auth.session(request.headers.cookie);
		if (!identity) return 401;
		const place = placeIn(request);
		if (place?.watch) return onlookers(identity, place);
		const found = place && (await runs.sandboxFor(identity.user.id, place.runId));
		if (!found || !found.sandbox.hosts.includes(place.host)) return 404;
		if (isHidden(runs.labOf(found.run), place.host)) return 404;

		const { run, sandbox } = found;
		const touch = seldom(() => runs.touch(run.id));
		return {
			sessionId: identity.sessionId,
			run: `${run.id}/${run.generation}`,
			key: `${run.id}/${run.generation}/${place.host}/${place.shell}`,
			async open(size) {
				const shell = await sandbox.shell(place.host, { id: place.shell, ...size, env: ENVIRONMENT });
				return overheard(shell, () => runs.printed(run.id));
			},
			mayStay: () => mayWork(identity.user.id, run),
			recording: (fresh) => recordings.record({ run, host: place.host, shell: place.shell }, fresh),
			onTyped(keys) {
				touch();
				runs.typed(run.id, keys.includes(ENTER));
			}
		};
	};
}

function placeIn({ url = '' }: IncomingMessage) {
	const [, runId, host, shell] = PLACE.exec(url) ?? [];
	const watch = new URLSearchParams(url.split('?')[1]).has('watch');
	return runId && host && shell ? { runId: Number(runId), host, shell, watch } : null;
}

const isHidden = (lab: Lab | null, host: string) =>
	lab?.hosts.find(({ name }) => name === host)?.hidden !== false;

/** The same shell, telling whenever it prints. */
const overheard = (shell: Shell, heard: () => void): Shell => ({
	...{ fresh: shell.fresh, lostOutput: shell.lostOutput, from: shell.from, past: shell.past },
	output: {
		async *[Symbol.asyncIterator]() {
			for await (const bytes of shell.output) {
				heard();
				yield bytes;
			}
		}
	},
	write: (bytes) => shell.write(bytes),
	resize: (size) => shell.resize(size),
	leave: () => shell.leave(),
	close: () => shell.close()
});

function seldom(act: () => void): () => void {
	let last = 0;
	return () => {
		if (Date.now() - last < TOUCH_MILLISECONDS) return;
		last = Date.now();
		act();
	};
}

const ENVIRONMENT = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

/** Browsers always say where a websocket comes from; what does not say so is no browser of ours. */
const fromOurPages = ({ headers }: IncomingMessage, origin: string) =>
	headers.origin === origin && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
