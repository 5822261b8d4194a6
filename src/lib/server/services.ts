/**
 * The whole server, put together. The only file that knows every room; read it to see what there
 * is and who needs whom.
 */
import { join } from 'node:path';
import { findDocker } from '../../../scripts/docker.mjs';
import { openDrills } from './drill-ground.ts';
import { dockerOptions } from './docker-options.ts';
import { doorkeeper } from './doorkeeper.ts';
import { Fitting } from './fitting.ts';
import { openAuth, type Auth } from './auth/index.ts';
import { Bulletin } from './bulletin.ts';
import { Capstones } from './capstones/index.ts';
import { Classes } from './classes/index.ts';
import type { Config } from './config.ts';
import { openDb, secretFor, type Attempt, type Db } from './db/index.ts';
import { Drafts, type DraftsOptions } from './drafts/index.ts';
import { Crews } from './crews/index.ts';
import type { Drills } from './drills/index.ts';
import { openFiles, type Files } from './files/index.ts';
import type { GameDays } from './game-days/index.ts';
import { renderGuide, findAsset } from './guides/index.ts';
import {
	DRILL_PLACE,
	Editions,
	inLanguage,
	learnerView,
	openLab,
	openLabs,
	speaking,
	type Labs
} from './labs/index.ts';
import { HouseLogos } from './house-logo.ts';
import { Lessons, type LessonsOptions } from './lessons/index.ts';
import { openLog, type Log } from './log.ts';
import { openOperations, type Operations } from './operations.ts';
import { People } from './people/index.ts';
import { Preferences } from './preferences.ts';
import { openOnlookers } from './onlookers.ts';
import { PreviewDoor } from './preview-door.ts';
import { Previews } from './previews/index.ts';
import { Progress } from './progress/index.ts';
import { openProofs, type Proofs } from './proofs/index.ts';
import { Recordings, type Happened } from './recordings/index.ts';
import { Runs, type Limits } from './runs/index.ts';
import { openEngine, type EngineOptions, type SandboxEngine } from './sandbox/index.ts';
import { openTerminals, type Terminals } from './terminal/index.ts';
import { neverFits } from './scenes/index.ts';
import { Trials } from './trials/index.ts';
import { Watchings } from './watching/index.ts';
import { language, t } from '#lib/words/index.ts';
import { Workbench } from './workbench/index.ts';

export interface Services extends Operations {
	config: Config;
	/** What of it an operator changes in the page. */
	preferences: Preferences;
	/** What stands in front of people for this installation. */
	logos: HouseLogos;
	log: Log;
	bulletin: Bulletin;
	labs: Labs;
	/** Which of them this machine can run. */
	fitting: Fitting;
	guides: {
		render: typeof renderGuide;
		asset: typeof findAsset;
		view: typeof learnerView;
		inLanguage: typeof inLanguage;
	};
	auth: Auth;
	people: People;
	classes: Classes;
	capstones: Capstones;
	lessons: Lessons;
	progress: Progress;
	proofs: Proofs;
	/** Labs that instructors bring along; what of them is published is among `labs`. */
	drafts: Drafts;
	engine: Pick<SandboxEngine, 'health' | 'machine'>;
	runs: Runs;
	drills: Drills;
	gameDays: GameDays;
	crews: Crews;
	recordings: Recordings;
	terminals: Terminals;
	files: Files;
	/** Pages that machines serve; `previewDoor` says who may see which. */
	previews: Previews;
	previewDoor: PreviewDoor;
	watchings: Watchings;
	trials: Trials;
	/** Null unless this server is one author's, for one lab. */
	workbench: Workbench | null;
	/** Until what was kept outlives a power cut; who says that it is kept waits for it. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

export async function openServices(config: Config): Promise<Services> {
	const [log, db] = [openLog(config.LOG_LEVEL), openDb(config.DATA, { waits: true })];
	const [bulletin, logos] = [new Bulletin(() => db.settled()), new HouseLogos(db, config)];
	const preferences = new Preferences(db, config);
	const shipped = config.WORKBENCH ? await openLab(config.WORKBENCH) : await openLabs(config.LABS);
	const engine = openEngine(await engineOptions(config));
	const drafts = await openDrafts(config, { db, bulletin, log, engine, labs: shipped });
	const labs = drafts.catalogue;
	const auth = await openAuth({ db, origin: config.ORIGIN, signUp: config.SIGN_UP });
	const people = new People(db, auth);
	const progress = new Progress({ db, bulletin, labs });
	const told = speaking(labs, () => [language()]);
	const classes = new Classes({ db, auth, bulletin, labs: told, invitations: people.invitations });
	const [watchings, fitting] = [new Watchings({ db, bulletin }), new Fitting({ labs, engine, log })];
	const happened: Happened = (of) => [...runs.faults.marks(of), ...drills.marks(of)];
	const recordings = openRecordings(config, { db, log, labs, happened });
	const [proofs, crews] = [drafts.proofsBeside(openProofs(config.LABS)), new Crews(db)];
	const runs = new Runs({
		...{ db, engine, labs, progress, bulletin, log, ...settingsOf(config, db) },
		mayWork: (userId, run) => mayWork(userId, run),
		mark: (runId, kind, text) => recordings.mark(runId, kind, text),
		onLook: (look) => workbench?.saw(look),
		proven: (lab) => proofs.find(lab)
	});
	const trials = new Trials({ db, runs, progress, bulletin, log });
	const mayWork: MayWork = (userId, run) => crews.mayWork(userId, run) || trials.mayWork(userId, run);
	const workbench = config.WORKBENCH ? openWorkbench({ labs, runs, bulletin, log }) : null;
	await runs.open();
	const lessons = openLessons(config, { db, bulletin, log, progress, labs, runs });
	await fitting.open();
	const rooms = { runs, progress, recordings, crews };
	const { drills, gameDays } = openDrills({ db, bulletin, log, labs, classes }, rooms);
	watchings.open();
	const terminals = terminalsOf(config, { log, auth, runs, mayWork, recordings, people, watchings });
	const shown = previewsOf(config, { db, auth, runs, mayWork, people, watchings });
	const own = { trialOf: trials.accountOf, drillOf: drills.reports.best };
	const operations = openOperations(config, { ...rooms, ...own, db, auth, labs, engine });

	return {
		...{ config, log, bulletin, labs, auth, people, progress, proofs, engine, runs, terminals, workbench },
		...{ recordings, watchings, trials, classes, lessons, drafts, ...operations },
		...{ drills, gameDays, crews, fitting, files: openFiles(), preferences, logos, ...shown },
		...{ capstones: new Capstones(db), settled: () => db.settled() },
		guides: { render: renderGuide, asset: findAsset, view: learnerView, inLanguage },
		async close() {
			for (const one of [shown.previews, operations.audit, workbench, trials.jumps]) one?.close();
			await terminals.close();
			await drills.close();
			await lessons.close();
			watchings.close();
			await recordings.close();
			await fitting.close();
			await runs.close();
			await Promise.all([engine.close(), drafts.close()]);
			auth.close();
			labs.close();
			db.$client.close();
		}
	};
}

async function openDrafts(
	config: Config,
	{ engine, ...rooms }: Pick<DraftsOptions, 'db' | 'bulletin' | 'log' | 'labs'> & { engine: SandboxEngine }
): Promise<Drafts> {
	const drafts = new Drafts({
		// An engine that does not answer says nothing about a lab; the proof then says that it does not.
		lacks: (lab) => neverFits(engine, lab).catch(() => []),
		...{ ...rooms, folder: join(config.DATA, 'drafts'), containers: config.CONTAINERS },
		allowed: config.GIT_HOSTS,
		network: config,
		title: () =>
			config.PLATFORM_NAME === 'Labwright'
				? t('Our own labs')
				: t('Labs of {platform}', { platform: config.PLATFORM_NAME })
	});
	await drafts.open();
	return drafts;
}

/** Who may open the machines of a run: its learner, their crew, and the author whose trial it is. */
type MayWork = Crews['mayWork'];

/** What runs are told by the configuration. */
const settingsOf = (config: Config, db: Db) => ({
	...{ limits: limitsIn(config), editions: new Editions(join(config.DATA, 'labs')) },
	// An author draws the same parameters each time: what was seen can be seen again.
	key: config.WORKBENCH ? 'author' : secretFor(db, 'parameters'),
	follow: config.WORKBENCH !== undefined,
	pool: { sandboxes: config.WORKBENCH ? 0 : config.POOL, memoryMiB: config.POOL_MIB }
});

function openWorkbench({ log, ...rooms }: Pick<Services, 'labs' | 'runs' | 'bulletin' | 'log'>): Workbench {
	const onError = (error: unknown) => log.error({ error }, 'a saved file could not be followed');
	return new Workbench({ ...rooms, onError });
}

function openLessons(config: Config, rooms: Omit<LessonsOptions, 'poolSize' | 'key'>): Lessons {
	const poolSize = config.WORKBENCH ? 0 : config.POOL;
	const lessons = new Lessons({ ...rooms, poolSize, key: secretFor(rooms.db, 'pseudonyms') });
	lessons.open();
	return lessons;
}

function terminalsOf(
	config: Config,
	{
		log,
		auth,
		runs,
		mayWork,
		recordings,
		...watching
	}: Pick<Services, 'log' | 'auth' | 'runs' | 'recordings' | 'people' | 'watchings'> & { mayWork: MayWork }
): Terminals {
	const terminals = openTerminals({
		admit: doorkeeper({
			...{ auth, runs, mayWork, recordings, origin: config.ORIGIN },
			onlookers: openOnlookers({ runs, ...watching })
		}),
		folder: join(config.DATA, 'screens'),
		log
	});
	auth.onSessionEnd((sessionId) => terminals.endSession(sessionId));
	return terminals;
}

function previewsOf(
	config: Config,
	{
		db,
		auth,
		...rooms
	}: { db: Db; mayWork: MayWork } & Pick<Services, 'auth' | 'runs' | 'people' | 'watchings'>
): Pick<Services, 'previews' | 'previewDoor'> {
	const key = secretFor(db, 'previews');
	const previews = new Previews({ origin: config.PREVIEW_ORIGIN, platform: config.ORIGIN, key });
	auth.onSessionEnd((sessionId) => previews.endSession(sessionId));
	return { previews, previewDoor: new PreviewDoor({ previews, ...rooms }) };
}

type Recorded = { db: Db; log: Log; labs: Labs; happened: Happened };

function openRecordings(config: Config, { db, log, labs, happened }: Recorded): Recordings {
	const recordings = new Recordings({
		...{ db, log, happened, folder: join(config.DATA, 'recordings') },
		get days() {
			return config.RECORDINGS_DAYS;
		},
		get mebibytes() {
			return config.RECORDINGS_MIB;
		},
		titles: (attempt) => titleOf(labs, attempt)
	});
	recordings.open();
	return recordings;
}

/** A check's name in front of people: its task's, and its own where that is told. */
function titleOf(
	labs: Labs,
	{ labId, task, check }: Pick<Attempt, 'labId' | 'task' | 'check'>
): string | null {
	if (task === DRILL_PLACE.task) return 'Drill';
	const about = labs.lab(labId)?.tasks.find(({ id }) => id === task);
	const title = about?.checks.find(({ id, hidden }) => id === check && !hidden)?.title;
	return about ? [about.title, title].filter((part) => part && part !== check).join(' · ') : null;
}

/** Read each time anew: an operator may change them while we run. */
const limitsIn = (config: Config): Limits => ({
	get total() {
		return config.MAX_SANDBOXES;
	},
	get perLearner() {
		return config.MAX_SANDBOXES_PER_LEARNER;
	},
	get minutes() {
		return config.LAB_MINUTES;
	},
	get minutesMax() {
		return config.LAB_MINUTES_MAX;
	},
	get idleMinutes() {
		return config.IDLE_MINUTES;
	},
	get keepHours() {
		return config.KEEP_HOURS;
	}
});

async function engineOptions(config: Config): Promise<EngineOptions> {
	if (config.ENGINE === 'memory') return { kind: 'memory' };
	// An engine that is down now may be up later: labs say so when somebody starts one.
	const address =
		(await findDocker(config.DOCKER_HOST)) ?? config.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
	return dockerOptions(config, { address, instance: config.INSTANCE });
}
