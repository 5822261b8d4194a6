import { request as httpRequest } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openAuth, type Auth, type Identity } from './auth/index.ts';
import { Bulletin } from './bulletin.ts';
import { Crews } from './crews/index.ts';
import { users, type Run } from './db/index.ts';
import { People } from './people/index.ts';
import { PreviewDoor } from './preview-door.ts';
import { Previews } from './previews/index.ts';
import { Ground } from './runs/testing.ts';
import { Watchings } from './watching/index.ts';

const platform = 'http://localhost:3000';
const identity = (id: number, sessionId = `session-${id}`): Identity =>
	({ user: { id, name: `user${id}`, role: 'learner' }, sessionId }) as Identity;

let ground: Ground;
let auth: Auth;
let previews: Previews;
let watchings: Watchings;
let door: PreviewDoor;
let server: Server;
let run: Run;

/** A learner's machine that serves a page; user 3 is an instructor. */
beforeEach(async () => {
	ground = new Ground();
	const { db } = ground;
	db.update(users).set({ role: 'instructor' }).where(eq(users.id, 3)).run();
	auth = await openAuth({ db, origin: platform, signUp: 'open' });
	const crews = new Crews(db);
	const mayWork: Crews['mayWork'] = (userId, of) => crews.mayWork(userId, of);
	await ground.openRuns({ mayWork });
	watchings = new Watchings({ db, bulletin: new Bulletin() });
	previews = new Previews({ origin: 'http://*.localhost:3000', platform, key: 'key' });
	const { runs } = ground;
	door = new PreviewDoor({ previews, runs, mayWork, people: new People(db, auth), watchings });
	server = createServer((request, response) => previews.handle(request, response)).listen(0, '127.0.0.1');
	run = await ground.ready(1, ground.labs.get('one')!);
	const script = 'echo hello > /page\nserve 8080 /page';
	await (await runs.sandbox(run))!.exec('box', { command: ['sh'], script });
});
afterEach(async () => {
	previews.close();
	server.close();
	auth.close();
	await ground.close();
});

const ask = (address: string, cookie = '', method = 'GET') =>
	new Promise<{ status: number; body: string; cookie: string; location: string }>((done) => {
		const { host, pathname, search } = new URL(address);
		const { port } = server.address() as AddressInfo;
		const at = { host: '127.0.0.1', port, path: pathname + search, agent: false as const, method };
		httpRequest({ ...at, headers: { host, cookie } }, (answer) => {
			const set = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
			const { statusCode: status = 0, headers } = answer;
			void text(answer).then((body) => done({ status, body, cookie: set, location: headers.location ?? '' }));
		}).end();
	});

async function visit(who: Identity, changes: object = {}) {
	const address = await door.open(who, { runId: run.id, host: 'box', port: 8080, path: '/', ...changes });
	if (typeof address !== 'string') return address.refused;
	const { cookie, location } = await ask(address);
	const place = new URL(location, address).href;
	return { get: () => ask(place, cookie), post: () => ask(place, cookie, 'POST') };
}

const looks = () => watchings.looksAt(1).map(({ name, place }) => `${name} at ${place}`);

it('opens a page of one’s own machines, and says when nothing serves it', async () => {
	const own = await visit(identity(1));
	if (typeof own === 'string') throw new Error(own);
	expect(await own.get()).toMatchObject({ status: 200, body: 'hello\n' });
	const none = await visit(identity(1), { port: 8081 });
	if (typeof none === 'string') throw new Error(none);
	expect((await none.get()).body).toContain('Nothing answers on box:8081 yet.');
	expect(looks()).toEqual([]);
});

it('refuses machines of others, hosts that are not shown, and ports that are none', async () => {
	expect(await visit(identity(2))).toBe('This lab is not running. Start it first.');
	expect(await visit(identity(1), { runId: 99 })).toBe('This lab is not running. Start it first.');
	for (const host of ['grader', 'elsewhere', ''])
		expect(await visit(identity(1), { host })).toBe('There is no such host in this lab.');
	for (const port of [0, 65_536, NaN, 1.5, -80])
		expect(await visit(identity(1), { port })).toBe('A port is a number from 1 to 65535.');
});

it('lets instructors look, in the ledger from the first byte, until their role ends', async () => {
	const look = await visit(identity(3));
	if (typeof look === 'string') throw new Error(look);
	expect(looks()).toEqual([]);
	expect((await look.get()).body).toBe('hello\n');
	expect(looks()).toEqual(['user3 at box:8080 · page']);
	expect((await look.post()).status).toBe(403);
	ground.db.update(users).set({ role: 'learner' }).where(eq(users.id, 3)).run();
	expect((await look.get()).status).toBe(403);
	expect(await visit(identity(3))).toBe('This lab is not running. Start it first.');
});

it('ends with the machines: new ones are opened anew', async () => {
	const own = await visit(identity(1));
	if (typeof own === 'string') throw new Error(own);
	await own.get();
	await ground.runs.reset(run, ground.labs.get('one')!);
	await vi.waitFor(() => expect(ground.runs.current(1, 'one')?.readyAt).not.toBeNull());
	await vi.waitFor(
		async () => expect((await own.get()).body).toContain('The machines of this page are gone.'),
		5000
	);
	const again = await visit(identity(1));
	if (typeof again === 'string') throw new Error(again);
	expect((await again.get()).body).toContain('Nothing answers');
	await ground.runs.stop(ground.runs.current(1, 'one')!);
	await vi.waitFor(async () => expect((await again.get()).status).toBe(503), 5000);
});
