import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldName, openAuth, type Auth } from '#lib/server/auth/index.ts';
import { MEMORY, openDb, users, type Db, type Role } from '#lib/server/db/index.ts';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { People } from '#lib/server/people/index.ts';
import { Bulletin } from '../bulletin.ts';
import { Classes } from './index.ts';

vi.setConfig({ testTimeout: 60_000 }); // every password is hashed, on a machine that may be busy

let db: Db;
let auth: Auth;
let classes: Classes;
let cleo: { id: number; role: Role };
let classId: number;

beforeEach(async () => {
	db = openDb(MEMORY);
	auth = await openAuth({ db, origin: 'http://lab.test', signUp: 'invitation' });
	const people = new People(db, auth);
	const labs = { lab: () => null, course: () => null, track: () => null };
	classes = new Classes({ db, auth, labs, bulletin: new Bulletin(), invitations: people.invitations });
	cleo = account('cleo', 'instructor');
	classId = made().id;
});
afterEach(() => {
	auth.close();
	db.$client.close();
});

function account(name: string, role: Role = 'learner', passwordHash = 'x') {
	const row = { name, signInName: foldName(name), passwordHash, role, createdAt: new Date() };
	return db.insert(users).values(row).returning().get();
}
function made(title = 'Networks') {
	const found = classes.create(title, cleo);
	if ('refused' in found) throw new Error(found.refused);
	return found;
}
const bring = (text: string) => classes.roster.bring(classId, new TextEncoder().encode(text), cleo.id);
const visit = () => ({
	cookies: { get: () => undefined, set: () => undefined } as never,
	request: new Request('http://lab.test'),
	getClientAddress: () => '192.0.2.1'
});

describe('a class', () => {
	it('is who one learns with, as long as it goes on', () => {
		const [ada, bob, eve] = [account('ada'), account('bob'), account('eve')];
		const other = made('Databases').id;
		for (const { id } of [ada, bob]) classes.roster.welcome(classId, id);
		for (const { id } of [bob, eve]) classes.roster.welcome(other, id);
		expect(classes.roster.mates(ada.id)).toEqual([bob.id]);
		expect(classes.roster.mates(bob.id).sort()).toEqual([ada.id, eve.id]);
		classes.archive(classId, true);
		expect(classes.roster.mates(bob.id)).toEqual([eve.id]);
		expect(classes.roster.mates(cleo.id)).toEqual([]);
	});

	it('is a class until somebody says that it is a team', () => {
		expect(made().kind).toBe('class');
		expect(classes.create('Night shift', cleo, 'team')).toMatchObject({ title: 'Night shift', kind: 'team' });
		expect(classes.taughtBy(cleo).map(({ kind }) => kind)).toContain('team');
	});

	it('is there for who teaches it and for operators only', () => {
		const other = account('dora', 'instructor');
		expect(classes.taught(cleo, classId)).toMatchObject({ title: 'Networks' });
		expect(classes.taught(other, classId)).toBeNull();
		expect(classes.taughtBy(other)).toEqual([]);
		expect(classes.taught(account('op', 'operator'), classId)).not.toBeNull();
		expect(classes.taught({ id: cleo.id, role: 'learner' }, classId)).toBeNull();

		expect(classes.teachers.add(classId, ' DORA ')).toMatchObject({ name: 'dora' });
		expect(classes.taught(other, classId)).not.toBeNull();
		expect(classes.teachers.remove(classId, cleo.id)).toBeNull();
		expect(classes.teachers.remove(classId, other.id)).toHaveProperty('refused');
	});

	it('takes no learner as its instructor', () => {
		account('lea');
		expect(classes.teachers.add(classId, 'lea')).toHaveProperty('refused');
	});

	it('leaves its people’s sight when archived, and comes back with everybody', () => {
		const lea = account('lea');
		bring('name\nlea\n');
		expect(classes.attendedBy(lea.id)).toMatchObject([{ id: classId }]);
		classes.archive(classId, true);
		expect(classes.attendedBy(lea.id)).toEqual([]);
		classes.archive(classId, false);
		expect(classes.attendedBy(lea.id)).toHaveLength(1);
	});

	it('refuses a name that is none', () => {
		for (const title of ['', '  ', 'x'.repeat(81)])
			expect(classes.create(title, cleo)).toHaveProperty('refused');
	});
});

describe('a list of people', () => {
	it('makes accounts with codes for who has none, and lets them in once', async () => {
		account('lea');
		const brought = bring('name,full name\nada,Ada L.\nlea,\n');
		expect(brought).toMatchObject({ problems: [], known: 1, before: 0, arrivals: [{ name: 'ada' }] });
		expect(bring('name\nada\nlea\n')).toMatchObject({ known: 0, before: 2, arrivals: [] });

		const { code } = brought.arrivals[0]!;
		expect(db.$client.serialize().toString('latin1')).not.toContain(code);
		expect(await auth.signIn(visit(), { name: 'ada', password: 'x' })).toMatchObject({ field: 'password' });
		expect(auth.entry(code.toLowerCase())).toMatchObject({ name: 'ada', isNew: true });
		const password = 'four hens on a mast';
		expect(await auth.enter(visit(), { code, password: 'short' })).toMatchObject({ field: 'password' });
		expect(await auth.enter(visit(), { code, password })).toMatchObject({ name: 'ada', role: 'learner' });
		expect(await auth.enter(visit(), { code, password })).toMatchObject({ field: 'code' });
		expect(await auth.signIn(visit(), { name: 'ada', password })).toMatchObject({ name: 'ada' });
		expect(classes.roster.list(classId).members).toMatchObject([
			{ name: 'ada', fullName: 'Ada L.', isWaiting: false },
			{ name: 'lea' }
		]);
	});

	it('changes nothing when one line is wrong', () => {
		expect(bring('name\nada\ncleo\n').problems).toMatchObject([
			{ line: 3, message: expect.stringContaining('instructor') as string }
		]);
		expect(classes.roster.all(classId)).toEqual([]);
		expect(db.select().from(users).all()).toHaveLength(1);
	});

	it('is refused in the language of who brings it', () => {
		learnLanguages();
		const wrong = () => bring('name\nlea\n"lea').problems;
		expect(speakIn('fr', wrong)).toEqual([
			{ line: 3, message: 'Un guillemet est ouvert sans être fermé, ou se trouve à l’intérieur d’un mot.' }
		]);
		expect(wrong()[0]?.message).toContain('A quotation mark');
	});

	it('is found by name, full name and number, in pages', () => {
		bring(
			`name,full name,id\n${Array.from({ length: 60 }, (_, n) => `p${n},Person ${n},n-${n}`).join('\n')}`
		);
		const found = (search: string) =>
			classes.roster.list(classId, { search }).members.map(({ name }) => name);
		expect(found('PERSON 59')).toEqual(['p59']);
		expect(found('n-58')).toEqual(['p58']);
		expect(classes.roster.list(classId, { page: 9 })).toMatchObject({ total: 60, page: 2, pages: 2 });
	});

	it('of codes is a file in which nothing is a formula', () => {
		const arrival = { name: 'ada', fullName: '=HYPERLINK("http://x")', code: 'A' };
		const file = classes.roster.file([arrival], (code) => `http://lab.test/${code}`);
		expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
	});
});

describe('a new way in', () => {
	it('is made by instructors for accounts their class made and for who joined it, and for nobody else', () => {
		const lea = account('lea');
		bring('name\nada\nlea\n');
		const ada = classes.roster.all(classId).find(({ name }) => name === 'ada')!;
		expect(classes.roster.reset(classId, ada.userId, cleo.id)).toHaveProperty('code');
		expect(classes.roster.reset(classId, lea.id, cleo.id)).toHaveProperty('refused');
		expect(classes.roster.reset(classId, account('zoe').id, cleo.id)).toHaveProperty('refused');
		const op = account('op', 'operator');
		classes.roster.welcome(classId, op.id);
		expect(classes.roster.reset(classId, op.id, cleo.id)).toHaveProperty('refused');
	});

	it('voids the code before it', () => {
		const first = bring('name\nada\n').arrivals[0]!.code;
		const second = classes.roster.codesForWaiting(classId, cleo.id)[0]!.code;
		expect(auth.entry(first)).toBeNull();
		expect(auth.entry(second)).toMatchObject({ name: 'ada' });
	});

	it('is too old after two weeks, and closed while the account is switched off', async () => {
		const { code } = bring('name\nada\n').arrivals[0]!;
		db.$client.exec('update users set disabled_at = 1');
		expect(auth.entry(code)).toBeNull();
		db.$client.exec('update users set disabled_at = null; update entries set expires_at = 1');
		expect(await auth.enter(visit(), { code, password: 'four hens on a mast' })).toMatchObject({
			field: 'code'
		});
	});
});

describe('a code to join', () => {
	const open = () => {
		const door = classes.openDoor(classes.taught(cleo, classId)!, cleo);
		if ('refused' in door) throw new Error(door.refused);
		return door.code;
	};

	it('lets accounts in, and makes new ones where sign-up needs an invitation', async () => {
		const code = open();
		const lea = account('lea');
		expect(classes.join(code.toLowerCase().replaceAll('-', ' '), lea.id)).toMatchObject({ id: classId });
		expect(classes.join(code, lea.id)).toMatchObject({ id: classId });
		expect(classes.roster.all(classId)).toHaveLength(1);
		const credentials = { name: 'max', password: 'four hens on a mast' };
		expect(await auth.signUp(visit(), { ...credentials, code })).toMatchObject({ role: 'learner' });
	});

	it('is void after the next one, after closing, and while archived', async () => {
		const lea = account('lea');
		const first = open();
		const second = open();
		expect(classes.join(first, lea.id)).toHaveProperty('refused');
		classes.closeDoor(classId);
		expect(classes.join(second, lea.id)).toHaveProperty('refused');
		const third = open();
		classes.archive(classId, true);
		expect(classes.byCode(third)).toBeNull();
		const credentials = { name: 'max', password: 'four hens on a mast' };
		expect(await auth.signUp(visit(), { ...credentials, code: third })).toMatchObject({ field: 'code' });
	});
});
