/** For tests only: drafts on a real database and disk, beside the labs of the tests. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Bulletin } from '../bulletin.ts';
import { openLog } from '../log.ts';
import { openDb, users, type Db } from '#lib/server/db/index.ts';
import { openLabs, type Labs } from '#lib/server/labs/index.ts';
import { Drafts, type Brought, type DraftsOptions } from './index.ts';
import { QUESTION, zipOfFiles } from './testing.ts';

export const [ada, grace, olga] = [
	{ id: 1, role: 'instructor' },
	{ id: 2, role: 'instructor' },
	{ id: 3, role: 'operator' }
] as const;

/** The question, with one passage of its lab.yaml replaced. */
export const withYaml = (from: string, to: string) => ({
	...QUESTION,
	'lab.yaml': QUESTION['lab.yaml']!.replace(from, to)
});

export class Ground {
	readonly root: string;
	readonly db: Db;
	readonly labs: Labs;
	drafts: Drafts;

	readonly #lacks: DraftsOptions['lacks'];

	static async open(lacks: DraftsOptions['lacks'] = () => Promise.resolve([])): Promise<Ground> {
		const root = await mkdtemp(join(tmpdir(), 'drafts-'));
		const ground = new Ground(root, await openLabs(resolve('tests/labs')), lacks);
		await ground.drafts.open();
		return ground;
	}

	private constructor(root: string, labs: Labs, lacks: DraftsOptions['lacks']) {
		this.#lacks = lacks;
		this.root = root;
		this.labs = labs;
		this.db = openDb(join(root, 'data'));
		for (const [name, { role }] of Object.entries({ ada, grace, olga }))
			this.db.insert(users).values({ name, role, passwordHash: '', createdAt: new Date() }).run();
		this.drafts = this.#drafts([]);
	}

	async close(): Promise<void> {
		await this.drafts.close();
		this.labs.close();
		this.db.$client.close();
		await rm(this.root, { recursive: true });
	}

	/** As after a restart of the server. */
	async again(allowed: string[] = []): Promise<void> {
		await this.drafts.close();
		this.drafts = this.#drafts(allowed);
		await this.drafts.open();
	}

	bring(
		files: Record<string, string> = QUESTION,
		{ by = ada as { id: number; role: string }, as = null as number | null } = {}
	) {
		return this.drafts.bringZip(by, { name: 'port.zip', bytes: zipOfFiles(files) }, as);
	}

	/** The draft that it has become. */
	async brought(files = QUESTION): Promise<number> {
		return ((await this.bring(files)) as Brought).id;
	}

	get folder(): string {
		return join(this.root, 'data/drafts');
	}

	versions = (): Promise<string[]> => readdir(this.folder).catch(() => []);

	#drafts = (allowed: string[]) =>
		new Drafts({
			...{
				db: this.db,
				labs: this.labs,
				allowed,
				network: {},
				folder: this.folder,
				containers: resolve('containers')
			},
			lacks: this.#lacks,
			...{ bulletin: new Bulletin(), log: openLog('error'), title: () => 'Our own labs' }
		});
}
