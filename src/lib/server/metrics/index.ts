/**
 * Metrics: how the platform is, for Prometheus, and whether it answers.
 *
 * What is there is asked when somebody scrapes; only requests are counted as they pass. No name of
 * a person, no address and no lab's answer is ever a label. Knows nothing of the web.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Db } from '#lib/server/db/index.ts';
import { attemptCounts, isAnswering, openRuns, peopleCounts, signedIn } from './counts.ts';

export interface MetricsOptions {
	db: Db;
	version: string;
	/** What a scrape must show; undefined: only this machine may, and only while no proxy is in front. */
	token: string | undefined;
	/** The address people type. */
	origin: string;
	engine: { list(): Promise<string[]>; machine(): Promise<EngineRoom> };
	pooled: () => { ready: number; making: number }[];
}

interface EngineRoom {
	memoryFreeMiB: number | null;
	diskFreeMiB: number | null;
}

const MIB = 1024 * 1024;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

export class Metrics {
	readonly #options: MetricsOptions;
	readonly #registry = new Registry();
	readonly #requests: Histogram;
	readonly #failures: Counter;

	constructor(options: MetricsOptions) {
		this.#options = options;
		const registers = [this.#registry];
		collectDefaultMetrics({ register: this.#registry });
		this.#requests = new Histogram({
			...{ name: 'labwright_request_seconds', help: 'Time until an answer began.', registers },
			labelNames: ['route', 'method', 'status'],
			buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10]
		});
		this.#failures = new Counter({
			...{ name: 'labwright_page_failures_total', help: 'Answers that failed unexpectedly.', registers }
		});
		this.#addRows();
		this.#addEngine();
	}

	/** A request was answered. `route` is the route's pattern, so that there are few of them; null for none of ours. */
	answered(route: string | null, method: string, status: number, seconds: number): void {
		this.#requests.observe({ route: route ?? 'none', method, status: `${status}` }, seconds);
	}

	failed(): void {
		this.#failures.inc();
	}

	/** Whether who asks may see the numbers. */
	admits(authorization: string | null, address: string): boolean {
		const { token, origin } = this.#options;
		// Behind a proxy everybody comes from this machine: then only the token tells who may.
		if (token === undefined)
			return LOOPBACK.test(address) && /^(localhost|127\.|\[::1\])/.test(new URL(origin).hostname);
		return sameSecret(authorization ?? '', `Bearer ${token}`);
	}

	/** Whether the platform can serve: its database answers. Labs on an engine that is down say so themselves. */
	isReady = (): boolean => isAnswering(this.#options.db);

	/** In Prometheus' own format. */
	async scrape(): Promise<{ type: string; text: string }> {
		return { type: this.#registry.contentType, text: await this.#registry.metrics() };
	}

	/** What the database knows. */
	#addRows(): void {
		const { db, version } = this.#options;
		this.#gauge('labwright_info', 'Which version this is.', (gauge) => gauge.set({ version }, 1), [
			'version'
		]);
		this.#gauge('labwright_signed_in', 'Sessions that are open.', (gauge) => gauge.set(signedIn(db)));
		this.#gauge(
			...(['labwright_people', 'Accounts that are not switched off, by role.'] as const),
			(gauge) => peopleCounts(db).forEach(({ role, count }) => gauge.set({ role }, count)),
			['role']
		);
		this.#gauge(
			...(['labwright_runs', 'Runs that are on: waiting in line, starting, or ready.'] as const),
			(gauge) => Object.entries(openRuns(db)).forEach(([state, count]) => gauge.set({ state }, count)),
			['state']
		);
		this.#gauge(
			...(['labwright_attempts', 'Verdicts on learners’ work in the last hour.'] as const),
			(gauge) => attemptCounts(db).forEach(({ verdict, count }) => gauge.set({ verdict }, count)),
			['verdict']
		);
	}

	/** What the engine says. It is down when it does not: that is a figure too, and no failure. */
	#addEngine(): void {
		const { engine, pooled } = this.#options;
		this.#gauge('labwright_pooled', 'Sandboxes that wait for a learner.', (gauge) =>
			gauge.set(pooled().reduce((sum, { ready }) => sum + ready, 0))
		);
		this.#gauge('labwright_engine_up', 'Whether the engine of the sandboxes answers.', async (gauge) =>
			gauge.set((await engine.list().catch(() => null)) ? 1 : 0)
		);
		this.#gauge('labwright_sandboxes', 'Sandboxes there are, pooled ones included.', async (gauge) =>
			gauge.set((await engine.list().catch(() => [])).length)
		);
		const help = 'Free on the machine of the sandboxes.';
		const tell = async (gauge: Gauge) => {
			const room = await engine.machine().catch(() => null);
			if (room && room.memoryFreeMiB !== null) gauge.set({ of: 'memory' }, room.memoryFreeMiB * MIB);
			if (room && room.diskFreeMiB !== null) gauge.set({ of: 'disk' }, room.diskFreeMiB * MIB);
		};
		this.#gauge('labwright_free_bytes', help, tell, ['of']);
	}

	#gauge(name: string, help: string, collect: (gauge: Gauge) => unknown, labelNames: string[] = []): Gauge {
		const registers = [this.#registry];
		const gauge: Gauge = new Gauge({
			...{ name, help, labelNames, registers },
			async collect() {
				if (labelNames.length > 0) this.reset();
				await collect(this);
			}
		});
		return gauge;
	}
}

/** Without telling by its time where they differ. */
function sameSecret(one: string, other: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(one), hash(other));
}
