/** For tests only: an app on a real socket, previews of it on another, and browsers as plain requests. */
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Previews, type Permit } from './index.ts';

export const PLATFORM = 'http://localhost:3000';

const listening = async (server: ReturnType<typeof createServer>) => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return (server.address() as AddressInfo).port;
};

export interface Answered {
	status: number;
	headers: IncomingMessage['headers'];
	body: string;
}

export class Ground {
	/** What the app does. */
	app: RequestListener = (_request, response) => response.end('hello');
	/** What came to it. */
	readonly heard: IncomingMessage[] = [];
	readonly appServer = createServer((request, response) => {
		this.heard.push(request);
		this.app(request, response);
	});
	readonly server = createServer((request, response) => this.previews.handle(request, response));
	readonly previews: Previews;
	appPort = 0;
	port = 0;

	constructor(origin = 'http://*.localhost:3000') {
		this.previews = new Previews({ origin, platform: PLATFORM, key: 'for tests' });
		this.server.on('upgrade', (request, socket, head) => this.previews.upgrade(request, socket, head));
	}

	async open() {
		this.appPort = await listening(this.appServer);
		this.port = await listening(this.server);
	}

	close() {
		this.previews.close();
		for (const server of [this.server, this.appServer]) {
			server.closeAllConnections();
			server.close();
		}
	}

	permit(changes: Partial<Permit> = {}): Permit {
		return {
			...{ sessionId: 'ada', run: '1/1', host: 'web', port: 8080, touch: () => {}, mayStay: () => true },
			connect: () =>
				new Promise((done) => {
					const socket = connect(this.appPort, '127.0.0.1', () => done(socket)).once('error', () =>
						done(null)
					);
				}),
			...changes
		};
	}

	/** Come in as a browser does: what it knows afterwards. */
	async visit(changes: Partial<Permit> = {}, path = '/'): Promise<Visitor> {
		const url = new URL(this.previews.enter(this.permit(changes), path)!);
		const entered = await this.ask(url.pathname + url.search, { host: url.host });
		const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
		return new Visitor(this, { host: url.host, cookie, entered });
	}

	/** A request as it is written here, and the whole answer. */
	async ask(
		path: string,
		headers: Record<string, string>,
		body?: string,
		method?: string
	): Promise<Answered> {
		const answer = await this.begin(
			path,
			{ headers, method: method ?? (body === undefined ? 'GET' : 'POST') },
			body
		);
		return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
	}

	begin(path: string, options: { headers: Record<string, string>; method?: string }, body?: string) {
		return new Promise<IncomingMessage>((done, failed) => {
			const at = { host: '127.0.0.1', port: this.port, path, setHost: false, agent: false as const };
			httpRequest({ ...at, ...options }, done)
				.on('error', failed)
				.end(body);
		});
	}

	/** Bytes as they are written here, and all that comes back until the connection is closed. */
	async write(bytes: string): Promise<string> {
		const socket = connect(this.port, '127.0.0.1');
		socket.write(bytes);
		return text(socket);
	}
}

export class Visitor {
	readonly #ground: Ground;
	readonly host: string;
	readonly cookie: string;
	/** The answer to the ticket. */
	readonly entered: Answered;

	constructor(ground: Ground, known: { host: string; cookie: string; entered: Answered }) {
		this.#ground = ground;
		this.host = known.host;
		this.cookie = known.cookie;
		this.entered = known.entered;
	}

	get origin() {
		return `http://${this.host}`;
	}

	headers = (more: Record<string, string> = {}) => ({ host: this.host, cookie: this.cookie, ...more });

	ask = (path: string, more: Record<string, string> = {}, body?: string, method?: string) =>
		this.#ground.ask(path, this.headers(more), body, method);
}
