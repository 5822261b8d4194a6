/** For tests only: small labs on the in-memory engine, and runs of three learners on them. */
import pino from 'pino';
import { vi, expect } from 'vitest';
import { Bulletin } from '../bulletin.ts';
import { MEMORY, openDb, users, type Run } from '#lib/server/db/index.ts';
import type { Check, Host, Lab } from '#lib/server/labs/index.ts';
import { Progress } from '#lib/server/progress/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { Runs, type Limits } from './index.ts';

export const script = (text: string) => ({ path: 'lab.yaml', interpreter: 'bash' as const, text });
export const scriptCheck = (id: string, text: string, changes: object = {}) =>
	({
		id,
		title: id,
		type: 'script',
		trust: 'host',
		host: 'box',
		script: script(text),
		args: [],
		timeoutSeconds: 5,
		points: 1,
		hidden: false,
		mode: 'once',
		initially: 'fail',
		trigger: 'button',
		...changes
	}) as Check;
export const answerCheck = (id: string, expect: string, attempts: number | null = null) =>
	({
		id,
		title: id,
		type: 'answer',
		expect: { text: [expect] },
		attempts,
		points: 1,
		hidden: false,
		mode: 'once',
		initially: 'fail',
		trigger: 'button'
	}) as Check;
const box = {
	name: 'box',
	image: 'linux',
	user: 'learner',
	hidden: false,
	profile: 'standard',
	isolation: 'default',
	sudo: false,
	networks: [],
	internet: [],
	limits: { memoryMiB: 64, cpus: 1, pids: 64, diskMiB: 64 },
	env: {},
	files: [],
	ready: null,
	needs: []
} as Host;
export const makeLab = (id: string, changes: Partial<Lab> = {}) =>
	({
		id,
		title: `Lab ${id}`,
		digest: 'd1',
		version: '1',
		minutes: 20,
		params: [{ name: 'WORD', type: 'token', bytes: 4, secret: false }],
		networks: [],
		requires: { memoryMiB: null, runtimes: [], features: [], internet: [] },
		hosts: [box],
		setup: [{ host: 'box', script: script('touch /scene'), args: [], env: {}, timeoutSeconds: 5 }],
		tasks: [
			{
				id: 'make',
				title: 'Make it',
				needs: [],
				fault: null,
				hints: [],
				points: 1,
				checks: [scriptCheck('made', 'test -f /made || fail "There is no /made yet."')]
			},
			{
				id: 'tell',
				title: 'Tell',
				needs: ['make'],
				fault: null,
				hints: [],
				points: 1,
				checks: [answerCheck('word', '{{WORD}}', 2)]
			}
		],
		...changes
	}) as Lab;

export const LIMITS: Limits = { total: 3, perLearner: 2, minutes: 60, minutesMax: 100, idleMinutes: 45 };

/** Everything around runs, on a fresh database; `openRuns` again is a restart of the server. */
export class Ground {
	readonly labs = new Map<string, Lab>();
	readonly db = openDb(MEMORY);
	readonly engine: SandboxEngine;
	readonly bulletin = new Bulletin();
	readonly #catalogue = { lab: (id: string) => this.labs.get(id) ?? null };
	readonly progress = new Progress({ db: this.db, bulletin: this.bulletin, labs: this.#catalogue });
	runs!: Runs;

	constructor(engine = openEngine({ kind: 'memory' })) {
		this.engine = engine;
		for (const id of ['one', 'two', 'three']) this.labs.set(id, makeLab(id));
		for (const id of [1, 2, 3]) {
			const person = {
				id,
				name: `user${id}`,
				passwordHash: '-',
				role: 'learner',
				createdAt: new Date()
			} as const;
			this.db.insert(users).values(person).run();
		}
	}

	async openRuns(changes: object = {}) {
		const { db, engine, bulletin, progress } = this;
		this.runs = new Runs({
			...{ db, engine, bulletin, progress, labs: this.#catalogue, log: pino({ level: 'silent' }) },
			...{ key: 'key', limits: LIMITS, pace: { quiet: 10, backOff: [30] } },
			...changes
		});
		await this.runs.open();
	}

	/** A run whose machines are up, or have failed to come up. */
	async ready(userId: number, lab: Lab): Promise<Run> {
		const { runs } = this;
		const run = ok(runs.start(userId, lab));
		await vi.waitFor(() =>
			expect(runs.current(userId, lab.id)?.readyAt ?? runs.last(userId, lab.id)?.endedAt).not.toBeNull()
		);
		return runs.current(userId, lab.id) ?? run;
	}

	async type(run: Run, command: string[]) {
		return (await this.runs.sandbox(run))!.exec('box', { command });
	}

	async close() {
		await this.runs.close();
		await this.engine.close();
	}
}

export function ok<T>(value: T | Refusal): T {
	if (refused(value)) throw new Error(value.refused);
	return value;
}
