import { beforeEach, describe, expect, it } from 'vitest';
import { classes, classMembers, openDb, users, type Db } from '#lib/server/db/index.ts';
import { Capstones, LONGEST } from './index.ts';

const COURSE = 'networks-that-heal';
let db: Db;
let capstones: Capstones;

const person = (name: string, role: 'learner' | 'instructor' = 'learner') =>
	db
		.insert(users)
		.values({ name, signInName: name, passwordHash: 'x', role, createdAt: new Date() })
		.returning({ id: users.id })
		.get().id;

function classWith(title: string, members: number[]): number {
	const { id } = db
		.insert(classes)
		.values({ title, createdAt: new Date() })
		.returning({ id: classes.id })
		.get();
	for (const userId of members)
		db.insert(classMembers).values({ classId: id, userId, way: 'code', joinedAt: new Date() }).run();
	return id;
}

let [ada, ben, grace, room] = [0, 0, 0, 0];
beforeEach(() => {
	db = openDb(':memory:');
	capstones = new Capstones(db);
	[ada, ben, grace] = [person('ada'), person('ben'), person('grace', 'instructor')];
	room = classWith('Networks', [ada, ben]);
});

const first = () => capstones.ofClass(room)[0]!;

describe('a capstone', () => {
	it('is handed in as it was written, and waits for who teaches', () => {
		expect(capstones.handIn(ada, COURSE, '  What the probes saw.\r\n\r\nAnd when. ')).toBeNull();
		expect(capstones.of(ada, COURSE)).toMatchObject([
			{ body: 'What the probes saw.\n\nAnd when.', accepted: null, readBy: null }
		]);
		expect(capstones.ofClass(room)).toMatchObject([{ name: 'ada', course: COURSE, times: 1 }]);
		expect(capstones.of(ben, COURSE)).toEqual([]);
		expect(capstones.ofClass(classWith('Another', [ben]))).toEqual([]);
	});

	it('that asks for more may be handed in again, and every version is kept', () => {
		capstones.handIn(ada, COURSE, 'Short.');
		expect(capstones.read(room, first().id, { by: grace, accepted: false, remark: 'When?' })).toBeNull();
		expect(capstones.of(ada, COURSE)[0]).toMatchObject({ accepted: false, remark: 'When?', readBy: 'grace' });
		capstones.handIn(ada, COURSE, 'Longer.');
		expect(capstones.of(ada, COURSE).map(({ body }) => body)).toEqual(['Longer.', 'Short.']);
		expect(first()).toMatchObject({ body: 'Longer.', accepted: null, times: 2 });
	});

	it('that is accepted is the last', () => {
		capstones.handIn(ada, COURSE, 'Whole.');
		capstones.read(room, first().id, { by: grace, accepted: true, remark: '' });
		expect(capstones.handIn(ada, COURSE, 'More.')?.refused).toContain('accepted already');
	});

	it('is refused when it is empty or longer than anybody reads, and says by how much', () => {
		expect(capstones.handIn(ada, COURSE, ' \n ')?.refused).toContain('nothing in it yet');
		const long = 'x'.repeat(LONGEST + 1);
		expect(capstones.handIn(ada, COURSE, long)?.refused).toContain(`${LONGEST + 1} characters`);
		expect(capstones.of(ada, COURSE)).toEqual([]);
	});

	it('sent twice is one, and nobody hands in without end', () => {
		capstones.handIn(ada, COURSE, 'Once.');
		capstones.handIn(ada, COURSE, 'Once.');
		expect(capstones.of(ada, COURSE)).toHaveLength(1);
		for (let n = 1; n < 20; n++) expect(capstones.handIn(ada, COURSE, `${n}`)).toBeNull();
		expect(capstones.handIn(ada, COURSE, 'once more')?.refused).toContain('20 times');
	});

	it('is judged only as the newest, in a class of its author, and never without a word about what is missing', () => {
		capstones.handIn(ada, COURSE, 'First.');
		const { id } = first();
		const verdict = { by: grace, accepted: false, remark: 'Where is the packet?' };
		expect(capstones.read(classWith('Another', [ben]), id, verdict)?.refused).toContain('not here');
		expect(capstones.read(room, id, { ...verdict, remark: ' ' })?.refused).toContain('what is missing');
		capstones.handIn(ada, COURSE, 'Second.');
		expect(capstones.read(room, id, verdict)?.refused).toContain('another was handed in');
		expect(capstones.of(ada, COURSE).map(({ accepted }) => accepted)).toEqual([null, null]);
	});

	it('that waits stands before those that were read', () => {
		capstones.handIn(ada, COURSE, 'Mine.');
		capstones.read(room, first().id, { by: grace, accepted: true, remark: 'Good.' });
		capstones.handIn(ben, COURSE, 'Mine, too.');
		expect(capstones.ofClass(room).map(({ name }) => name)).toEqual(['ben', 'ada']);
	});
});
