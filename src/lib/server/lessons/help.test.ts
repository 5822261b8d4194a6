import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { assignments, classes, classMembers, users } from '#lib/server/db/index.ts';
import { Help } from './help.ts';
import { Classroom, GRACE, HEDY, LEA, MAX, NIA, STRANGER } from './testing.ts';

let room: Classroom;
let help: Help;
const disk = () => room.labs.get('disk')!;
const ask = (userId: number) => help.ask({ userId, lab: disk(), run: null });

beforeEach(() => {
	room = new Classroom();
	help = new Help({ ...room, labs: {} });
});

describe('a call for help', () => {
	it('carries the check that does not hold, with its sentence, and how much was tried', () => {
		const run = room.run(LEA);
		room.look(run, 'find/found', 'pass');
		room.look(run, 'mend/mended', 'fail');
		room.look(run, 'mend/mended', 'fail');
		room.progress.takeHint({ userId: LEA, labId: 'disk', task: 'mend', hint: 0 });
		const asked = help.ask({ userId: LEA, lab: disk(), run });
		expect(asked).toMatchObject({ labId: 'disk', runId: run.id, task: 'mend', check: 'mended' });
		expect(asked).toMatchObject({ message: 'mended: fail.', tries: 3, hints: 1, words: '' });
	});

	it('carries what changed on the machines since the start, as soon as they have told it', async () => {
		const changes = [{ host: 'box', files: [{ path: '/etc/fstab', at: 5, isFolder: false }], more: 0 }];
		help = new Help({ ...room, labs: {}, changes: async () => changes });
		const run = room.run(LEA);
		expect(help.ask({ userId: LEA, lab: disk(), run })).toMatchObject({ changes: null });
		let told = 0;
		const quit = room.bulletin.listen(LEA, () => (told += 1));
		await help.settled();
		quit();
		expect([told, help.waiting(1)[0]?.changes]).toEqual([1, changes]);
	});

	it('has a place in the queue, which moves as those before are helped or go', () => {
		for (const userId of [LEA, MAX, NIA]) ask(userId);
		expect([LEA, MAX, NIA].map((id) => help.open(id)?.before)).toEqual([0, 1, 2]);
		const news = room.news(NIA, () => help.take(1, help.open(LEA)!.id, GRACE));
		expect(news).toBe(1);
		expect(help.open(NIA)?.before).toBe(1);
		help.withdraw(MAX);
		expect(help.open(NIA)?.before).toBe(0);
		expect(help.open(MAX)).toBeNull();
	});

	it('is one at a time: asked twice it is the same, and elsewhere it is refused', () => {
		const first = ask(LEA);
		expect(ask(LEA)).toMatchObject({ id: (first as { id: number }).id });
		const other = { ...disk(), id: 'net' };
		expect(help.ask({ userId: LEA, lab: other, run: null })).toHaveProperty('refused');
	});

	it('takes a line of their own, and keeps it short', () => {
		ask(LEA);
		help.add(LEA, `  ${'x'.repeat(400)}`);
		expect(help.open(LEA)?.words).toHaveLength(300);
	});

	it('is for members of a class whose instructor can come, and for nobody else', () => {
		expect(ask(STRANGER)).toHaveProperty('refused');
		expect(help.classFor(LEA, disk())).toEqual({ id: 1, title: 'Autumn' });
		room.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, GRACE.id)).run();
		expect(help.classFor(LEA, disk())).not.toBeNull();
		room.db.update(users).set({ role: 'learner' }).where(eq(users.id, HEDY.id)).run();
		expect(help.classFor(LEA, disk())).toBeNull();
	});

	it('goes to the class that was given the lab, else to the newest, and to no archived one', () => {
		const createdAt = new Date();
		room.db.insert(classes).values({ title: 'Winter', createdAt }).run();
		room.db.insert(classMembers).values({ classId: 2, userId: LEA, way: 'code', joinedAt: createdAt }).run();
		room.db.$client.exec('insert into class_instructors values (2, 1)');
		expect(help.classFor(LEA, disk())?.title).toBe('Winter');
		room.db.insert(assignments).values({ classId: 1, kind: 'lab', target: 'disk', createdAt }).run();
		expect(help.classFor(LEA, disk())?.title).toBe('Autumn');
		room.db.update(classes).set({ archivedAt: createdAt }).where(eq(classes.id, 1)).run();
		expect(help.classFor(LEA, disk())?.title).toBe('Winter');
	});

	it('goes to the class that goes a track through the lab', () => {
		const createdAt = new Date();
		room.db.insert(classes).values({ title: 'Winter', createdAt }).run();
		room.db.insert(classMembers).values({ classId: 2, userId: LEA, way: 'code', joinedAt: createdAt }).run();
		room.db.$client.exec('insert into class_instructors values (2, 1)');
		const tracks = () => [
			{ id: 'on-call', labs: ['net', 'disk'] },
			{ id: 'other', labs: ['net'] }
		];
		help = new Help({ ...room, labs: { tracks } });
		const give = (target: string) =>
			room.db.insert(assignments).values({ classId: 1, kind: 'track', target, createdAt }).run();
		give('other');
		expect(help.classFor(LEA, disk())?.title).toBe('Winter');
		give('on-call');
		expect(help.classFor(LEA, disk())?.title).toBe('Autumn');
	});

	it('cannot be made without end', () => {
		for (let n = 0; n < 40; n++) {
			ask(LEA);
			help.withdraw(LEA);
		}
		expect(ask(LEA)).toMatchObject({ refused: expect.stringContaining('40 times') });
	});
});

describe('an answer', () => {
	it('says by whom, with their line, and is told at once', () => {
		const asked = ask(LEA) as { id: number };
		expect(help.take(1, asked.id, GRACE)).toBeNull();
		expect(help.open(LEA)).toMatchObject({ takenName: 'grace', before: 0 });
		const news = room.news(LEA, () => help.done(1, asked.id, { by: GRACE, answer: ' Look at df. ' }));
		expect(news).toBe(1);
		expect(help.answered(LEA, new Date(0))).toMatchObject([{ takenName: 'grace', answer: 'Look at df.' }]);
		expect(help.waiting(1)).toEqual([]);
	});

	it('is given by who came first: the second is told who that was', () => {
		const { id } = ask(LEA) as { id: number };
		help.take(1, id, GRACE);
		expect(help.take(1, id, GRACE)).toBeNull();
		expect(help.take(1, id, HEDY)).toEqual({ refused: 'grace has taken this already.' });
	});

	it('comes too late when it was withdrawn, and never from another class', () => {
		const { id } = ask(LEA) as { id: number };
		expect(help.take(2, id, GRACE)).toHaveProperty('refused');
		help.withdraw(LEA);
		expect(help.take(1, id, GRACE)).toHaveProperty('refused');
		expect(help.done(1, id, { by: GRACE, answer: '' })).toHaveProperty('refused');
		expect(help.answered(LEA, new Date(0))).toEqual([]);
	});
});
