import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { invitations, keys, users, type Db, type Role } from '#lib/server/db/index.ts';
import { type Auth, hashCode, type SignUpMode } from './index.ts';
import { SIGN_UPS_PER_PLACE, Tries } from './tries.ts';
import { Browser, newcomer, openTestAuth, ORIGIN, PASSWORD } from './visit.fixture.ts';

vi.setConfig({ testTimeout: 60_000 }); // every password is hashed, on a machine that may be busy

let auth: Auth;
let db: Db;
async function open(signUp: SignUpMode) {
	({ auth, db } = await openTestAuth({ signUp }));
}
beforeEach(() => open('open'));
afterEach(() => {
	auth.close();
	db.$client.close();
});

const signUp = (name: string, code = '', password = PASSWORD) =>
	auth.signUp(new Browser(), { name, password, code });
const people = () => db.select().from(users).all();

function invite(code: string, { role = 'instructor' as Role, uses = 1, minutes = 60 } = {}) {
	const row = { codeHash: hashCode(code), role, usesLeft: uses, createdAt: new Date() };
	db.insert(invitations)
		.values({ ...row, expiresAt: new Date(Date.now() + minutes * 60_000) })
		.run();
}

describe('sign-up', () => {
	it('makes a learner, signed in, whose password is kept as a hash', async () => {
		const browser = await newcomer(auth, 'Ada');
		expect((await auth.identify(browser.cookies)).user).toMatchObject({ name: 'Ada', role: 'learner' });
		expect(people()[0]?.passwordHash).toMatch(/^\$argon2id\$/);
	});

	it('gives each name once, whatever its case, even to two at once', async () => {
		await signUp('Ärger');
		expect(await signUp('äRGER')).toMatchObject({
			field: 'name',
			refused: expect.stringContaining('taken') as string
		});

		const both = await Promise.all([signUp('bob'), signUp('Bob')]);
		expect(both.filter((one) => 'refused' in one)).toMatchObject([{ field: 'name' }]);
		expect(people()).toHaveLength(2);
	});

	it('says which field is wrong, and then makes nobody', async () => {
		expect(await signUp('')).toMatchObject({ field: 'name' });
		expect(await signUp('a b')).toMatchObject({ field: 'name' });
		expect(await signUp('ada', '', 'short')).toMatchObject({ field: 'password' });
		expect(await signUp('ada.lovelace', '', 'Ada.Lovelace')).toMatchObject({ field: 'password' });
		expect(people()).toEqual([]);
	});

	it('by invitation needs a code, and gives its role', async () => {
		await open('invitation');
		invite('ABCD-EFGH');
		expect(await signUp('ada')).toMatchObject({ field: 'code' });
		expect(await signUp('ada', 'WRONG')).toMatchObject({ field: 'code' });
		expect(await signUp('ada', 'abcd efgh')).toMatchObject({ role: 'instructor' });
	});

	it('honours a code where it is open, too', async () => {
		invite('ABCD-EFGH');
		expect(await signUp('ada', 'ABCD-EFGH')).toMatchObject({ role: 'instructor' });
	});

	it('closed lets nobody in, code or not', async () => {
		await open('closed');
		invite('ABCD-EFGH');
		expect(await signUp('ada', 'ABCD-EFGH')).toMatchObject({ field: null });
		expect(people()).toEqual([]);
	});

	it('follows what the operator chose, over what the configuration says', async () => {
		expect(auth.signUpMode()).toBe('open');
		auth.changeSignUpMode('closed');
		auth.changeSignUpMode('invitation');
		expect(auth.signUpMode()).toBe('invitation');
		const restarted = (await openTestAuth({ db })).auth;
		expect(restarted.signUpMode()).toBe('invitation');
		restarted.close();
	});

	it('is bounded per place', async () => {
		const tries = new Tries(db);
		for (let n = 0; n < SIGN_UPS_PER_PLACE; n++) await tries.signUp('192.0.2.1');
		expect(await signUp('ada')).toMatchObject({ waitSeconds: 3600 });
		expect(
			await auth.signUp(new Browser('192.0.2.2'), { name: 'ada', password: PASSWORD, code: '' })
		).toMatchObject({
			name: 'ada'
		});
	});
});

describe('an invitation', () => {
	it('lets in as many as it says, even all at once', async () => {
		invite('ABCD', { uses: 2, role: 'learner' });
		const all = await Promise.all(['ada', 'bob', 'cleo', 'dan'].map((name) => signUp(name, 'ABCD')));
		expect(all.filter((one) => !('refused' in one))).toHaveLength(2);
		expect(db.select().from(invitations).get()?.usesLeft).toBe(0);
	});

	it('is not used up by a sign-up that fails for another reason', async () => {
		await signUp('ada');
		invite('ABCD');
		await signUp('ada', 'ABCD');
		await signUp('bob', 'ABCD', 'short');
		expect(db.select().from(invitations).get()?.usesLeft).toBe(1);
	});

	it('is good for its time only', async () => {
		invite('ABCD', { minutes: -1 });
		expect(await signUp('ada', 'ABCD')).toMatchObject({ field: 'code' });
	});
});

describe("the first operator's link", () => {
	const tokenOf = (link: string | null) => new URL(link!).searchParams.get('token')!;
	const welcome = (token: string, name = 'ada') =>
		auth.welcome(new Browser(), { name, password: PASSWORD, token });

	it('makes an operator once, even when opened twice at once', async () => {
		const link = auth.firstOperatorLink(ORIGIN);
		expect(link).toMatch(/^http:\/\/localhost:3000\/welcome\?token=[\w-]{43}$/);
		const both = await Promise.all([welcome(tokenOf(link)), welcome(tokenOf(link), 'bob')]);
		expect(both.filter((one) => 'role' in one)).toMatchObject([{ role: 'operator' }]);
		expect(people()).toHaveLength(1);
		expect(auth.welcomes(tokenOf(link))).toBe(false);
	});

	it('is kept as a hash only', () => {
		const token = tokenOf(auth.firstOperatorLink(ORIGIN));
		expect(JSON.stringify(db.select().from(keys).all())).not.toContain(token);
	});

	it('works while sign-up is closed, and does not make operators of those who sign up before', async () => {
		const token = tokenOf(auth.firstOperatorLink(ORIGIN));
		expect(await signUp('early')).toMatchObject({ role: 'learner' });
		auth.changeSignUpMode('closed');
		expect(await welcome(token)).toMatchObject({ role: 'operator' });
	});

	it('is void after the next one is made', async () => {
		const old = tokenOf(auth.firstOperatorLink(ORIGIN));
		const fresh = tokenOf(auth.firstOperatorLink(ORIGIN));
		expect(auth.welcomes(old)).toBe(false);
		expect(await welcome(old)).toMatchObject({ field: null });
		expect(await welcome(fresh)).toMatchObject({ role: 'operator' });
	});

	it('survives a form filled in wrongly', async () => {
		const token = tokenOf(auth.firstOperatorLink(ORIGIN));
		expect(await welcome(token, 'a b')).toMatchObject({ field: 'name' });
		expect(auth.welcomes(token)).toBe(true);
	});

	it('does not exist once there is an operator', async () => {
		const token = tokenOf(auth.firstOperatorLink(ORIGIN));
		invite('ABCD', { role: 'operator' });
		await signUp('ada', 'ABCD');
		expect(auth.welcomes(token)).toBe(false);
		expect(await welcome(token, 'bob')).toMatchObject({ field: null });
		expect(auth.firstOperatorLink(ORIGIN)).toBeNull();
		expect(db.select().from(keys).all()).toEqual([]);
	});

	it('is not opened by guessing', async () => {
		auth.firstOperatorLink(ORIGIN);
		expect(await welcome('')).toMatchObject({ field: null });
		expect(await welcome('guess')).toMatchObject({ field: null });
		expect(people()).toEqual([]);
	});
});
