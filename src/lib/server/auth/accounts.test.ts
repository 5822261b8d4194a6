import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as argon2 from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDb, rateLimits, sessions, users, type Db } from '#lib/server/db/index.ts';
import { type Auth } from './index.ts';
import { TRIES_PER_NAME, TRIES_PER_PLACE } from './tries.ts';
import { Browser, newcomer, openTestAuth, PASSWORD } from './visit.fixture.ts';

vi.setConfig({ testTimeout: 60_000 }); // every password is hashed, on a machine that may be busy

vi.mock('@node-rs/argon2', async (original) => {
	const real = await original<typeof argon2>();
	return { ...real, verify: vi.fn(real.verify) };
});
const verify = vi.mocked(argon2.verify);

let auth: Auth;
let db: Db;
beforeEach(async () => {
	vi.useFakeTimers({ now: new Date('2026-03-01T12:00:00Z'), toFake: ['Date'] });
	({ auth, db } = await openTestAuth());
});
afterEach(() => {
	auth.close();
	db.$client.close();
	vi.useRealTimers();
});

const wrong = { name: 'ada', password: 'not the password' };
const right = { name: 'ada', password: PASSWORD };
/** Fail until one more would be too many. */
async function useUpTries(browser = new Browser(), credentials = wrong) {
	for (let n = 0; n < TRIES_PER_NAME; n++) await auth.signIn(browser, credentials);
}

describe('signing in', () => {
	it('takes the name in any case, and the right password only', async () => {
		await newcomer(auth, 'Ada');
		expect(await auth.signIn(new Browser(), { name: ' ADA ', password: PASSWORD })).toMatchObject({
			name: 'Ada'
		});
		expect(await auth.signIn(new Browser(), wrong)).toMatchObject({ field: 'password' });
	});

	it('starts no session when refused', async () => {
		await newcomer(auth, 'ada');
		const browser = new Browser();
		await auth.signIn(browser, wrong);
		expect(browser.jar.size).toBe(0);
		expect(db.select().from(sessions).all()).toHaveLength(1);
	});

	it('tells an unknown name from a wrong password by neither words nor work', async () => {
		await newcomer(auth, 'ada');
		verify.mockClear();
		const known = await auth.signIn(new Browser(), wrong);
		expect(verify).toHaveBeenCalledTimes(1);
		const unknown = await auth.signIn(new Browser(), { ...wrong, name: 'nobody' });
		expect(verify).toHaveBeenCalledTimes(2);
		expect(unknown).toEqual(known);
	});

	it('asks for what is missing without counting it as a try', async () => {
		for (let n = 0; n < 2 * TRIES_PER_NAME; n++) {
			expect(await auth.signIn(new Browser(), { name: ' ', password: 'x' })).toMatchObject({ field: 'name' });
			expect(await auth.signIn(new Browser(), { name: 'ada', password: '' })).toMatchObject({
				field: 'password'
			});
		}
		expect(db.select().from(rateLimits).all()).toEqual([]);
	});

	it('is refused to an account that is switched off, which only its owner learns', async () => {
		await newcomer(auth, 'ada');
		db.update(users).set({ disabledAt: new Date() }).where(eq(users.name, 'ada')).run();
		expect(await auth.signIn(new Browser(), right)).toMatchObject({
			refused: expect.stringContaining('switched off') as string
		});
		expect(await auth.signIn(new Browser(), wrong)).toMatchObject({
			refused: 'The name or the password is not right.'
		});
	});
});

describe('guessing', () => {
	it('stops after five tries, the right password included, and says how long', async () => {
		await newcomer(auth, 'ada');
		await useUpTries();
		expect(await auth.signIn(new Browser(), right)).toEqual({
			refused: 'Too many tries. Wait 15 minutes, then try again.',
			field: null,
			waitSeconds: 900
		});
		vi.setSystemTime(Date.now() + 14.5 * 60 * 1000);
		expect(await auth.signIn(new Browser(), right)).toMatchObject({
			refused: 'Too many tries. Wait 30 seconds, then try again.'
		});
		vi.setSystemTime(Date.now() + 31 * 1000);
		expect(await auth.signIn(new Browser(), right)).toMatchObject({ name: 'ada' });
	});

	it('is not helped by guessing all at once', async () => {
		await newcomer(auth, 'ada');
		verify.mockClear();
		await Promise.all(Array.from({ length: 20 }, () => auth.signIn(new Browser(), wrong)));
		expect(verify).toHaveBeenCalledTimes(TRIES_PER_NAME);
	});

	it('is not helped by writing the name another way', async () => {
		await newcomer(auth, 'ada');
		await useUpTries(new Browser(), { ...wrong, name: 'ＡDA' });
		expect(await auth.signIn(new Browser(), right)).toMatchObject({ waitSeconds: 900 });
	});

	it('locks out neither other people there nor the same person elsewhere', async () => {
		await newcomer(auth, 'ada');
		await newcomer(auth, 'bob');
		await useUpTries();
		expect(await auth.signIn(new Browser(), { ...right, name: 'bob' })).toMatchObject({ name: 'bob' });
		expect(await auth.signIn(new Browser('198.51.100.9'), right)).toMatchObject({ name: 'ada' });
	});

	it('does not count what turned out right', async () => {
		await newcomer(auth, 'ada');
		for (let round = 0; round < 3; round++) {
			for (let n = 1; n < TRIES_PER_NAME; n++) await auth.signIn(new Browser(), wrong);
			expect(await auth.signIn(new Browser(), right)).toMatchObject({ name: 'ada' });
		}
	});

	it('many names from one place stops too', async () => {
		await newcomer(auth, 'ada');
		verify.mockResolvedValue(false);
		for (let n = 0; n < TRIES_PER_PLACE; n++) {
			await auth.signIn(new Browser('2001:db8::1'), { ...wrong, name: `name${n}` });
		}
		verify.mockReset();
		const neighbour = new Browser('2001:db8::abcd:2');
		expect(await auth.signIn(neighbour, right)).toMatchObject({ waitSeconds: 900 });
	});

	it('is not forgiven by a restart, and keeps no names or addresses', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'labwright-auth-'));
		try {
			const before = await openTestAuth({ db: openDb(folder) });
			await newcomer(before.auth, 'ada');
			for (let n = 0; n < TRIES_PER_NAME; n++) await before.auth.signIn(new Browser(), wrong);
			const kept = JSON.stringify(before.db.select().from(rateLimits).all());
			expect(kept).not.toMatch(/ada|192\.0\.2/);
			before.auth.close();
			before.db.$client.close();

			const after = await openTestAuth({ db: openDb(folder) });
			expect(await after.auth.signIn(new Browser(), right)).toMatchObject({ waitSeconds: 900 });
			after.auth.close();
			after.db.$client.close();
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('changing the password', () => {
	const changed = 'a mast without hens';

	async function signedIn() {
		const browser = await newcomer(auth, 'ada');
		return { browser, identity: (await auth.session(browser.cookieHeader))! };
	}

	it('needs the one in use, and ends every other session', async () => {
		const { browser, identity } = await signedIn();
		const elsewhere = new Browser();
		await auth.signIn(elsewhere, right);

		expect(await auth.changePassword(browser, identity, { current: PASSWORD, password: changed })).toBeNull();
		expect(await auth.session(elsewhere.cookieHeader)).toBeNull();
		expect(await auth.session(browser.cookieHeader)).not.toBeNull();
		expect(await auth.signIn(new Browser(), right)).toMatchObject({ field: 'password' });
		expect(await auth.signIn(new Browser(), { name: 'ada', password: changed })).toMatchObject({
			name: 'ada'
		});
	});

	it('says which field is wrong, and then changes nothing', async () => {
		const { browser, identity } = await signedIn();
		const elsewhere = new Browser();
		await auth.signIn(elsewhere, right);
		const change = (current: string, password: string) =>
			auth.changePassword(browser, identity, { current, password });

		expect(await change('', changed)).toMatchObject({ field: 'current' });
		expect(await change('not the password', changed)).toMatchObject({ field: 'current' });
		expect(await change(PASSWORD, 'short')).toMatchObject({ field: 'password' });
		expect(await auth.session(elsewhere.cookieHeader)).not.toBeNull();
		expect(await auth.signIn(new Browser(), right)).toMatchObject({ name: 'ada' });
	});

	it('cannot be used to guess the one in use', async () => {
		const { browser, identity } = await signedIn();
		const change = (current: string) =>
			auth.changePassword(browser, identity, { current, password: changed });
		for (let n = 0; n < TRIES_PER_NAME; n++) await change('not the password');
		expect(await change(PASSWORD)).toMatchObject({ waitSeconds: 900 });
	});
});
