import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuth, type Auth, foldName } from '#lib/server/auth/index.ts';
import { MEMORY, openDb, sessions, users, type Db, type Role } from '#lib/server/db/index.ts';
import { PEOPLE_PER_PAGE, People } from './index.ts';

let db: Db;
let auth: Auth;
let people: People;
let ended: string[];
beforeEach(async () => {
	db = openDb(MEMORY);
	auth = await openAuth({ db, origin: 'http://localhost:3000', signUp: 'open' });
	people = new People(db, auth);
	ended = [];
	auth.onSessionEnd((id) => ended.push(id));
});
afterEach(() => {
	auth.close();
	db.$client.close();
});

function add(name: string, role: Role = 'learner') {
	const row = { name, signInName: foldName(name), passwordHash: 'x', role, createdAt: new Date() };
	const { id } = db.insert(users).values(row).returning().get();
	db.insert(sessions)
		.values({ id: `session of ${name}`, userId: id, createdAt: new Date(), expiresAt: new Date(9e12) })
		.run();
	return id;
}
const names = (search?: string) => people.list({ search }).people.map(({ name }) => name);

describe('the list', () => {
	it("is by name, without anybody's password", () => {
		['bob', 'Ada', 'cleo'].forEach((name) => add(name));
		expect(names()).toEqual(['Ada', 'bob', 'cleo']);
		expect(JSON.stringify(people.list())).not.toContain('assword');
	});

	it('finds parts of names without case, and takes signs literally', () => {
		['Ärger', 'a_b', 'a.b', 'axb'].forEach((name) => add(name));
		expect(names('äR')).toEqual(['Ärger']);
		expect(names('a_b')).toEqual(['a_b']);
		expect(names('%')).toEqual([]);
		expect(names('  ')).toHaveLength(4);
	});

	it('comes in pages, and a page beyond the last is the last', () => {
		for (let n = 0; n < PEOPLE_PER_PAGE + 1; n++) add(`p${n}`);
		expect(people.list()).toMatchObject({ total: PEOPLE_PER_PAGE + 1, page: 1, pages: 2 });
		expect(people.list().people).toHaveLength(PEOPLE_PER_PAGE);
		for (const page of [2, 3, Infinity])
			expect(people.list({ page })).toMatchObject({ page: 2, people: [{}] });
		for (const page of [0, -1, NaN]) expect(people.list({ page }).page).toBe(1);
		expect(people.list({ search: 'nobody' })).toEqual({ people: [], total: 0, page: 1, pages: 1 });
	});
});

describe('roles', () => {
	it('count from the next request on', async () => {
		const id = add('ada');
		expect(people.changeRole(id, 'instructor')).toMatchObject({ name: 'ada', role: 'instructor' });
	});

	it('leave at least one operator who can sign in', async () => {
		const [ada, bob] = [add('ada', 'operator'), add('bob', 'operator')];
		expect(await people.disable(bob)).toMatchObject({ name: 'bob' });

		const last = { refused: expect.stringContaining('last operator') as string };
		expect(people.changeRole(ada, 'learner')).toEqual(last);
		expect(await people.disable(ada)).toEqual(last);
		expect(people.changeRole(ada, 'operator')).toMatchObject({ role: 'operator' });
		expect(ended).toEqual(['session of bob']);

		people.enable(bob);
		expect(people.changeRole(ada, 'learner')).toMatchObject({ role: 'learner' });
		expect(people.changeRole(bob, 'learner')).toEqual(last);
	});

	it('of nobody cannot be changed', async () => {
		expect(people.changeRole(99, 'learner')).toHaveProperty('refused');
		expect(await people.disable(99)).toHaveProperty('refused');
	});
});

it("switching an account off ends its sessions, and nobody else's", async () => {
	add('ada');
	const bob = add('bob');
	await people.disable(bob);
	expect(ended).toEqual(['session of bob']);
	expect(db.select().from(sessions).all()).toHaveLength(1);
	expect(people.enable(bob)).toMatchObject({ disabledAt: null });
});

describe('invitations', () => {
	const wanted = { role: 'instructor', uses: 2, days: 7, note: ' for the autumn course ' } as const;

	it('show their code once and keep its hash only', () => {
		const made = people.invitations.create(wanted, add('op', 'operator'));
		if ('refused' in made) throw new Error(made.refused);
		expect(people.invitations.list()).toMatchObject([
			{ role: 'instructor', usesLeft: 2, note: 'for the autumn course', createdBy: 'op' }
		]);
		expect(db.$client.serialize().toString('latin1')).not.toContain(made.code);
	});

	it('are refused with numbers that make no sense', () => {
		for (const uses of [0, -1, 1.5, 1001, NaN]) {
			expect(people.invitations.create({ ...wanted, uses }, 1)).toMatchObject({ field: 'uses' });
		}
		for (const days of [0, 366, Infinity]) {
			expect(people.invitations.create({ ...wanted, days }, 1)).toMatchObject({ field: 'days' });
		}
		expect(people.invitations.list()).toEqual([]);
	});

	it('let nobody in once revoked', async () => {
		const made = people.invitations.create(wanted, add('op', 'operator'));
		if ('refused' in made) throw new Error(made.refused);
		people.invitations.revoke(people.invitations.list()[0]!.id);
		expect(people.invitations.list()).toEqual([]);

		const browser = {
			cookies: { get: () => undefined, set: () => undefined } as never,
			request: new Request('http://localhost'),
			getClientAddress: () => '192.0.2.1'
		};
		const answer = await auth.signUp(browser, {
			name: 'ada',
			password: 'four hens on a mast',
			code: made.code
		});
		expect(answer).toMatchObject({ field: 'code' });
	});

	it('leave the list when used up', () => {
		people.invitations.create({ ...wanted, uses: 1 }, add('op', 'operator'));
		db.$client.exec('update invitations set uses_left = 0');
		expect(people.invitations.list()).toEqual([]);
	});
});

describe('who is signed in', () => {
	it('is everybody with a session that is not over, each once, the one who came last first', () => {
		const [ada, bob] = [add('ada'), add('bob', 'instructor')];
		const gone = add('cleo');
		const later = new Date(Date.now() + 60_000);
		const another = { id: 'another', userId: ada, createdAt: later, expiresAt: new Date(9e12) };
		db.insert(sessions).values(another).run();
		db.update(sessions)
			.set({ expiresAt: new Date(0) })
			.where(eq(sessions.userId, gone))
			.run();
		expect(people.signedIn(10)).toMatchObject({
			total: 2,
			people: [
				{ name: 'ada', browsers: 2, since: later },
				{ id: bob, role: 'instructor', browsers: 1 }
			]
		});
		expect(people.signedIn(1)).toMatchObject({ total: 2, people: [{ name: 'ada' }] });
	});
});
