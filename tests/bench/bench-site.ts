/**
 * Where everything is measured: the production build on a fresh database and real Docker, with the
 * platform's own courses and the bench's lab. It clears up after itself.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ne } from 'drizzle-orm';
import { attempts, openDb } from '../../src/lib/server/db/index.ts';
import { findDocker } from '../../scripts/docker.mjs';
import {
	openEngine,
	type Sandbox,
	type SandboxEngine,
	type SandboxSpec
} from '../../src/lib/server/sandbox/index.ts';
import { Learner } from './learner.ts';

const execute = promisify(execFile);
const PATIENCE_MILLISECONDS = 30_000;
const POOL_MILLISECONDS = 180_000;

/** A learner with a lab that is on. */
export interface AtWork {
	learner: Learner;
	runId: number;
	/** Of the lab's only host. */
	container: string;
}

export class BenchSite {
	readonly instance = `b${Math.random().toString(36).slice(2, 9)}`;
	/** What peers run is marked with it. */
	readonly label = `labwright.bench=${this.instance}`;
	readonly folder = mkdtempSync(join(tmpdir(), 'labwright-bench-'));
	origin = '';
	#server: ChildProcess | undefined;
	#closing: Promise<void> | undefined;
	#engine: SandboxEngine | undefined;
	/** Of the server, in place of what every row has. */
	readonly #settings: Record<string, string>;
	readonly #atWork = new Map<string, Promise<AtWork>>();

	constructor(settings: Record<string, string> = {}) {
		this.#settings = settings;
	}

	get data() {
		return join(this.folder, 'data');
	}

	/** @throws with what the server said, when it does not come up. */
	async open(): Promise<void> {
		const address = await findDocker(process.env.DOCKER_HOST);
		if (!address) throw new Error('No Docker engine answers. Start one, or say where it is in DOCKER_HOST.');
		const labs = join(this.folder, 'labs');
		for (const from of ['labs', 'tests/bench/labs']) cpSync(resolve(from), labs, { recursive: true });
		this.#engine = openEngine({
			...{ kind: 'docker', address, containers: resolve('containers'), instance: `${this.instance}e` }
		});
		await this.#engine.prepare(['linux'], ({ text }) => console.log(text));
		await this.#serve(labs);
	}

	/** Somebody new, with a lab that is on. */
	async newcomer(name: string): Promise<AtWork> {
		const learner = await Learner.signUp(this.origin, name);
		const runId = await learner.start();
		return { learner, runId, container: `labwright-${this.instance}-run-${runId}-1-box` };
	}

	/** Those whose labs stay on for all rows; most rows need only Ada. */
	atWork(name: 'ada' | 'dora' = 'ada'): Promise<AtWork> {
		const there = this.#atWork.get(name) ?? this.newcomer(name);
		this.#atWork.set(name, there);
		return there;
	}

	/**
	 * A sandbox the server does not know: a host's resident listens to one engine at a time, so what
	 * is measured below the server is measured beside it.
	 */
	ownSandbox(name: 'one' | 'two'): Promise<Sandbox> {
		if (!this.#engine) throw new Error('The bench is not open.');
		return this.#engine.start(name, OWN); // or finds it
	}

	get serverPid(): number {
		return this.#server?.pid ?? 0;
	}

	/** As if the lab had been started so often: until as many sandboxes of it wait in the pool. */
	async demand(count: number): Promise<void> {
		const db = openDb(this.data);
		const users = db.$client.prepare('select id from users limit 1').get() as { id: number };
		const now = Date.now();
		const add = db.$client.prepare(
			`insert into runs (user_id, lab_id, digest, started_at, deadline, last_seen_at, ended_at)
			values (?, 'bench', '', ?, ?, ?, ?)`
		);
		const started = 'select count(*) as n from runs where started_at > ?';
		const { n } = db.$client.prepare(started).get(now - 60_000) as { n: number };
		for (let more = n; more < count; more++) add.run(users.id, now, now, now, now);
		const ready = db.$client.prepare('select count(*) as n from pooled_sandboxes where ready_at is not null');
		const patience = now + POOL_MILLISECONDS;
		while ((ready.get() as { n: number }).n < count) {
			if (Date.now() > patience) throw new Error(`The pool has not filled up to ${count}.`);
			await pause(50);
		}
		db.$client.close();
		await pause(300); // what made it fill is over
	}

	/** @throws when a check of anybody has not passed: what broke was not measured. */
	everyCheckPassed(): void {
		const db = openDb(this.data);
		const other = db.select().from(attempts).where(ne(attempts.verdict, 'pass')).limit(1).get();
		db.$client.close();
		if (other) throw new Error(`A check ended with ${other.verdict}: ${other.message} ${other.log}`);
	}

	/** The image of the bench's host, for peers to start. */
	readonly image = 'labwright/linux';

	/** Once, however often it is called. */
	close(): Promise<void> {
		return (this.#closing ??= this.#clear());
	}

	async #clear(): Promise<void> {
		if (this.#server?.exitCode === null) {
			const ended = new Promise((resolve) => this.#server?.once('exit', resolve));
			this.#server.kill('SIGTERM');
			await ended;
		}
		for (const name of (await this.#engine?.list()) ?? []) await this.#engine?.remove(name);
		await this.#engine?.close();
		for (const label of [this.label, `labwright.instance=${this.instance}`]) {
			const { stdout } = await execute('docker', ['ps', '-aq', '--filter', `label=${label}`]);
			const left = stdout.split('\n').filter(Boolean);
			if (left.length > 0) await execute('docker', ['rm', '-f', '-v', ...left]);
		}
		rmSync(this.folder, { recursive: true, force: true });
	}

	async #serve(labs: string): Promise<void> {
		const port = await freePort();
		const server = spawn(process.execPath, ['src/server.ts'], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {
				...{ ...process.env, ORIGIN: '', HOST: '127.0.0.1', PORT: `${port}`, LOG_LEVEL: 'warn' },
				...{ DATA: this.data, LABS: labs, INSTANCE: this.instance, LAB_MINUTES: '60' },
				...{ ENGINE: 'docker', CONTAINERS: '', SIGN_UP: 'open', POOL: '0' },
				...this.#settings
			}
		});
		this.#server = server;
		await new Promise<void>((resolve, reject) => {
			const fail = () => reject(new Error('The server did not come up. Is it built? Run: npm run build'));
			const timer = setTimeout(fail, PATIENCE_MILLISECONDS);
			server.once('exit', fail);
			server.stdout.on('data', (text: Buffer) => {
				if (!text.includes('Labwright is at')) return;
				clearTimeout(timer);
				server.off('exit', fail);
				resolve();
			});
		});
		this.origin = `http://localhost:${port}`;
	}
}

/** The same host as the bench's lab has. */
const OWN: SandboxSpec = {
	hosts: [
		{
			...{ name: 'box', image: 'linux', user: 'learner', profile: 'standard', sudo: false, networks: [] },
			...{ memoryMiB: 256, cpus: 1, pids: 256, diskMiB: 1024, env: {}, files: [] }
		}
	],
	networks: [],
	lifetimeSeconds: 1800,
	labels: {}
};

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
