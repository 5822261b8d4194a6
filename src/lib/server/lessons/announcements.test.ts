import { beforeEach, expect, it } from 'vitest';
import { announcements } from '#lib/server/db/index.ts';
import { Announcements } from './announcements.ts';
import { pseudonym } from './pseudonym.ts';
import { Classroom, GRACE, LEA, MAX, STRANGER } from './testing.ts';

let room: Classroom;
let said: Announcements;
const heard = (userId: number, labId: string | null = null, after = 0) =>
	said.heardBy(userId, { labId, after }).map(({ text }) => text);

beforeEach(() => {
	room = new Classroom();
	said = new Announcements(room);
});

it('what is said to a class reaches everybody in it at once, and nobody else', () => {
	const news = room.news(MAX, () => said.say(1, { text: ' Ten minutes left. ' }, GRACE));
	expect(news).toBe(1);
	expect([LEA, MAX].map((id) => heard(id))).toEqual([['Ten minutes left.'], ['Ten minutes left.']]);
	expect(heard(STRANGER)).toEqual([]);
});

it('what is said in a lab is read on its page, and what is said to one person only by them', () => {
	said.say(1, { text: 'to the lab', labId: 'disk' }, GRACE);
	said.say(1, { text: 'to you', userId: LEA }, GRACE);
	expect(heard(LEA)).toEqual(['to you']);
	expect(heard(LEA, 'disk')).toEqual(['to the lab', 'to you']);
	expect(heard(MAX, 'disk')).toEqual(['to the lab']);
	expect(said.current(1).map(({ text }) => text)).toEqual(['to the lab']);
});

it('what was read is not shown again, what is taken back is gone, and what is old is over', () => {
	said.say(1, { text: 'one' }, GRACE);
	said.say(1, { text: 'two' }, GRACE);
	const [newest] = said.current(1);
	expect(heard(LEA, null, newest!.id - 1)).toEqual(['two']);
	said.takeBack(2, newest!.id);
	expect(heard(LEA)).toHaveLength(2);
	said.takeBack(1, newest!.id);
	expect(heard(LEA)).toEqual(['one']);
	room.db
		.update(announcements)
		.set({ until: new Date(0) })
		.run();
	expect(heard(LEA)).toEqual([]);
});

it('nothing is not said, and not more than can be read', () => {
	expect(said.say(1, { text: '  ' }, GRACE)).toHaveProperty('refused');
	for (let n = 0; n < 20; n++) said.say(1, { text: `${n}` }, GRACE);
	expect(said.say(1, { text: 'more' }, GRACE)).toHaveProperty('refused');
	expect(said.say(1, { text: 'to one', userId: LEA }, GRACE)).not.toHaveProperty('refused');
});

it('a pseudonym is always the same for a person, says nothing of them, and seldom two people’s', () => {
	expect(pseudonym('key', 7)).toBe(pseudonym('key', 7));
	expect(pseudonym('key', 7)).not.toBe(pseudonym('other key', 7));
	expect(pseudonym('key', 7)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d\d$/);
	const names = new Set(Array.from({ length: 200 }, (_, id) => pseudonym('key', id)));
	expect(names.size).toBeGreaterThan(190);
});
