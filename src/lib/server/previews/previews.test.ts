import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { learnLanguages } from '#lib/server/languages.ts';
import { Previews } from './index.ts';
import { Ground, PLATFORM } from './testing.ts';

let ground: Ground;
beforeEach(async () => {
	ground = new Ground();
	await ground.open();
});
afterEach(() => ground.close());

describe('a preview', () => {
	it('is opened by a ticket, once, in the browser that brought it', async () => {
		const url = new URL(ground.previews.enter(ground.permit(), '/shop?x=1')!);
		expect(url.host).toMatch(/^web-8080-[0-9a-f]{16}\.localhost:3000$/);
		const path = url.pathname + url.search;
		const first = await ground.ask(path, { host: url.host });
		expect(first).toMatchObject({ status: 303, headers: { location: '/shop?x=1' } });
		const [cookie = ''] = first.headers['set-cookie'] ?? [];
		expect(cookie).toMatch(
			/^labwright-preview=[\w-]{43}; Path=\/; HttpOnly; SameSite=None; Secure; Partitioned$/
		);
		expect(await ground.ask(path, { host: url.host })).toMatchObject({ status: 403 });
		expect(await ground.ask('/', { host: url.host, cookie: cookie.split(';')[0]! })).toMatchObject({
			body: 'hello'
		});
	});

	it('is nobody’s who has no cookie, a wrong one, or that of another preview', async () => {
		const mine = await ground.visit();
		const others = await ground.visit({ sessionId: 'eve', run: '2/1' });
		expect(mine.host).not.toBe(others.host);
		expect(await ground.ask('/', { host: mine.host })).toMatchObject({ status: 403 });
		for (const cookie of [others.cookie, 'labwright-preview=x', 'labwright-preview=', 'labwright=x'])
			expect((await ground.ask('/', { host: mine.host, cookie })).status).toBe(403);
		const ticket = new URL(ground.previews.enter(ground.permit(), '/')!);
		expect((await ground.ask(ticket.pathname + ticket.search, { host: others.host })).status).toBe(403);
		expect(ground.heard).toHaveLength(0);
		expect(
			(await ground.ask('/', { host: mine.host, cookie: `labwright-preview=planted; ${mine.cookie}` })).status
		).toBe(200);
	});

	it('answers to its own name only', async () => {
		const { host, cookie } = await ground.visit();
		const { previews } = ground;
		for (const other of [
			'localhost:3000',
			'a.b.localhost:3000',
			'evil.example:3000',
			host.replace('3000', '3001'),
			'',
			'x'.repeat(64) + '.localhost:3000',
			`${host}.evil.example`,
			'.localhost:3000'
		])
			expect([other, previews.owns(other)]).toEqual([other, false]);
		expect(previews.owns(host.toUpperCase())).toBe(true);
		expect((await ground.ask('/', { host: 'evil.example', cookie })).status).toBe(403);
	});

	it('sends people nowhere but to itself, whatever the link says', async () => {
		for (const to of [
			'//evil.example',
			'/\\evil.example',
			'/.//evil.example',
			'https://evil.example',
			'x',
			'/a\r\nset-cookie: x'
		]) {
			const { entered } = await ground.visit({}, to);
			expect(entered.headers.location).toMatch(/^\/(?![/\\])/);
			expect(entered.headers['set-cookie']).toHaveLength(1);
		}
	});

	it('ends with its session, with all that is open', async () => {
		ground.app = (_request, response) => void response.write('begun');
		const visitor = await ground.visit();
		const answer = await ground.begin('/', { headers: visitor.headers() });
		await once(answer, 'data');
		const ended = new Promise((done) => answer.once('close', done).once('error', done));
		ground.previews.endSession('somebody else');
		ground.previews.endSession('ada');
		await ended;
		expect((await visitor.ask('/')).status).toBe(403);
	});

	it('says in a sentence that nothing listens, that the machine is away, and that it is no web page, in a language it is read in', async () => {
		const silent = await ground.visit({ host: 'db', connect: async () => null });
		expect(await silent.ask('/')).toMatchObject({
			status: 502,
			body: expect.stringContaining('Nothing answers on db:8080 yet. Start the service, then reload.')
		});
		learnLanguages();
		expect(await silent.ask('/', { 'accept-language': 'fr-CH, en;q=0.5' })).toMatchObject({
			body: expect.stringMatching(/<html lang="fr">.*Rien ne répond encore sur db:8080/)
		});
		const gone = await ground.visit({
			host: 'old',
			connect: () => Promise.reject(new Error('old is <off>.'))
		});
		expect(await gone.ask('/')).toMatchObject({
			status: 503,
			body: expect.stringContaining('old is &#60;off&#62;.')
		});
		ground.appServer
			.removeAllListeners('connection')
			.on('connection', (socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
		const other = await ground.visit();
		expect(await other.ask('/')).toMatchObject({
			status: 502,
			body: expect.stringContaining('speaks no HTTP')
		});
	});

	it('is one of a bounded number, and of a bounded number of requests', async () => {
		ground.app = () => {};
		const visitor = await ground.visit();
		const begun = Array.from({ length: 48 }, () =>
			ground.begin('/', { headers: visitor.headers() }).catch(() => null)
		);
		await vi.waitFor(() => expect(ground.heard).toHaveLength(48), 5000);
		expect(await visitor.ask('/')).toMatchObject({
			status: 503,
			body: expect.stringContaining('open at once')
		});
		const neighbour = await ground.visit({ sessionId: 'bob', run: '2/1' });
		ground.app = (_request, response) => response.end('hello');
		expect((await neighbour.ask('/')).status).toBe(200);
		for (let port = 1; port <= 30; port++) await ground.visit({ port });
		expect((await visitor.ask('/')).status).toBe(403);
		await Promise.all(begun);
	});
});

describe('whoever looks on', () => {
	const looks: string[] = [];
	const guest = {
		came: () => (looks.push('came'), () => void looks.push('left')),
		mayAct: () => act
	};
	let stay = true;
	let act = false;
	beforeEach(() => {
		[stay, act] = [true, false];
		looks.length = 0;
	});

	it('is in the ledger before the first byte, reads and sends nothing, and goes when they must', async () => {
		const visitor = await ground.visit({ guest, mayStay: () => stay });
		expect(looks).toEqual([]);
		ground.app = (_request, response) => response.end(looks.join());
		expect((await visitor.ask('/')).body).toBe('came');
		expect((await visitor.ask('/', {}, 'x=1')).status).toBe(403);
		expect(
			(await visitor.ask('/', { origin: visitor.origin, connection: 'Upgrade', upgrade: 'websocket' })).status
		).toBe(403);
		act = true;
		expect((await visitor.ask('/', {}, 'x=1')).status).toBe(200);
		stay = false;
		expect((await visitor.ask('/')).status).toBe(403);
		await vi.waitFor(() => expect(looks).toEqual(['came', 'left']), 5000);
	});
});

it('there are none where there is no address for them', () => {
	const none = new Previews({ origin: null, platform: PLATFORM, key: 'x' });
	expect(none.enter(ground.permit(), '/')).toBeNull();
	expect(none.owns('x.localhost:3000')).toBe(false);
	expect(none.sources).toBeNull();
	none.close();
});

it('browsers may leave the usual port out, and plain names get plain cookies', async () => {
	const plain = new Ground('http://*.preview.example.org');
	await plain.open();
	expect(plain.previews.owns('web-80-x.preview.example.org')).toBe(true);
	expect(plain.previews.owns('web-80-x.preview.example.org:80')).toBe(true);
	expect(plain.previews.owns('web-80-x.preview.example.org:8080')).toBe(false);
	expect((await plain.visit()).entered.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax$/);
	plain.close();
});
