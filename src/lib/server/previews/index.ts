/**
 * Previews: a service on a port of a host, opened in the browser.
 *
 * Every preview is an origin of its own below a name that is not the platform's; a ticket from a page of
 * ours is exchanged there for a cookie, and whoever shows that is connected to one port of one host and
 * to nothing else. Who may have a ticket is decided elsewhere; knows nothing of labs or runs.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { admit } from './admission.ts';
import { Book, type Preview } from './book.ts';
import { passCookie } from './cookies.ts';
import { forward } from './forward.ts';
import { ALWAYS, type Place } from './headers.ts';
import { previewOrigin, type PreviewOrigin } from './origin.ts';
import { REFUSALS, say } from './pages.ts';
import type { Permit } from './permit.ts';
import { forwardUpgrade, refuse } from './upgrade.ts';

export type { Guest, Permit } from './permit.ts';

export interface PreviewsOptions {
	/** An origin whose first name is a star; null where there is none: then there are no previews. */
	origin: string | null;
	/** Scheme, host and port of our own pages. */
	platform: string;
	/** For names that cannot be guessed. */
	key: string;
}

/** Here tickets are exchanged; an app's own path of this name is out of reach. */
const ENTRANCE = '/.labwright/enter';
const LOOK_MILLISECONDS = 1000;
/** A guest of whom nothing was heard for so long looks no more. */
const GUEST_MILLISECONDS = 60_000;

export class Previews {
	readonly #origin: PreviewOrigin | null;
	readonly #platform: string;
	readonly #book: Book;
	readonly #timer: NodeJS.Timeout;

	constructor({ origin, platform, key }: PreviewsOptions) {
		this.#origin = origin === null ? null : previewOrigin(origin);
		this.#platform = platform;
		this.#book = new Book(key);
		this.#timer = setInterval(() => this.#lookAround(), LOOK_MILLISECONDS).unref();
	}

	/** What a page may show in a frame, for its policy; null where there are no previews. */
	get sources(): string | null {
		return this.#origin?.sources ?? null;
	}

	/** An address that opens the preview once, within half a minute; null where there are no previews. */
	enter(permit: Permit, path: string): string | null {
		if (!this.#origin) return null;
		const { label, ticket } = this.#book.admit(permit);
		return `${this.#origin.of(label)}${ENTRANCE}?${new URLSearchParams({ ticket, to: path })}`;
	}

	/** Whether a request with this `Host` is for a preview, and so for nobody else. */
	owns = (host: string | undefined): boolean => this.#origin?.labelIn(host) != null;

	handle(request: IncomingMessage, response: ServerResponse): void {
		const asked = this.#asked(request);
		const url = request.url ?? '';
		if (url.split('?')[0] === ENTRANCE) return this.#letIn(request, response, asked.label);
		const found = admit(request, asked);
		if ('status' in found) return say(response, found, `'self' ${this.#platform}`);
		this.#noteVisit(found, request);
		void forward(request, response, { preview: found, place: this.#placeOf(found) });
	}

	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		socket.on('error', () => socket.destroy());
		const incoming = { request, socket, head };
		const found = admit(request, this.#asked(request));
		if ('status' in found) return refuse(incoming, found);
		if (request.headers.upgrade?.toLowerCase() !== 'websocket') return refuse(incoming, REFUSALS.method);
		this.#noteVisit(found, request);
		void forwardUpgrade(incoming, { preview: found, place: this.#placeOf(found) });
	}

	/** Somebody has signed out: what they have open ends. */
	endSession(sessionId: string): void {
		for (const preview of this.#book.all())
			if (preview.permit.sessionId === sessionId) this.#book.remove(preview);
	}

	close(): void {
		clearInterval(this.#timer);
		for (const preview of this.#book.all()) this.#book.remove(preview);
	}

	#asked({ headers }: IncomingMessage) {
		const label = this.#origin?.labelIn(headers.host) ?? '';
		return { book: this.#book, label, origin: this.#origin?.of(label) ?? '' };
	}

	#placeOf({ label, permit: { host, port } }: Preview): Place {
		const { secure = false } = this.#origin ?? {};
		return { host, port, origin: this.#origin?.of(label) ?? '', platform: this.#platform, secure };
	}

	#letIn({ url = '', method }: IncomingMessage, response: ServerResponse, label: string): void {
		const asked = new URLSearchParams(url.split('?')[1]);
		const preview = method === 'GET' ? this.#book.enter(label, asked.get('ticket') ?? '') : null;
		if (!preview?.permit.mayStay()) return say(response, REFUSALS.stranger, `'self' ${this.#platform}`);
		preview.permit.touch();
		response.writeHead(303, {
			...ALWAYS,
			'set-cookie': passCookie(preview.pass, this.#origin?.secure ?? false),
			location: pathOnly(asked.get('to') ?? '/')
		});
		response.end();
	}

	/** A guest's look is in the ledger before the first byte; a press of the learner's is a sign of life. */
	#noteVisit(preview: Preview, { method, headers }: IncomingMessage): void {
		preview.lastAsked = Date.now();
		const { guest } = preview.permit;
		if (guest) preview.left ??= guest.came();
		else if (method !== 'GET' || headers['sec-fetch-user'] !== undefined) preview.permit.touch();
	}

	/** Show out who may not stay, hear no more of who may not act, and note which guests have gone. */
	#lookAround(): void {
		for (const preview of this.#book.all()) {
			const { permit, open, sockets, left } = preview;
			if (open.size === 0 && left === null) continue;
			if (!permit.mayStay()) this.#book.remove(preview);
			else if (permit.guest?.mayAct() === false) for (const end of sockets) end();
			const isSilent = open.size === 0 && Date.now() - preview.lastAsked > GUEST_MILLISECONDS;
			if (isSilent) this.#book.leave(preview);
		}
	}
}

/** Whatever is written there, it stays on this preview. */
function pathOnly(to: string): string {
	const here = 'http://preview.invalid';
	if (!to.startsWith('/') || !URL.canParse(to, here)) return '/';
	const { origin, pathname, search } = new URL(to, here);
	return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}
