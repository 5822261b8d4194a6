import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { classes, classInstructors, classMembers, reservations } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { Ground, LIMITS } from '../runs/testing.ts';
import { Machines } from './machines.ts';

let ground: Ground;
let machines: Machines;
const lab = (id: string): Lab => ground.labs.get(id)!;

function openMachines() {
	const labs = { lab: (id: string) => ground.labs.get(id) ?? null };
	const { db, runs } = ground;
	machines = new Machines({ db, runs, labs, log: pino({ level: 'silent' }), poolSize: 3 });
	machines.open();
}

beforeEach(async () => {
	ground = new Ground();
	const limits = { ...LIMITS, minutes: 30 };
	await ground.openRuns({ limits, pool: { sandboxes: 3, memoryMiB: 1000 } });
	const at = new Date();
	ground.db.insert(classes).values({ title: 'A', createdAt: at }).run();
	ground.db.insert(classInstructors).values({ classId: 1, userId: 3 }).run();
	for (const userId of [1, 2])
		ground.db.insert(classMembers).values({ classId: 1, userId, way: 'code', joinedAt: at }).run();
	openMachines();
});

afterEach(async () => {
	await machines.close();
	await ground.close();
});

describe('for everybody in a lab', () => {
	it('gives half an hour more to each, and says how many got it', async () => {
		const before = [await ground.ready(1, lab('one')), await ground.ready(2, lab('one'))];
		await ground.ready(3, lab('one')); // of no class
		expect(machines.of(1, { labId: 'one' })).toHaveLength(2);
		expect(await machines.extend(machines.of(1, {}))).toEqual({ extended: 2, refused: null });
		for (const run of before)
			expect(ground.runs.current(run.userId, 'one')!.deadline > run.deadline).toBe(true);
		for (let n = 0; n < 2; n++) await machines.extend(machines.of(1, {}));
		const late = await machines.extend(machines.of(1, {}));
		expect(late).toMatchObject({ extended: 0, refused: expect.stringContaining('100 minutes at most') });
	});

	it('gives new machines to each, and to nobody else', async () => {
		const mine = [await ground.ready(1, lab('one')), await ground.ready(2, lab('one'))];
		const other = await ground.ready(1, lab('two'));
		expect(
			machines
				.reset(machines.of(1, { labId: 'one' }))
				.map(({ id }) => id)
				.sort()
		).toEqual(mine.map(({ id }) => id).sort());
		await vi.waitFor(() => {
			for (const { userId } of mine)
				expect(ground.runs.current(userId, 'one')).toMatchObject({ generation: 2 });
		});
		expect(ground.runs.current(1, 'two')).toMatchObject({ id: other.id, generation: 1 });
	});

	it('finds one run of the class, and none of anybody else', async () => {
		const [mine, theirs] = [await ground.ready(1, lab('one')), await ground.ready(3, lab('one'))];
		expect(machines.of(1, { runId: mine.id })).toHaveLength(1);
		expect(machines.of(1, { runId: theirs.id })).toEqual([]);
	});
});

describe('sandboxes that wait for a lesson', () => {
	it('are made ready, and still wanted after a restart', async () => {
		expect(machines.reserve(1, { labId: 'one', count: 2 })).toBeNull();
		await vi.waitFor(async () => {
			await ground.runs.capacity.tend(false);
			expect(machines.reserved(1)).toMatchObject([{ labId: 'one', count: 2, ready: 2 }]);
		});
		await machines.close();
		const expected = vi.spyOn(ground.runs.capacity, 'expect');
		openMachines();
		expect(expected).toHaveBeenCalledWith('one', 2, expect.any(Date));
	});

	it('are added up over classes, taken back with none, and forgotten when the time is over', () => {
		ground.db.insert(classes).values({ title: 'B', createdAt: new Date() }).run();
		const expected = vi.spyOn(ground.runs.capacity, 'expect');
		machines.reserve(1, { labId: 'one', count: 2 });
		machines.reserve(2, { labId: 'one', count: 1 });
		expect(expected).toHaveBeenLastCalledWith('one', 3, expect.any(Date));
		machines.reserve(1, { labId: 'one', count: 0 });
		expect(expected).toHaveBeenLastCalledWith('one', 1, expect.any(Date));
		expect(machines.reserved(1)).toEqual([]);
		ground.db
			.update(reservations)
			.set({ until: new Date(0) })
			.where(eq(reservations.classId, 2))
			.run();
		openMachines();
		expect(ground.db.select().from(reservations).all()).toHaveLength(0);
	});

	it('are no more than the machine lets wait, and of labs that have machines', () => {
		expect(machines.reserve(1, { labId: 'one', count: 4 })).toHaveProperty('refused');
		expect(machines.reserve(1, { labId: 'one', count: 1.5 })).toHaveProperty('refused');
		expect(machines.reserve(1, { labId: 'nothing', count: 1 })).toHaveProperty('refused');
	});
});
