/**
 * Dossier: everything that is kept about one person, to be taken out or to be deleted.
 *
 * What belongs to somebody follows from the tables themselves: what dies with a person's row is
 * theirs. So a table that is added tomorrow is taken out and deleted too. Knows nothing of the web.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { ZipFile } from 'yazl';
import { users, type Db } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';
import { KEPT, README } from './readme.ts';
import { belongings } from './belongings.ts';

export interface DossierOptions {
	db: Db;
	/** Of the recordings of terminals. */
	recordings: string;
	/** Stop what runs for this person, and sign them out. */
	settle: (userId: number) => Promise<void>;
	/** Cut the ties of rows that stay without whose they were. */
	forget: (userId: number) => void;
	/** Delete the files whose rows are gone. */
	tidy: () => Promise<void>;
}

const RECORDING_ENDING = '.cast.gz';
const FIXED_TIME = { mode: 0o600 };

export class Dossier {
	/** What stays when an account is deleted, and why. */
	readonly kept = KEPT;
	readonly #options: DossierOptions;

	constructor(options: DossierOptions) {
		this.#options = options;
	}

	/** A zip of everything about somebody; null when there is nobody. */
	async export(userId: number): Promise<Readable | null> {
		const { db, recordings } = this.#options;
		const tables = belongings(db, userId);
		if (!tables.get('users')?.length) return null;
		const zip = new ZipFile();
		zip.addBuffer(Buffer.from(README), 'README.txt', FIXED_TIME);
		for (const [name, rows] of tables) {
			zip.addBuffer(Buffer.from(`${JSON.stringify(rows, null, '\t')}\n`), `${name}.json`, FIXED_TIME);
		}
		for (const { id } of (tables.get('recordings') ?? []) as { id: number }[]) {
			const file = `${id}${RECORDING_ENDING}`;
			if (await isThere(join(recordings, file))) zip.addFile(join(recordings, file), `recordings/${file}`);
		}
		zip.end();
		return Readable.from(zip.outputStream);
	}

	/** Delete somebody's account with all that is theirs. What stays is said in the readme. */
	async delete(userId: number): Promise<{ name: string } | Refusal> {
		const { db, settle, forget, tidy } = this.#options;
		const refusal = this.#refusal(userId);
		if (refusal) return refusal;
		await settle(userId);
		const gone = db.transaction(
			(rows) => {
				// Another operator may have gone meanwhile.
				const late = this.#refusal(userId);
				if (late) return late;
				forget(userId);
				rows.delete(users).where(eq(users.trialOf, userId)).run();
				return rows.delete(users).where(eq(users.id, userId)).returning({ name: users.name }).get();
			},
			{ behavior: 'immediate' }
		);
		if (!gone || 'refused' in gone) return gone ?? nobody();
		await tidy();
		db.$client.pragma('wal_checkpoint(TRUNCATE)'); // what was deleted stands in no log either
		return gone;
	}

	#refusal(userId: number): Refusal | null {
		const { db } = this.#options;
		const person = db.select().from(users).where(eq(users.id, userId)).get();
		if (!person) return nobody();
		if (person.role !== 'operator' || person.disabledAt) return null;
		const active = and(eq(users.role, 'operator'), isNull(users.disabledAt), ne(users.id, userId));
		const other = db.select({ id: users.id }).from(users).where(active).get();
		return other ? null : { refused: t('This is the last operator. Make somebody else an operator first.') };
	}
}

const nobody = (): Refusal => ({ refused: t('There is no such person. Reload the page.') });

const isThere = (file: string) =>
	stat(file).then(
		() => true,
		() => false
	);
