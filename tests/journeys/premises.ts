/** What a platform has and what it believes to have, side by side: its database and the engine, looked at from outside. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql, type AnyColumn } from 'drizzle-orm';
import { openDb, type PooledSandbox, type Run } from '../../src/lib/server/db/index.ts';
import { assignments, attempts, pooledSandboxes, runs } from '../../src/lib/server/db/index.ts';
import type { Platform } from './platform.ts';

const execute = promisify(execFile);

export interface Container {
	name: string;
	sandbox: string;
	host: string;
	running: boolean;
}

export class Premises {
	readonly #platform: Platform;
	readonly #db: ReturnType<typeof openDb>;

	constructor(platform: Platform) {
		this.#platform = platform;
		this.#db = openDb(platform.data);
	}

	close(): void {
		this.#db.$client.close();
	}

	runs(): Run[] {
		return this.#db.select().from(runs).all();
	}

	pool(): PooledSandbox[] {
		return this.#db.select().from(pooledSandboxes).all();
	}

	/** How many checks have looked, by what was kept. */
	attempts(): number {
		return this.#db.select().from(attempts).all().length;
	}

	/** As if the time of every run were over. */
	timePasses(): void {
		this.#db.update(runs).set({ deadline: new Date() }).run();
	}

	/** As if everything up to now had been done, and was due, a day earlier. */
	dayPasses(): void {
		const earlier = (column: AnyColumn) => sql`${column} - 86400000`;
		this.#db
			.update(attempts)
			.set({ at: earlier(attempts.at) })
			.run();
		this.#db
			.update(assignments)
			.set({ dueAt: earlier(assignments.dueAt) })
			.run();
	}

	async containers(): Promise<Container[]> {
		const format = '{{.Names}}\t{{.Label "labwright.sandbox"}}\t{{.Label "labwright.host"}}\t{{.State}}';
		const lines = await this.#docker(['ps', '-a', '--format', format]);
		return lines.map((line) => {
			const [name = '', sandbox = '', host = '', state] = line.split('\t');
			return { name, sandbox, host, running: state === 'running' };
		});
	}

	/** What a command says in a host, without the server's help; empty when it fails. */
	async says(sandbox: string, host: string, command: string): Promise<string> {
		const there = (await this.containers()).find((one) => one.sandbox === sandbox && one.host === host);
		if (!there?.running) return '';
		return execute('docker', ['exec', there.name, 'sh', '-c', command]).then(
			({ stdout }) => stdout.trim(),
			() => ''
		);
	}

	/** What does not fit together, a line each: things nobody has a row for, and rows whose machines are not there. */
	async lies(): Promise<string[]> {
		const format = '{{.Name}}\t{{.Label "labwright.sandbox"}}';
		const networks = await this.#docker(['network', 'ls', '--format', format]);
		const volumes = await this.#docker(['volume', 'ls', '--format', format]);
		const containers = await this.containers();
		// The rows last: what begins meanwhile has its row first.
		const kept = this.runs().filter(({ endedAt, keptUntil }) => endedAt === null || keptUntil !== null);
		const names = new Set([...kept.map(sandboxOf), ...this.pool().map(({ id }) => `pool-${id}`)]);
		const owned = [
			...containers.map(({ name, sandbox }) => ({ what: `container ${name}`, sandbox })),
			...networks.map((line) => ({ what: `network ${line}`, sandbox: line.split('\t')[1] ?? '' })),
			...volumes.map((line) => ({ what: `volume ${line}`, sandbox: line.split('\t')[1] ?? '' }))
		];
		const up = (name: string) => containers.filter(({ sandbox, running }) => sandbox === name && running);
		const ready = [
			...kept.filter(({ endedAt, readyAt }) => endedAt === null && readyAt !== null).map(sandboxOf),
			...this.pool().flatMap(({ id, readyAt }) => (readyAt ? [`pool-${id}`] : []))
		];
		return [
			...owned.filter(({ sandbox }) => !names.has(sandbox)).map(({ what }) => `${what} is nobody's`),
			...ready.filter((name) => up(name).length === 0).map((name) => `${name} is ready, and not there`)
		];
	}

	async #docker([first = '', ...rest]: string[]): Promise<string[]> {
		const filter = ['--filter', `label=labwright.instance=${this.#platform.instance}`];
		const words = first === 'ps' ? [first] : [first, rest.shift() ?? ''];
		const { stdout } = await execute('docker', [...words, ...filter, ...rest]);
		return stdout.split('\n').filter(Boolean);
	}
}

/** What the sandbox of a run is called. */
export const sandboxOf = ({ id, generation, sandbox }: Run) => sandbox ?? `run-${id}-${generation}`;
