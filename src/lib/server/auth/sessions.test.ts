import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessions, users, type Db } from '#lib/server/db/index.ts';
import { type Auth } from './index.ts';
import { hashSecret } from './secret.ts';
import { Browser, newcomer, openTestAuth, PASSWORD } from './visit.fixture.ts';

vi.setConfig({ testTimeout: 60_000 }); // every password is hashed, on a machine that may be busy

const DAY = 24 * 60 * 60 * 1000;

let auth: Auth;
let db: Db;
let ended: string[];
beforeEach(async () => {
	vi.useFakeTimers({
		now: new Date('2026-03-01T12:00:00Z'),
		toFake: ['Date', 'setInterval', 'clearInterval']
	});
	({ auth, db } = await openTestAuth());
	ended = [];
	auth.onSessionEnd((id) => ended.push(id));
});
afterEach(() => {
	auth.close();
	db.$client.close();
	vi.useRealTimers();
});

const ada = { name: 'ada', password: PASSWORD };
const rows = () => db.select().from(sessions).all();

describe('a session', () => {
	it('is kept as a hash only: nothing in the database opens it', async () => {
		const browser = await newcomer(auth, 'ada');
		expect(rows().map(({ id }) => id)).toEqual([hashSecret(browser.secret)]);
		expect(JSON.stringify(db.$client.serialize().toString('latin1'))).not.toContain(browser.secret);

		browser.cookies.set('labwright', hashSecret(browser.secret), { path: '/' });
		expect(await auth.identify(browser.cookies)).toEqual({ user: null, sessionId: null });
	});

	it('says who asks, to pages and to websockets', async () => {
		const browser = await newcomer(auth, 'Ada');
		const identity = {
			user: { id: expect.any(Number) as number, name: 'Ada', role: 'learner' },
			sessionId: hashSecret(browser.secret)
		};
		expect(await auth.identify(browser.cookies)).toEqual(identity);
		expect(await auth.session(`theme=dark; ${browser.cookieHeader}`)).toEqual(identity);
		expect(await auth.session(undefined)).toBeNull();
		expect(await auth.session('labwright=made-up')).toBeNull();
		expect(await auth.session(`labwright=${'x'.repeat(100_000)}`)).toBeNull();
	});

	it('has a new secret after every sign-in, and the one before is worth nothing', async () => {
		const browser = await newcomer(auth, 'ada');
		const before = browser.secret;
		await auth.signIn(browser, ada);
		expect(browser.secret).not.toBe(before);
		expect(await auth.session(`labwright=${before}`)).toBeNull();
		expect(ended).toEqual([hashSecret(before)]);
	});

	it('never takes over a secret that was planted in the browser', async () => {
		await newcomer(auth, 'ada');
		const victim = new Browser();
		victim.cookies.set('labwright', 'planted', { path: '/' });
		await auth.signIn(victim, ada);
		expect(victim.secret).not.toBe('planted');
		expect(await auth.session('labwright=planted')).toBeNull();
	});

	it('ends with sign-out, row and cookie', async () => {
		const browser = await newcomer(auth, 'ada');
		const { secret } = browser;
		await auth.signOut(browser.cookies);
		expect(browser.jar.size).toBe(0);
		expect(rows()).toEqual([]);
		expect(ended).toEqual([hashSecret(secret)]);
	});

	it('lives 30 days without a visit, and no longer', async () => {
		const browser = await newcomer(auth, 'ada');
		vi.setSystemTime(Date.now() + 30 * DAY - 1000);
		expect(await auth.session(browser.cookieHeader)).not.toBeNull();
		vi.setSystemTime(Date.now() + 1000);
		expect(await auth.session(browser.cookieHeader)).toBeNull();
		expect((await auth.identify(browser.cookies)).user).toBeNull();
		expect(browser.jar.size).toBe(0);
	});

	it('is renewed by a visit in the second half of its time, not before', async () => {
		const browser = await newcomer(auth, 'ada');
		const expiry = () => rows()[0]?.expiresAt.getTime() ?? 0;
		const first = expiry();
		browser.jar.get('labwright')!.options.maxAge = -1; // to see whether it is set again

		vi.setSystemTime(Date.now() + 14 * DAY);
		await auth.identify(browser.cookies);
		expect(expiry()).toBe(first);
		expect(browser.jar.get('labwright')!.options.maxAge).toBe(-1);

		vi.setSystemTime(Date.now() + 2 * DAY);
		await auth.identify(browser.cookies);
		expect(expiry()).toBe(first + 16 * DAY);
		expect(browser.jar.get('labwright')!.options.maxAge).toBe((30 * DAY) / 1000);
	});

	it('that ran out is swept away within a second, and whoever holds something open hears it', async () => {
		const browser = await newcomer(auth, 'ada');
		vi.setSystemTime(Date.now() + 31 * DAY);
		await vi.advanceTimersByTimeAsync(1000);
		expect(rows()).toEqual([]);
		expect(ended).toEqual([hashSecret(browser.secret)]);
	});

	it('is over at once when its account is switched off', async () => {
		const browser = await newcomer(auth, 'ada');
		db.update(users).set({ disabledAt: new Date() }).where(eq(users.name, 'ada')).run();
		expect(await auth.session(browser.cookieHeader)).toBeNull();
		expect((await auth.identify(browser.cookies)).user).toBeNull();
		expect(ended).toEqual([expect.any(String)]);
	});

	it('gives way, the oldest first, when somebody signs in at very many places', async () => {
		const first = await newcomer(auth, 'ada');
		for (let place = 0; place < 30; place++) {
			vi.setSystemTime(Date.now() + 1000);
			await auth.signIn(new Browser(), ada);
		}
		expect(rows()).toHaveLength(30);
		expect(ended).toEqual([hashSecret(first.secret)]);
	});

	it('stops telling a listener that has left', async () => {
		const browser = await newcomer(auth, 'ada');
		const heard = vi.fn();
		auth.onSessionEnd(heard)();
		await auth.signOut(browser.cookies);
		expect(heard).not.toHaveBeenCalled();
	});
});

describe('the cookie', () => {
	const cookieAt = async (origin: string) => {
		const { auth, db } = await openTestAuth({ origin });
		const [cookie] = (await newcomer(auth, 'ada')).jar;
		auth.close();
		db.$client.close();
		return cookie;
	};

	it('is hidden from scripts and stays off foreign requests', async () => {
		const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: false };
		expect(await cookieAt('http://localhost:3000')).toMatchObject(['labwright', { options }]);
	});

	it('travels by https alone, for this host alone, where there is https', async () => {
		const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: true };
		const cookie = await cookieAt('https://lab.example');
		expect(cookie).toMatchObject(['__Host-labwright', { options }]);
		expect(cookie?.[1].options).not.toHaveProperty('domain');
	});
});

describe('places', () => {
	it('are listed newest first, with the one that asks marked', async () => {
		const laptop = await newcomer(auth, 'ada');
		vi.setSystemTime(Date.now() + 1000);
		const phone = new Browser('198.51.100.1', 'Phone/2');
		await auth.signIn(phone, ada);
		const identity = (await auth.session(laptop.cookieHeader))!;
		expect(auth.places(identity)).toMatchObject([
			{ userAgent: 'Phone/2', current: false },
			{ userAgent: 'Test/1.0', current: true }
		]);
	});

	it('but this one are signed out on request, and nobody else is', async () => {
		const laptop = await newcomer(auth, 'ada');
		const bob = await newcomer(auth, 'bob');
		const phone = new Browser();
		await auth.signIn(phone, ada);

		expect(auth.signOutElsewhere((await auth.session(laptop.cookieHeader))!)).toBe(1);
		expect(ended).toEqual([hashSecret(phone.secret)]);
		expect(await auth.session(laptop.cookieHeader)).not.toBeNull();
		expect(await auth.session(bob.cookieHeader)).not.toBeNull();
	});
});
