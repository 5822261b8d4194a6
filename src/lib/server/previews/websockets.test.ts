import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Ground, PLATFORM, type Visitor } from './testing.ts';

let ground: Ground;
beforeEach(async () => {
	ground = new Ground();
	await ground.open();
});
afterEach(() => ground.close());

describe('websockets', () => {
	const open = (visitor: Visitor, headers: Record<string, string> = { origin: visitor.origin }) =>
		new WebSocket(`ws://127.0.0.1:${ground.port}/live`, ['chat'], { headers: visitor.headers(headers) });
	const refusal = async (socket: WebSocket) => {
		const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
		return answer.statusCode;
	};

	it('speak with the app, both ways, and end together', async () => {
		const sockets = new WebSocketServer({ server: ground.appServer });
		sockets.on('connection', (socket, request) => {
			socket.send(`${request.headers.origin} ${request.headers.cookie ?? 'no cookie'}`);
			socket.on('message', (data: Buffer) => socket.send(data));
		});
		const visitor = await ground.visit();
		const socket = open(visitor);
		expect(String((await once(socket, 'message'))[0])).toBe('http://web:8080 no cookie');
		const large = randomBytes(2 * 1024 * 1024);
		socket.send(large);
		expect(large.equals((await once(socket, 'message'))[0] as Buffer)).toBe(true);
		ground.previews.endSession('ada');
		await once(socket, 'close');
		await vi.waitFor(() => expect(sockets.clients.size).toBe(0));
	});

	it('open for pages of the preview alone, and for nothing that is no websocket', async () => {
		const visitor = await ground.visit();
		expect(await refusal(open(visitor, { origin: PLATFORM }))).toBe(403);
		expect(await refusal(open(visitor, {}))).toBe(403);
		expect(await refusal(open(visitor, { origin: visitor.origin, cookie: 'labwright-preview=x' }))).toBe(403);
		const h2 = visitor.headers({ origin: visitor.origin, connection: 'Upgrade', upgrade: 'h2c' });
		expect((await ground.begin('/', { headers: h2 })).statusCode).toBe(405);
	});

	it('of who looks on end when the keyboard is taken back', async () => {
		const sockets = new WebSocketServer({ server: ground.appServer });
		let given = true;
		const visitor = await ground.visit({ guest: { came: () => () => {}, mayAct: () => given } });
		const socket = open(visitor);
		await once(socket, 'open');
		given = false;
		await once(socket, 'close');
		expect(await refusal(open(visitor))).toBe(403);
		await vi.waitFor(() => expect(sockets.clients.size).toBe(0));
	});

	it('that an app does not want are answered as it says, or in a sentence', async () => {
		const visitor = await ground.visit();
		ground.app = (_request, response) => response.writeHead(404).end();
		expect(await refusal(open(visitor))).toBe(404);
		const silent = await ground.visit({ host: 'db', connect: async () => null });
		expect(await refusal(open(silent))).toBe(502);
	});
});
