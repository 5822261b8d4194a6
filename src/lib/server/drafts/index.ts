/**
 * Drafts: labs that instructors bring along, beside those of the labs folder and never in it. A draft is
 * its owner's and the operators'; learners meet it once it is published, which takes a green proof of
 * just that content.
 *
 * Files lie below one folder of the data, each version in its own; a version is never changed. Knows
 * nothing of the web.
 */
import { EventEmitter } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bulletin } from '../bulletin.ts';
import type { Db } from '#lib/server/db/index.ts';
import type { Lab, Labs, LoadedLab, Problem } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import { openProofs, type KnownProof } from '#lib/server/proofs/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { moveIn, newFolder, readVersion, sweep } from './place.ts';
import { logText, Provers, type Proving } from './proving.ts';
import { DraftRows, type OwnedRow } from './rows.ts';
import { withShelf } from './shelf.ts';
import { refusalOf } from './unfit.ts';
import { unzip } from './unzip.ts';

export type { Proving } from './proving.ts';

/** Who acts. */
export interface Author {
	id: number;
	role: string;
}

export interface Draft extends Omit<OwnedRow, 'folder' | 'publishedFolder'> {
	/** The newest version; null when something in it must be mended first. */
	lab: Lab | null;
	/** What learners have; null while nothing is published. */
	published: Lab | null;
	problems: Problem[];
	proof: KnownProof | null;
	proving: Proving | null;
}

export interface DraftsOptions {
	db: Db;
	/** Below it lie the versions, and nothing else. */
	folder: string;
	/** Those of the labs folder. */
	labs: Labs;
	bulletin: Bulletin;
	log: Log;
}

const DRAFTS_MAX = 40;

type Version = Pick<LoadedLab, 'lab' | 'problems'>;

export class Drafts {
	readonly #options: DraftsOptions;
	readonly #rows: DraftRows;
	readonly #provers = new Provers();
	readonly #told = new EventEmitter().setMaxListeners(0);
	/** Versions as they were read, by their folder. */
	readonly #versions = new Map<string, Version>();
	/** The labs folder's and, behind them, what is published. */
	readonly catalogue: Labs;

	constructor(options: DraftsOptions) {
		this.#options = options;
		this.#rows = new DraftRows(options.db);
		this.catalogue = withShelf(options.labs, {
			all: () => this.#published(),
			onChange: (listener) => {
				this.#told.on('change', listener);
				return () => void this.#told.off('change', listener);
			}
		});
	}

	/** Read what is there, and take away what was cut off. */
	async open(): Promise<void> {
		const wanted = new Set(this.#rows.all().flatMap(foldersOf));
		await sweep(this.#options.folder, wanted);
		for (const folder of wanted) await this.#read(folder);
	}

	close(): void {
		this.#provers.close();
		this.#told.removeAllListeners();
	}

	/** Those this author may see, newest first. */
	list = (author: Author): Promise<Draft[]> =>
		Promise.all(
			this.#rows
				.all()
				.filter((row) => mayAct(author, row))
				.map((row) => this.#draft(row))
		);

	async find(author: Author, id: number): Promise<Draft | null> {
		const row = this.#row(author, id);
		return row && this.#draft(row);
	}

	/** A zip of one lab. `as`: a newer version of this draft; else its id in lab.yaml says whose version it is. */
	bringZip(author: Author, { name, bytes }: { name: string; bytes: Buffer }, as: number | null = null) {
		const origin = { kind: 'zip' as const, origin: name.slice(-120), path: '', commit: '' };
		return this.#bring(author, { origin, as }, async (version) => {
			const unpacked = join(version, 'incoming');
			await mkdir(unpacked, { recursive: true, mode: 0o700 });
			const refusal = await unzip(bytes, unpacked);
			if (!refusal) await moveIn(unpacked, version);
			await rm(unpacked, { recursive: true, force: true });
			return refusal;
		});
	}

	/** Have the newest version proven: it waits for those before it. */
	prove(author: Author, id: number): Refusal | null {
		const row = this.#row(author, id);
		if (!row) return GONE;
		if (!this.#versions.get(row.folder)?.lab)
			return { refused: 'Mend what is listed first: this is no lab yet.' };
		this.#provers.start(this.#path(row.folder), () => this.#tell(row));
		this.#tell(row);
		return null;
	}

	stopProof(author: Author, id: number): void {
		const row = this.#row(author, id);
		if (row) this.#provers.stop(this.#path(row.folder));
	}

	/** What the last proof of the newest version has said; null when there was none. */
	log(author: Author, id: number): Promise<string | null> {
		const row = this.#row(author, id);
		return row ? logText(this.#path(row.folder)) : Promise.resolve(null);
	}

	/** Show the newest version to learners. */
	async publish(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return GONE;
		const { folder, publishedFolder: before } = row;
		const unready = await this.#unready(row);
		if (unready) return unready;
		if (this.#rows.find(id)?.folder !== folder)
			return { refused: 'A newer version came meanwhile. Prove that one.' };
		this.#rows.change(id, { publishedFolder: folder, publishedAt: new Date() });
		this.#changed(row);
		if (before !== null && before !== folder) await this.#discard(before);
		return null;
	}

	/** Learners no longer meet it. Those at work on it finish, and what was reached stays. */
	async unpublish(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return GONE;
		const { folder, publishedFolder } = row;
		if (publishedFolder === null) return { refused: 'It is not published.' };
		this.#rows.change(id, { publishedFolder: null, publishedAt: null });
		this.#changed(row);
		if (publishedFolder !== folder) await this.#discard(publishedFolder);
		return null;
	}

	async remove(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return GONE;
		if (row.publishedFolder !== null)
			return { refused: 'It is published. Take it back first, then delete it.' };
		this.#rows.remove(id);
		this.#tell(row);
		await this.#discard(row.folder);
		return null;
	}

	/** The proof of what is published; null for any other lab. */
	async proofOf(lab: Pick<Lab, 'id' | 'digest'>): Promise<KnownProof | null> {
		const folder = this.#rows.ofLab(lab.id)?.publishedFolder;
		return folder ? openProofs(this.#path(folder)).find(lab) : null;
	}

	async #bring(
		author: Author,
		{ origin, as }: { origin: Origin; as: number | null },
		fill: (version: string) => Promise<Refusal | null>
	): Promise<{ id: number; newer: boolean } | Refusal> {
		const folder = newFolder();
		try {
			const wrong = (await fill(this.#path(folder))) ?? this.#placeFor(author, as, await this.#read(folder));
			if (refused(wrong)) {
				await this.#discard(folder);
				return wrong;
			}
			return await this.#keep(author, { ...origin, folder }, wrong);
		} catch (error) {
			await this.#discard(folder);
			return refusalOf(error);
		}
	}

	/** The draft of which this is a version, null for a new one; or why it cannot be kept. */
	#placeFor(author: Author, as: number | null, { lab }: Version): OwnedRow | null | Refusal {
		const asked = as === null ? null : this.#row(author, as);
		if (as !== null && !asked) return GONE;
		if (lab && this.#options.labs.lab(lab.id))
			return {
				refused: `The id \`${lab.id}\` belongs to a lab of this platform. Give yours another one in lab.yaml.`
			};
		const namesake = lab && this.#rows.ofLab(lab.id);
		if (namesake && !mayAct(author, namesake))
			return {
				refused: `The id \`${lab.id}\` belongs to a lab of ${namesake.owner ?? 'somebody else'}. Give yours another one in lab.yaml.`
			};
		if (asked?.labId && lab && asked.labId !== lab.id)
			return {
				refused: `This draft is the lab \`${asked.labId}\`, and what you brought is \`${lab.id}\`: results hang on the id. Bring it as a lab of its own.`
			};
		const place = asked ?? namesake;
		if (asked && namesake && asked.id !== namesake.id)
			return { refused: `There is a draft of \`${lab.id}\` already. Bring the newer version there.` };
		if (!place && this.#rows.countOf(author.id) >= DRAFTS_MAX)
			return { refused: `You have ${DRAFTS_MAX} drafts. Delete one that is no longer needed.` };
		return place;
	}

	async #keep(author: Author, brought: Origin & { folder: string }, place: OwnedRow | null) {
		const labId = this.#versions.get(brought.folder)?.lab?.id;
		const row = { ...brought, broughtAt: new Date(), ...(labId && { labId }) };
		if (!place) {
			const id = this.#rows.add({ ...row, ownerId: author.id });
			this.#options.bulletin.tell(author.id);
			return { id, newer: false };
		}
		this.#rows.change(place.id, row);
		this.#provers.stop(this.#path(place.folder));
		this.#tell(place);
		if (place.folder !== place.publishedFolder) await this.#discard(place.folder);
		return { id: place.id, newer: true };
	}

	/** Why the newest version of a draft cannot be published; null when it can. */
	async #unready({ folder, labId }: OwnedRow): Promise<Refusal | null> {
		// What is proven is what lies there now, whatever was read when it came.
		const { lab } = await this.#read(folder);
		if (!lab) return { refused: 'Something in this lab must be mended first; it is listed below.' };
		if (lab.id !== labId || this.#options.labs.lab(lab.id))
			return {
				refused: `The id \`${lab.id}\` belongs to another lab by now. Give yours another one in lab.yaml.`
			};
		if (this.#provers.state(this.#path(folder)))
			return { refused: 'Its proof is not through. Publish when it is.' };
		const proof = await openProofs(this.#path(folder)).find(lab);
		if (!proof || proof.stale)
			return { refused: 'It is published once it is proven. Start its proof first.' };
		if (proof.problems.length > 0)
			return {
				refused: 'Its proof has found problems; they are listed below. Mend them and bring the lab again.'
			};
		return null;
	}

	async #draft({ folder, publishedFolder, ...row }: OwnedRow): Promise<Draft> {
		const { lab, problems } = this.#versions.get(folder) ?? { lab: null, problems: [] };
		const path = this.#path(folder);
		const published = publishedFolder === null ? null : (this.#versions.get(publishedFolder)?.lab ?? null);
		const proof = lab && (await openProofs(path).find(lab));
		return { ...row, lab, problems, published, proof, proving: this.#provers.state(path) };
	}

	#row(author: Author, id: number): OwnedRow | null {
		const row = this.#rows.find(id);
		return row && mayAct(author, row) ? row : null;
	}

	#published = (): Lab[] =>
		this.#rows
			.all()
			.map(({ publishedFolder }) => publishedFolder !== null && this.#versions.get(publishedFolder)?.lab)
			.filter((lab) => lab !== false && lab !== undefined && lab !== null);

	async #read(folder: string): Promise<Version> {
		const { lab, problems } = await readVersion(this.#path(folder)).catch((error: Error) => {
			this.#options.log.error({ error, folder }, 'a draft cannot be read');
			return { lab: null, problems: [] };
		});
		this.#versions.set(folder, { lab, problems });
		return { lab, problems };
	}

	async #discard(folder: string): Promise<void> {
		this.#versions.delete(folder);
		await rm(this.#path(folder), { recursive: true, force: true });
	}

	#changed(row: OwnedRow): void {
		this.#told.emit('change');
		this.#tell(row);
	}

	#tell({ ownerId }: OwnedRow): void {
		if (ownerId !== null) this.#options.bulletin.tell(ownerId);
	}

	#path = (folder: string) => join(this.#options.folder, folder);
}

type Origin = { kind: 'zip' | 'git'; origin: string; path: string; commit: string };

const GONE: Refusal = { refused: 'There is no such draft of yours.' };

const mayAct = ({ id, role }: Author, { ownerId }: Pick<OwnedRow, 'ownerId'>) =>
	role === 'operator' || (role === 'instructor' && ownerId === id);

const foldersOf = ({ folder, publishedFolder }: OwnedRow) =>
	publishedFolder === null ? [folder] : [folder, publishedFolder];
