import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { runs } from '#lib/server/db/index.ts';
import { board } from './board.ts';
import { GATHER_MILLISECONDS, hearOf } from './news.ts';
import { check, Classroom, labOf, LEA, MAX, NIA, STRANGER } from './testing.ts';

let room: Classroom;
const seats = () => {
	const lab = (id: string) => room.labs.get(id) ?? null;
	const values = (userId: number) => ({ WORD: `word-of-${userId}` });
	return board({ db: room.db, labs: { lab }, values, labOf: ({ labId }) => lab(labId) }, 1);
};
const seat = (userId: number) => seats().find((one) => one.userId === userId)!;

beforeEach(() => (room = new Classroom()));

describe('the board', () => {
	it('shows where somebody is, what does not hold there, and what they have reached', () => {
		const run = room.run(LEA);
		room.look(run, 'find/found', 'pass');
		room.look(run, 'mend/mended', 'fail');
		room.progress.takeHint({ userId: LEA, labId: 'disk', task: 'find', hint: 0 });
		expect(seat(LEA)).toMatchObject({
			...{ name: 'lea', state: 'working', runId: run.id, lab: { id: 'disk', title: 'Lab disk' } },
			...{ done: 1, tasks: 2, task: 'mend', points: 8, of: 30 },
			stuck: { check: 'mended!', message: 'mended: fail.' }
		});
	});

	it('has in titles what was drawn for whoever sits there', () => {
		room.labs.set(
			'disk',
			labOf('disk', [{ id: 'say', checks: [check('said', { title: 'It says {{WORD}}' })] }])
		);
		room.look(room.run(MAX), 'say/said', 'fail');
		expect(seat(MAX).stuck?.check).toBe(`It says word-of-${MAX}`);
	});

	it('counts for how long nothing has moved from the last thing reached, not from the last look', () => {
		const run = room.run(LEA, 'disk', 30);
		expect(seat(LEA).movedAt).toEqual(run.readyAt);
		room.look(run, 'mend/mended', 'fail');
		expect(seat(LEA).movedAt).toEqual(run.readyAt);
		const passed = room.look(run, 'find/found', 'pass');
		room.look(run, 'find/found', 'pass');
		expect(seat(LEA).movedAt).toEqual(passed.at);
	});

	it('forgets what was reached on machines that were reset', () => {
		const run = room.run(LEA);
		room.look(run, 'find/found', 'pass');
		room.db.update(runs).set({ generation: 2 }).where(eq(runs.id, run.id)).run();
		expect(seat(LEA)).toMatchObject({ done: 0, points: 0 });
	});

	it('has those first for whom nothing has moved for longest, then who is done, then who is away', () => {
		room.run(LEA, 'disk', 5);
		room.run(MAX, 'disk', 50);
		expect(seats().map(({ name }) => name)).toEqual(['max', 'lea', 'nia']);
		const done = room.run(NIA, 'disk', 90);
		for (const place of ['find/found', 'mend/mended', 'mend/lasts']) room.look(done, place, 'pass');
		expect(seats().map(({ name }) => name)).toEqual(['max', 'lea', 'nia']);
		expect(seat(NIA)).toMatchObject({ task: null, stuck: null, done: 2 });
	});

	it('shows labs without machines too, in their latest round', () => {
		room.labs.set('quiz', labOf('quiz', [{ id: 'ask', checks: [check('one')] }]));
		const answered = (generation: number, verdict: 'pass' | 'fail') =>
			room.progress.record({
				...{ userId: LEA, runId: null, labId: 'quiz', generation, digest: 'd', task: 'ask', check: 'one' },
				...{ verdict, score: 0, message: 'No.', answer: 'x', log: '', milliseconds: 1, trigger: 'button' }
			});
		answered(0, 'pass');
		room.progress.beginAgain(LEA, 'quiz', 0);
		answered(1, 'fail');
		expect(seat(LEA)).toMatchObject({ state: 'working', runId: null, lab: { id: 'quiz' }, done: 0 });
		expect(seat(LEA).stuck?.message).toBe('No.');
	});

	it('says who waits for machines or whose machines start, and nothing of people of other classes', () => {
		const [lea, max] = [room.run(LEA), room.run(MAX)];
		room.db.update(runs).set({ readyAt: null, waitingSince: new Date() }).where(eq(runs.id, lea.id)).run();
		room.db.update(runs).set({ readyAt: null }).where(eq(runs.id, max.id)).run();
		room.run(STRANGER);
		expect(seat(LEA).state).toBe('waiting');
		expect(seat(MAX).state).toBe('starting');
		expect(seats()).toHaveLength(3);
	});
});

describe('news of a class', () => {
	it('come once for many changes, and not for those of others', async () => {
		vi.useFakeTimers();
		try {
			const heard = vi.fn();
			const quit = hearOf(room, 1, heard);
			for (const userId of [LEA, MAX, NIA]) for (let n = 0; n < 50; n++) room.bulletin.tell(userId);
			await vi.advanceTimersByTimeAsync(GATHER_MILLISECONDS);
			expect(heard).toHaveBeenCalledTimes(1);
			room.bulletin.tell(STRANGER);
			await vi.advanceTimersByTimeAsync(GATHER_MILLISECONDS);
			expect(heard).toHaveBeenCalledTimes(1);
			quit();
			room.bulletin.tell(LEA);
			await vi.advanceTimersByTimeAsync(GATHER_MILLISECONDS);
			expect(heard).toHaveBeenCalledTimes(1);
		} finally {
			vi.useRealTimers();
		}
	});
});
