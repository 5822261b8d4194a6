/**
 * The way out: a web proxy for hosts that may reach some places of the internet, by exact name and
 * port. No packet leaves the sandbox: the host speaks to us, and we speak to the place. Knows nothing
 * of labs, and nothing of how the host's words get here.
 */
import { lookup as lookupName } from 'node:dns/promises';
import { createServer, request, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';
import { isOutside } from './outside.ts';

/** Where programs of a host find it: no more than a name for a port of the loopback. */
export const WAY_OUT_PORT = 3128;

/** `name:port`, exactly so: lower case, no addresses, no patterns. */
export type Destination = string;

const CONNECT_MILLISECONDS = 15_000;
/** Neither side says anything for so long. */
const IDLE_MILLISECONDS = 5 * 60_000;

/** Said to the proxy, not to the place. */
const OWN = new Set(['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive', 'te', 'upgrade']);

export interface WayOutOptions {
	/** Where any host may be given a way to; none when not said. */
	allowed?: Destination[];
	/** In place of the machine's own resolver. */
	lookup?: (name: string) => Promise<{ address: string; family: number }>;
	/** Whether an address that a name leads to may be gone to. */
	isOutside?: (address: string) => boolean;
}

export class WayOut {
	readonly #allowed: ReadonlySet<Destination>;
	readonly #lookup: NonNullable<WayOutOptions['lookup']>;
	readonly #isOutside: (address: string) => boolean;
	readonly #server = createServer({ requestTimeout: 0, headersTimeout: 30_000, keepAliveTimeout: 30_000 });
	readonly #hosts = new WeakMap<object, ReadonlySet<Destination>>();
	readonly #open = new Set<Duplex>();

	/** `allowed` is the operator's list: a host reaches what is on it and on its own. */
	constructor({
		allowed = [],
		lookup = (name) => lookupName(name),
		isOutside: outside = isOutside
	}: WayOutOptions) {
		this.#allowed = new Set(allowed);
		this.#lookup = lookup;
		this.#isOutside = outside;
		this.#server.on(
			'request',
			(asked, answer) => void this.#pass(asked, answer).catch(() => answer.destroy())
		);
		this.#server.on(
			'connect',
			(asked, stream, head) => void this.#tunnel(asked, stream, head).catch(() => stream.destroy())
		);
		this.#server.on('clientError', (_, stream) => stream.destroy());
	}

	/** Serve one connection of a host that may reach these. */
	serve(stream: Duplex, wanted: ReadonlySet<Destination>): void {
		this.#open.add(stream);
		stream.once('close', () => this.#open.delete(stream));
		this.#hosts.set(stream, wanted);
		this.#server.emit('connection', stream);
	}

	close(): void {
		for (const stream of this.#open) stream.destroy();
	}

	/** `GET http://host/…`, as programs ask a proxy without encryption. */
	async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
		const refuse = (status: number, why: string) =>
			void answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${why}\n`);
		const url = URL.canParse(asked.url ?? '') ? new URL(asked.url!) : null;
		if (url?.protocol !== 'http:')
			return refuse(400, 'This is a proxy: set http_proxy, and ask for an address that begins with http://.');
		const to = await this.#find(asked.socket, url.hostname, Number(url.port || 80));
		if ('refused' in to) return refuse(to.status, to.refused);
		const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !OWN.has(name)));
		const out = request({
			...{ host: to.address, port: to.port, method: asked.method, path: url.pathname + url.search },
			...{ headers: { ...headers, host: url.host }, timeout: CONNECT_MILLISECONDS, agent: false }
		});
		out.on('timeout', () => out.destroy(new Error('it does not answer')));
		out.on('error', (error) =>
			answer.headersSent
				? answer.destroy()
				: refuse(502, `${url.host} could not be reached: ${error.message}.`)
		);
		out.on('response', (got) => {
			try {
				answer.writeHead(got.statusCode ?? 502, got.headers);
				pipeline(got, answer, () => {});
			} catch {
				out.destroy(new Error('its answer cannot be passed on')); // a status that is none, say
			}
		});
		answer.on('close', () => out.destroy());
		pipeline(asked, out, () => {});
	}

	/** `CONNECT host:port`, as they ask for everything else. `head`: what they said on without waiting. */
	async #tunnel(asked: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
		stream.on('error', () => {});
		const refuse = (status: number, why: string) =>
			void stream.end(
				`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: text/plain; charset=utf-8\r\nconnection: close\r\n\r\n${why}\n`
			);
		const [, name, port] = /^([^:]+):(\d{1,5})$/.exec(asked.url ?? '') ?? [];
		const to = await this.#find(asked.socket, name ?? '', Number(port));
		if ('refused' in to) return refuse(to.status, to.refused);
		const out = connect({ host: to.address, port: to.port });
		out.setTimeout(CONNECT_MILLISECONDS, () => out.destroy(new Error('it does not answer')));
		const failed = (error: Error) => refuse(502, `${asked.url} could not be reached: ${error.message}.`);
		out.once('error', failed);
		out.once('connect', () => {
			out.off('error', failed);
			out.setTimeout(IDLE_MILLISECONDS, () => out.destroy());
			out.write(head);
			stream.write('HTTP/1.1 200 Connection established\r\n\r\n');
			join(stream, out);
		});
		stream.once('close', () => out.destroy());
	}

	async #find(
		socket: object,
		name: string,
		port: number
	): Promise<{ address: string; port: number } | { status: number; refused: string }> {
		const place = `${name.toLowerCase()}:${port}`;
		const wanted = this.#hosts.get(socket);
		if (!wanted?.has(place) || !this.#allowed.has(place))
			return {
				status: 403,
				refused: `This machine may not reach ${place}. It may reach: ${[...(wanted ?? [])].filter((one) => this.#allowed.has(one)).join(', ') || 'nothing'}.`
			};
		const found = await this.#lookup(name).catch(() => null);
		if (!found) return { status: 502, refused: `There is no address for ${name}.` };
		if (!this.#isOutside(found.address))
			return {
				status: 403,
				refused: `The name ${name} leads to ${found.address}, which is no place outside.`
			};
		return { address: found.address, port };
	}
}

function join(stream: Duplex, out: Socket): void {
	pipeline(stream, out, () => out.destroy());
	pipeline(out, stream, () => stream.destroy());
}
