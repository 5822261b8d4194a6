import { once } from 'node:events';
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ground, PLATFORM } from './testing.ts';

let ground: Ground;
beforeEach(async () => {
	ground = new Ground();
	await ground.open();
});
afterEach(() => ground.close());

describe('what an app hears', () => {
	it('is a request to itself, without a word of the platform or of who asks', async () => {
		const visitor = await ground.visit();
		await visitor.ask('/a/../b?c=%2F', {
			cookie: `labwright=secret; ${visitor.cookie}; __Host-labwright=secret; __secure-labwright-x=1; cart=7; theme=dark`,
			...{ origin: visitor.origin, referer: `${visitor.origin}/from`, 'sec-fetch-site': 'same-origin' },
			...{ 'x-forwarded-for': '1.2.3.4', 'x-real-ip': '1.2.3.4', forwarded: 'for=1.2.3.4', via: '1.1 proxy' },
			...{
				connection: 'x-hop, cookie',
				'x-hop': '1',
				te: 'trailers',
				'keep-alive': '5',
				'proxy-authorization': 'x'
			},
			...{ authorization: 'Basic eA==', 'x-own': 'kept' }
		});
		const [{ url, headers }] = ground.heard as [(typeof ground.heard)[0]];
		expect(url).toBe('/a/../b?c=%2F');
		expect(headers).toEqual({
			...{ host: 'web:8080', cookie: 'cart=7; theme=dark', origin: 'http://web:8080' },
			...{
				referer: 'http://web:8080/from',
				authorization: 'Basic eA==',
				'x-own': 'kept',
				connection: 'close'
			}
		});
		await visitor.ask('/', { referer: 'https://elsewhere.example/secret' });
		expect(ground.heard[1]?.headers).toEqual({ host: 'web:8080', connection: 'close' });
	});

	it('comes from its own pages, or by a link; nothing else may ask', async () => {
		const visitor = await ground.visit();
		const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
		expect((await visitor.ask('/', link)).status).toBe(200);
		expect((await visitor.ask('/', { 'sec-fetch-site': 'same-origin' }, 'x=1')).status).toBe(200);
		const refused: [Record<string, string>, string?, string?][] = [
			[{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
			[{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', origin: PLATFORM }],
			[link, 'x=1'],
			[{ origin: 'null' }, 'x=1'],
			[{ origin: 'https://evil.example' }, undefined, 'OPTIONS'],
			[{ origin: (await ground.visit({ port: 9 })).origin }],
			[{ 'service-worker': 'script' }]
		];
		for (const [headers, body, method] of refused)
			expect([headers, (await visitor.ask('/', headers, body, method)).status]).toEqual([headers, 403]);
		expect((await visitor.ask('/', {}, undefined, 'TRACE')).status).toBe(405);
		expect(ground.heard).toHaveLength(2);
	});

	it('is never two requests where a browser sent one', async () => {
		const { host, cookie } = await ground.visit();
		const start = (line: string) => `${line}\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n`;
		const inner = `GET /smuggled HTTP/1.1\r\nHost: web\r\n\r\n`;
		const tries = [
			`${start('POST / HTTP/1.1')}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
			`${start('POST / HTTP/1.1')}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${inner}`,
			`${start('POST / HTTP/1.1')}Content-Length: 0\r\nContent-Length: 60\r\n\r\n${inner}`,
			`${start('GET / HTTP/1.1')}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
			`${start('GET /x\rHTTP/1.1\r\nA: b')}\r\n${inner}`,
			`${start('GET / HTTP/1.1')}X: a\n\n${inner}`,
			`${start('GET http://169.254.169.254/latest HTTP/1.1')}\r\n`,
			`${start('GET / HTTP/1.1')}Host: other\r\n\r\n`,
			`CONNECT 169.254.169.254:80 HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`
		];
		for (const bytes of tries) await ground.write(bytes);
		expect(ground.heard.filter(({ url }) => url?.includes('smuggled'))).toEqual([]);
		await ground.write(`${start('GET / HTTP/1.1')}Content-Length: ${inner.length}\r\n\r\n${inner}`);
		await ground.write(
			`${start('DELETE / HTTP/1.1')}Transfer-Encoding: chunked\r\n\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`
		);
		await vi.waitFor(() => expect(ground.heard.at(-1)?.method).toBe('DELETE'));
		expect(ground.heard.filter(({ url }) => url?.includes('smuggled'))).toEqual([]);
		expect(ground.heard.at(-1)?.headers['transfer-encoding']).toBe('chunked');
	});

	it('is bounded in its headers', async () => {
		const visitor = await ground.visit();
		expect((await visitor.ask('/', { x: 'x'.repeat(20_000) })).status).toBe(431);
	});
});

describe('what a browser hears', () => {
	const answering = (headers: Record<string, string | string[]>, status = 200) =>
		(ground.app = (_request, response) => response.writeHead(status, headers).end());

	it('sets cookies of the app for this preview alone, and none of ours', async () => {
		answering({
			'set-cookie': [
				'cart=7; Domain=localhost; Path=/x; SameSite=Strict; Max-Age=5; HttpOnly; Secure; Priority=High',
				'labwright=stolen; Path=/',
				'__Host-labwright=stolen; Secure; Path=/',
				' LABWRIGHT-preview =x',
				'=labwright=x',
				'nothing'
			]
		});
		const visitor = await ground.visit();
		expect((await visitor.ask('/')).headers['set-cookie']).toEqual([
			'cart=7; Path=/x; Max-Age=5; HttpOnly; SameSite=None; Secure; Partitioned'
		]);
	});

	it('may be framed by our pages alone, and is bound to itself, whatever the app wants', async () => {
		answering({
			...{ 'x-frame-options': 'DENY', 'strict-transport-security': 'max-age=9', 'clear-site-data': '"*"' },
			...{
				'service-worker-allowed': '/',
				'alt-svc': 'h3=":443"',
				'cache-control': 'public, max-age=9',
				nel: '{}'
			},
			'content-security-policy': `script-src 'self'; frame-ancestors 'none'; upgrade-insecure-requests`,
			'x-app': 'kept'
		});
		const visitor = await ground.visit();
		const { headers } = await visitor.ask('/');
		for (const gone of [
			'x-frame-options',
			'strict-transport-security',
			'clear-site-data',
			'service-worker-allowed',
			'alt-svc',
			'nel'
		])
			expect(headers).not.toHaveProperty(gone);
		expect(headers).toMatchObject({
			'x-app': 'kept',
			'cache-control': 'private, no-store',
			'referrer-policy': 'same-origin'
		});
		const policy = headers['content-security-policy'] ?? '';
		expect(policy).toMatch(/^script-src 'self';\s*, default-src/);
		expect(policy).toContain(`frame-ancestors 'self' ${PLATFORM};`);
		expect(policy).toContain(`connect-src 'self' data: blob: ws://${visitor.host};`);
		expect(policy).toMatch(/sandbox allow-scripts allow-same-origin(?!.*allow-top)/);
		expect(policy).not.toContain('upgrade-insecure');
	});

	it('is sent on within the preview when the app sends it to itself', async () => {
		const visitor = await ground.visit();
		const places = {
			'http://web:8080/a?b#c': '/a?b#c',
			'http://localhost:8080/': '/',
			'/x': '/x',
			'http://web/': 'http://web/',
			'https://docs.example/': 'https://docs.example/'
		};
		for (const [location, expected] of Object.entries(places)) {
			answering({ location }, 302);
			expect((await visitor.ask('/')).headers.location).toBe(expected);
		}
	});

	it('has large bodies whole, both ways, and slow ones as slowly as it reads', async () => {
		const visitor = await ground.visit();
		ground.app = (request, response) => {
			if (request.url === '/echo') request.pipe(response);
			else flood();
			function flood() {
				while (response.write(Buffer.alloc(64 * 1024))) written += 64 * 1024;
				response.once('drain', flood);
			}
		};
		let written = 0;
		const sent = randomBytes(8 * 1024 * 1024).toString('base64');
		const back = await visitor.ask('/echo', { 'content-length': `${sent.length}` }, sent);
		const digest = (of: string) => createHash('sha256').update(of).digest('hex');
		expect(digest(back.body)).toBe(digest(sent));

		const answer = await ground.begin('/flood', { headers: visitor.headers() });
		for (let before = -1; before < written; await new Promise((done) => setTimeout(done, 250)))
			before = written;
		expect(written).toBeLessThan(64 * 1024 * 1024);
		answer.destroy();
	});

	it('hears events as they come', async () => {
		ground.app = (_request, response) =>
			void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
		const visitor = await ground.visit();
		const answer = await ground.begin('/', { headers: visitor.headers() });
		expect(String((await once(answer, 'data'))[0])).toBe('data: 1\n\n');
		answer.destroy();
	});
});
