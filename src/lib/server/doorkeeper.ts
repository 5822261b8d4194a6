/** Who may open which terminal: signed in, from our own pages, and only on machines that are theirs. */
import type { IncomingMessage } from 'node:http';
import type { Auth } from './auth/index.ts';
import type { Labs } from './labs/index.ts';
import type { Runs } from './runs/index.ts';
import type { Admit } from './terminal/index.ts';

export interface Guarded {
	auth: Pick<Auth, 'session'>;
	runs: Pick<Runs, 'sandboxFor' | 'touch'>;
	labs: Pick<Labs, 'lab'>;
	/** Scheme, host and port of our own pages. */
	origin: string;
}

const PLACE = /^\/terminal\/(\d{1,15})\/([a-z0-9][a-z0-9-]{0,39})\/([a-z0-9][a-z0-9-]{0,31})(?:\?|$)/;
/** A row per key would be a write per key. */
const TOUCH_MILLISECONDS = 20_000;

export function doorkeeper({ auth, runs, labs, origin }: Guarded): Admit {
	return async (request) => {
		if (!fromOurPages(request, origin)) return 403;
		const identity = await auth.session(request.headers.cookie);
		if (!identity) return 401;

		const place = PLACE.exec(request.url ?? '');
		if (!place) return 404;
		const [, runId = '', host = '', shell = ''] = place;
		const found = await runs.sandboxFor(identity.user.id, Number(runId));
		const about = found && labs.lab(found.run.labId)?.hosts.find(({ name }) => name === host);
		if (!found || about?.hidden || !found.sandbox.hosts.includes(host)) return 404;

		let touched = 0;
		return {
			sessionId: identity.sessionId,
			key: `${found.run.id}/${found.run.generation}/${host}/${shell}`,
			open: (size) => found.sandbox.shell(host, { id: shell, ...size, env: ENVIRONMENT }),
			onTyped() {
				if (Date.now() - touched < TOUCH_MILLISECONDS) return;
				touched = Date.now();
				runs.touch(found.run.id);
			}
		};
	};
}

const ENVIRONMENT = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

/** Browsers always say where a websocket comes from; what does not say so is no browser of ours. */
const fromOurPages = ({ headers }: IncomingMessage, origin: string) =>
	headers.origin === origin && (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
