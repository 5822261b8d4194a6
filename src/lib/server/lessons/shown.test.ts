import { expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { runs } from '#lib/server/db/index.ts';
import { Shown } from './shown.ts';
import { Classroom, LEA, MAX, STRANGER } from './testing.ts';

it('only terminals of those who agreed are shown, of this class, and only while the run is on', () => {
	const room = new Classroom();
	const shown = new Shown(room);
	const [lea, max, stranger] = [room.run(LEA), room.run(MAX), room.run(STRANGER)];
	shown.set(lea.id, true);
	shown.set(lea.id, true);
	shown.set(stranger.id, true);
	expect(shown.in(1, 10).map(({ id }) => id)).toEqual([lea.id]);
	expect([lea, max].map(({ id }) => shown.has(id))).toEqual([true, false]);
	room.db.update(runs).set({ endedAt: new Date() }).where(eq(runs.id, lea.id)).run();
	expect(shown.in(1, 10)).toEqual([]);
	const again = room.run(LEA); // is asked anew
	expect(shown.has(again.id)).toBe(false);
	shown.set(again.id, true);
	expect(shown.in(1, 10)).toHaveLength(1);
	shown.set(again.id, false);
	expect(shown.in(1, 10)).toEqual([]);
});
