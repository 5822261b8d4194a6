/**
 * What operators and data rights need, put together: a part of services.ts, which opens it and is
 * the only one to know it.
 */
import { join } from 'node:path';
import about from '../../../package.json' with { type: 'json' };
import { Audit } from './audit/index.ts';
import type { Auth } from './auth/index.ts';
import type { Config } from './config.ts';
import { Credentials, type CredentialsOptions } from './credentials/index.ts';
import type { Db } from './db/index.ts';
import { Dossier } from './dossier/index.ts';
import type { Labs } from './labs/index.ts';
import { Metrics } from './metrics/index.ts';
import type { Progress } from './progress/index.ts';
import type { Recordings } from './recordings/index.ts';
import type { Runs } from './runs/index.ts';
import type { SandboxEngine } from './sandbox/index.ts';

export interface Operations {
	audit: Audit;
	metrics: Metrics;
	credentials: Credentials;
	dossier: Dossier;
}

export interface Rooms {
	db: Db;
	auth: Auth;
	labs: Labs;
	progress: Progress;
	runs: Runs;
	recordings: Recordings;
	engine: SandboxEngine;
	/** The account in which somebody tries labs out. */
	trialOf: (userId: number) => number | null;
	/** The best drill somebody has played on a lab. */
	drillOf: CredentialsOptions['drillOf'];
}

/** Close what has a timer: `audit`. */
export function openOperations(config: Config, rooms: Rooms): Operations {
	const { db, auth, labs, progress, runs, recordings, engine } = rooms;
	const audit = new Audit(db, config);
	audit.open();
	const credentials = new Credentials({
		...{ db, labs, progress, origin: config.ORIGIN },
		issuer: () => config.PLATFORM_NAME,
		drillOf: rooms.drillOf
	});
	const metrics = new Metrics({
		...{ db, engine, version: about.version, token: config.METRICS_TOKEN, origin: config.ORIGIN },
		pooled: () => runs.capacity.pooled()
	});
	const dossier = new Dossier({
		...{ db, recordings: join(config.DATA, 'recordings') },
		async settle(userId) {
			await auth.signOutEverywhere(userId);
			const own = [userId, rooms.trialOf(userId)].filter((id) => id !== null);
			for (const run of own.flatMap((id) => runs.active(id)))
				await runs.stop(run, 'The account was deleted.');
		},
		forget: (userId) => credentials.forget(userId),
		tidy: () => recordings.tidy()
	});
	return { audit, metrics, credentials, dossier };
}
