/** A whole class presses Start at once, and nothing was started ahead. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { users } from '#lib/server/db/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Ground, LIMITS, makeLab, ok } from './testing.ts';

const CLASS = 30;
const WITHIN_MILLISECONDS = 2000;
const PLACES = 20;
/** What creating and starting one takes of an engine that does one thing at a time. */
const CREATING_MILLISECONDS = 60;

/** The engine in memory, as slow as a real one and as busy with whoever came first. */
function slowEngine(): SandboxEngine {
	const engine = openEngine({ kind: 'memory' });
	let before: Promise<unknown> = Promise.resolve();
	return {
		...engine,
		start(name, spec) {
			const turn = before.then(() => pause(CREATING_MILLISECONDS));
			before = turn;
			return turn.then(() => engine.start(name, spec));
		}
	};
}

let ground: Ground;
afterEach(() => ground.close());

it('thirty learners who start within two seconds all have machines or an honest place in line', async () => {
	ground = new Ground(slowEngine());
	const everybody = Array.from({ length: CLASS }, (_, n) => 100 + n);
	for (const id of everybody) {
		const person = {
			id,
			name: `learner${id}`,
			passwordHash: '-',
			role: 'learner',
			createdAt: new Date()
		} as const;
		ground.db.insert(users).values(person).run();
	}
	const lab = makeLab('one');
	await ground.openRuns({ limits: { ...LIMITS, total: PLACES } });
	const { runs } = ground;
	const of = (id: number) => runs.current(id, lab.id)!;

	await Promise.all(
		everybody.map(async (id, n) => {
			await pause((n / CLASS) * WITHIN_MILLISECONDS);
			ok(await runs.startSoon(id, lab));
			// From the first answer on, whoever is not being served knows where they stand.
			const place = runs.capacity.place(of(id));
			if (n < PLACES) expect(place).toBeNull();
			else {
				expect(place?.before).toBe(n - PLACES);
				expect(place?.turn?.getTime()).toBeGreaterThan(Date.now());
			}
		})
	);
	const served = everybody.slice(0, PLACES);
	const waiting = everybody.slice(PLACES);
	await vi.waitFor(() => expect(served.every((id) => of(id).readyAt)).toBe(true), 30_000);

	// Who leaves makes room for the first in line, and everybody behind is told a better place.
	await runs.stop(of(served[0]!));
	await vi.waitFor(() => expect(of(waiting[0]!).readyAt).toBeTruthy(), 30_000);
	expect(waiting.slice(1).map((id) => runs.capacity.place(of(id))?.before)).toEqual(
		waiting.slice(1).map((_, n) => n)
	);
	for (const id of served.slice(1)) await runs.stop(of(id));
	await vi.waitFor(() => expect(waiting.every((id) => of(id).readyAt)).toBe(true), 30_000);
	expect((await ground.engine.list()).length).toBe(waiting.length);
}, 120_000);
