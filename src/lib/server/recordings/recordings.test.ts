import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attempts, MEMORY, openDb, recordings as rows, runs, users, type Db } from '#lib/server/db/index.ts';
import { Recordings } from './index.ts';

let folder: string;
let db: Db;
let run: typeof runs.$inferSelect;
const now = new Date();

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-recordings-'));
	db = openDb(MEMORY);
	const ada = { name: 'ada', passwordHash: '-', role: 'learner', createdAt: now } as const;
	const { id } = db.insert(users).values(ada).returning().get();
	const begun = { labId: 'hello', digest: 'd', startedAt: now, readyAt: now, deadline: now, lastSeenAt: now };
	run = db
		.insert(runs)
		.values({ userId: id, ...begun })
		.returning()
		.get();
});
afterEach(() => {
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const open = (changes: object = {}) => {
	const recordings = new Recordings({
		...{ db, folder, days: 30, mebibytes: 100, log: pino({ level: 'silent' }) },
		titles: ({ check }) => `The ${check}`,
		happened: () => [],
		...changes
	});
	return recordings;
};
const box = (generation = 1) => ({ run: { ...run, generation }, host: 'box', shell: 'main' });
const HEAD = { version: 2, width: 80, height: 24, timestamp: 0 };
const write = (file: string, ...events: [number, string, string][]) =>
	writeFileSync(file, gzipSync([HEAD, ...events].map((line) => `${JSON.stringify(line)}\n`).join('')));
const tried = (
	verdict: 'pass' | 'fail' | 'error',
	seconds: number,
	trigger: 'button' | 'submit' = 'button'
) =>
	db
		.insert(attempts)
		.values({
			...{ userId: run.userId, runId: run.id, generation: 1, labId: 'hello', digest: 'd', task: 't' },
			...{ check: 'c', verdict, score: 1, message: '', milliseconds: 1, trigger },
			at: new Date(now.getTime() + seconds * 1000)
		})
		.run();
const only = async (recordings: Recordings) => (await recordings.of(run.userId))[0]!;

describe('recordings', () => {
	it('go on with the same file over a restart, and begin a new one for a new shell', async () => {
		const recordings = open();
		const first = recordings.record(box(), true);
		expect(open().record(box(), false)?.file).toBe(first?.file);
		expect(recordings.record(box(), true)?.file).not.toBe(first?.file);
		expect(await recordings.ofRun(run.id)).toHaveLength(2);
		expect(await only(recordings)).toMatchObject({ userName: 'ada', labId: 'hello', isOn: true, bytes: 0 });
	});

	it('tell what was entered at the prompts of a stretch, on which machine and when', async () => {
		const recordings = open();
		const { file, startedAt } = recordings.record(box(), true)!;
		const at = (seconds: number) => new Date(startedAt + seconds * 1000);
		const line = (seconds: number, text: string): [number, string, string] => [
			seconds,
			'o',
			`learner@box:~$ ${text}\r\n`
		];
		write(file, line(1, 'ls'), line(5, 'sv status web'), line(9, 'sv up web'), line(30, 'exit'));
		const stretch = { runId: run.id, generation: 1, from: at(4), to: at(20) };
		expect(await recordings.commands(stretch)).toEqual([
			{ at: at(5), host: 'box', text: 'sv status web' },
			{ at: at(9), host: 'box', text: 'sv up web' }
		]);
		expect(await recordings.commands({ ...stretch, generation: 2 })).toEqual([]);
	});

	it('are not made where the operator wants none', () => {
		expect(open({ days: 0 }).record(box(), true)).toBeNull();
		expect(db.select().from(rows).all()).toEqual([]);
	});

	it('tell at which second a check turned, was lost, and the work was handed in', async () => {
		const recordings = open();
		write(recordings.record(box(), true)!.file, [1, 'o', 'one'], [20, 'o', 'two']);
		db.update(rows).set({ startedAt: now }).run();
		tried('fail', 2);
		tried('pass', 5);
		tried('error', 6);
		tried('pass', 7);
		tried('fail', 8);
		tried('pass', 30, 'submit');
		recordings.mark(run.id, 'incident', 'Memory ran out');
		db.update(rows).set({ startedAt: now }).run();
		const cast = (await recordings.cast(await only(recordings))) ?? '';
		const events = cast
			.trimEnd()
			.split('\n')
			.slice(1)
			.map((line) => JSON.parse(line) as [number, string, string]);
		expect(events.filter(([, kind]) => kind === 'o').map(([seconds]) => seconds)).toEqual([1, 20]);
		expect(
			events.filter(([, kind]) => kind === 'm').map(([seconds, , text]) => [Math.round(seconds), text])
		).toEqual([
			[expect.any(Number), 'incident: Memory ran out'],
			[5, 'passed: Done: The c'],
			[8, 'lost: No longer: The c'],
			[30, 'passed: Done: The c'],
			[30, 'handed-in: Handed in']
		]);
		const times = events.map(([seconds]) => seconds);
		expect(times).toEqual([...times].sort((one, other) => one - other));
	});

	it('tell at which second something broke and was well again, of the same machines alone', async () => {
		const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
		const happened = ({ generation }: { generation: number }) =>
			generation === 1
				? [
						{ at: at(12), kind: 'repair' as const, text: 'Well again after 9 s' },
						{ at: at(3), kind: 'fault' as const, text: 'The web server was killed' }
					]
				: [];
		const recordings = open({ happened });
		write(recordings.record(box(), true)!.file, [1, 'o', 'one'], [20, 'o', 'two']);
		write(recordings.record(box(2), true)!.file, [1, 'o', 'one'], [20, 'o', 'two']);
		db.update(rows).set({ startedAt: now }).run();
		const [second, first] = await recordings.ofRun(run.id);
		const [before, after] = [(await recordings.cast(first!)) ?? '', (await recordings.cast(second!)) ?? ''];
		expect(before).toMatch(/\[1,.*\n\[3,"m","fault: The web server was killed"\]\n.*repair: Well again/);
		expect(after).not.toMatch(/fault|repair/);
	});

	it('say that machines were reset', async () => {
		const recordings = open();
		recordings.record(box(1), true);
		recordings.record(box(2), true);
		recordings.record({ ...box(2), shell: 'second' }, true);
		const [, first] = await recordings.ofRun(run.id);
		write(join(folder, `${first!.id}.cast.gz`), [0, 'o', 'x']);
		const cast = (await recordings.cast(first!)) ?? '';
		expect(cast.match(/\[0,"m","reset: The machines were reset"\]/g)).toHaveLength(1); // though nothing is before it
	});

	it('can be read though a crash has cut off their end; one without a file says so', async () => {
		const recordings = open();
		const { file } = recordings.record(box(), true)!;
		expect(await recordings.cast(await only(recordings))).toBeNull();
		const whole = gzipSync(`${JSON.stringify(HEAD)}\n[1, "o", "whole"]\n[2, "o", "${'cut'.repeat(50)}"]\n`);
		writeFileSync(file, whole.subarray(0, whole.length - 12));
		expect(await recordings.cast(await only(recordings))).toContain('whole');
	});

	it('stay while their lab is on, and can be deleted after', async () => {
		const recordings = open();
		write(recordings.record(box(), true)!.file);
		expect(await recordings.remove(await only(recordings))).toMatchObject({ refused: /still on/ });
		db.update(runs).set({ endedAt: now }).where(eq(runs.id, run.id)).run();
		expect(await recordings.remove(await only(recordings))).toBeNull();
		expect(readdirSync(folder)).toEqual([]);
		expect(await recordings.of(run.userId)).toEqual([]);
	});

	it('go when they are too old, too many, or nobody’s', async () => {
		const recordings = open({ mebibytes: 1 });
		for (let n = 0; n < 3; n++) writeFileSync(recordings.record(box(), true)!.file, Buffer.alloc(500_000));
		db.update(rows)
			.set({ startedAt: new Date(Date.now() - 31 * 86_400_000) })
			.where(eq(rows.id, 1))
			.run();
		writeFileSync(join(folder, '99.cast.gz'), 'of an account that is gone');
		await recordings.tidy();
		expect(readdirSync(folder).sort()).toEqual(['2.cast.gz', '3.cast.gz']);

		writeFileSync(recordings.record(box(), true)!.file, Buffer.alloc(500_000));
		await recordings.tidy();
		expect(readdirSync(folder).sort()).toEqual(['3.cast.gz', '4.cast.gz']);
		expect((await recordings.latest()).map(({ id }) => id)).toEqual([4, 3]);
	});
});
