/**
 * Drafts: labs that instructors bring along, beside those of the labs folder and never in it. A draft is
 * its owner's and the operators'; learners meet it once it is published, which takes a green proof of
 * just that content.
 *
 * Files lie below one folder of the data, each version in its own; a version is never changed. Knows
 * nothing of the web.
 */
import { EventEmitter } from 'node:events';
import type { Bulletin } from '../bulletin.ts';
import type { Db } from '#lib/server/db/index.ts';
import type { Lab, Labs, Problem } from '#lib/server/labs/index.ts';
import type { Log } from '../log.ts';
import { openProofs, type KnownProof, type Proofs } from '#lib/server/proofs/index.ts';
import { t, told } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';
import { mayAct, type Author } from './author.ts';
import { Bringing, type Brought } from './bringing.ts';
import type { Network } from './git.ts';
import { endingOf, logText, type Ending } from './proof-log.ts';
import { Provers, type Proving } from './proving.ts';
import { DraftRows, type OwnedRow } from './rows.ts';
import { withShelf } from './shelf.ts';
import { Versions } from './versions.ts';

export type { Author } from './author.ts';
export { ZIP_MIB, type Brought } from './bringing.ts';
export type { Ending } from './proof-log.ts';
export type { Proving } from './proving.ts';

export interface Draft extends Omit<OwnedRow, 'folder' | 'publishedFolder'> {
	/** The newest version; null when something in it must be mended first. */
	lab: Lab | null;
	/** What learners have; null while nothing is published. */
	published: Lab | null;
	problems: Problem[];
	proof: KnownProof | null;
	proving: Proving | null;
	/** How a proof came out that has left no card; null when there is one, or none was made. */
	ending: Ending | null;
}

export interface DraftsOptions {
	db: Db;
	/** Below it lie the versions, and nothing else. */
	folder: string;
	/** Folder of the images that are here. */
	containers: string;
	/** Those of the labs folder. */
	labs: Labs;
	/** What a lab asks for and can never have on this machine, in sentences. */
	lacks(lab: Lab): Promise<string[]>;
	/** Hosts and folders that repositories may be pulled from; none: nothing is pulled. */
	allowed: string[];
	network: Network;
	/** What the course of published drafts is called, asked each time. */
	title(): string;
	bulletin: Bulletin;
	log: Log;
}

export class Drafts {
	readonly #options: DraftsOptions;
	readonly #rows: DraftRows;
	readonly #versions: Versions;
	readonly #bringing: Bringing;
	readonly #provers = new Provers();
	#shelf: Lab[] = [];
	readonly #told = new EventEmitter().setMaxListeners(0);
	/** The labs folder's and, behind them, what is published. */
	readonly catalogue: Labs;

	constructor(options: DraftsOptions) {
		this.#options = options;
		this.#rows = new DraftRows(options.db);
		this.#versions = new Versions(options);
		const [rows, versions] = [this.#rows, this.#versions];
		const { labs, allowed, network } = options;
		const onReplaced = (before: OwnedRow) => this.#replaced(before);
		this.#bringing = new Bringing({ rows, versions, labs, allowed, network, onReplaced });
		this.catalogue = withShelf(labs, {
			title: options.title,
			all: () => this.#shelf,
			onChange: (listener) => {
				this.#told.on('change', listener);
				return () => void this.#told.off('change', listener);
			}
		});
	}

	/** Read what is there, and take away what was cut off. */
	async open(): Promise<void> {
		await this.#versions.open(new Set(this.#rows.all().flatMap(foldersOf)));
		this.#shelve();
	}

	async close(): Promise<void> {
		this.#versions.close();
		this.#told.removeAllListeners();
		await this.#provers.close();
	}

	/** Whether repositories can be pulled here, and from where. */
	get sources(): string[] {
		return this.#options.allowed;
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
		if (!row) return null;
		// An image that was lacking may have come.
		if (!this.#versions.find(row.folder).usable) await this.#versions.read(row.folder);
		return this.#draft(row);
	}

	/** The newest version of an author's lab, before learners have any; null when it cannot be played. */
	drafted(author: Author, labId: string): { id: number; lab: Lab } | null {
		const row = this.#rows.ofLab(labId);
		const lab = row && mayAct(author, row) ? this.#versions.find(row.folder).usable : null;
		return row && lab?.id === labId ? { id: row.id, lab } : null;
	}

	/** A zip of one lab. `as`: a newer version of this draft; else its id in lab.yaml says whose version it is. */
	bringZip(author: Author, zip: { name: string; bytes: Buffer }, as: number | null = null) {
		return this.#bringing.zip(author, zip, as);
	}

	/** What a repository holds at its newest commit. */
	pull(author: Author, source: { address: string; path: string }) {
		return this.#bringing.repository(author, source, null);
	}

	pullAgain(author: Author, id: number): Promise<Brought | Refusal> {
		const row = this.#row(author, id);
		if (row?.kind !== 'git') return Promise.resolve(gone());
		return this.#bringing.repository(author, { address: row.origin, path: row.path }, id);
	}

	/** Have the newest version proven: it waits for those before it. */
	async prove(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return gone();
		const { usable } = await this.#versions.read(row.folder);
		if (!usable) return { refused: t('Mend what is listed first: this lab cannot be played yet.') };
		const lacks = await this.#options.lacks(usable);
		if (lacks.length > 0) return { refused: lacks.map(told).join(' ') };
		if (isGreen(await this.#proofs(row.folder).find(usable)))
			return { refused: t('Just this content is proven already.') };
		await this.#provers.start(this.#versions.path(row.folder), () => this.#tell(row, author));
		this.#tell(row, author);
		return null;
	}

	async stopProof(author: Author, id: number): Promise<void> {
		const row = this.#row(author, id);
		if (row) await this.#provers.stop(this.#versions.path(row.folder));
	}

	/** What the last proof of the newest version has said; null when there was none. */
	log(author: Author, id: number): Promise<string | null> {
		const row = this.#row(author, id);
		return row ? logText(this.#versions.path(row.folder)) : Promise.resolve(null);
	}

	/** Show the newest version to learners. */
	async publish(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return gone();
		const { folder } = row;
		const unready = await this.#unready(row);
		if (unready) return unready;
		const now = this.#row(author, id);
		if (now?.folder !== folder) return { refused: t('A newer version came meanwhile. Prove that one.') };
		this.#rows.change(id, { publishedFolder: folder, publishedAt: new Date() });
		if (now.publishedFolder !== null && now.publishedFolder !== folder)
			this.#versions.discardLater(now.publishedFolder);
		this.#changed(row);
		return null;
	}

	/** Learners no longer meet it. Those at work on it finish, and what was reached stays. */
	unpublish(author: Author, id: number): Refusal | null {
		const row = this.#row(author, id);
		if (!row) return gone();
		const { folder, publishedFolder } = row;
		if (publishedFolder === null) return { refused: t('It is not published.') };
		this.#rows.change(id, { publishedFolder: null, publishedAt: null });
		if (publishedFolder !== folder) this.#versions.discardLater(publishedFolder);
		this.#changed(row);
		return null;
	}

	async remove(author: Author, id: number): Promise<Refusal | null> {
		const row = this.#row(author, id);
		if (!row) return gone();
		if (row.publishedFolder !== null)
			return { refused: t('It is published. Take it back first, then delete it.') };
		this.#rows.remove(id);
		await this.#provers.stop(this.#versions.path(row.folder));
		this.#versions.discardLater(row.folder);
		// Who deletes it is shown the list next: told now, their page would look for what is gone.
		if (row.ownerId !== author.id) this.#tell(row);
		return null;
	}

	/** Proof cards of the labs folder's labs, and of what is published. */
	proofsBeside = (shipped: Proofs): Proofs => ({
		find: async (lab) => {
			const folder = this.#options.labs.lab(lab.id) ? null : this.#rows.ofLab(lab.id)?.publishedFolder;
			return folder ? this.#proofs(folder).find(lab) : shipped.find(lab);
		},
		keep: (card) => shipped.keep(card)
	});

	/** Why the newest version of a draft cannot be published; null when it can. */
	async #unready({ folder, labId }: OwnedRow): Promise<Refusal | null> {
		// What is proven is what lies there now, whatever was read when it came.
		const { usable: lab } = await this.#versions.read(folder);
		if (!lab) return { refused: t('Something in this lab must be mended first; it is listed below.') };
		if (lab.id !== labId || this.#options.labs.lab(lab.id))
			return {
				refused: t('The id {id} belongs to another lab by now. Give yours another one in lab.yaml.', {
					id: lab.id
				})
			};
		if (this.#provers.state(this.#versions.path(folder)))
			return { refused: t('Its proof is not through. Publish when it is.') };
		const proof = await this.#proofs(folder).find(lab);
		if (!proof || proof.stale)
			return { refused: t('It is published once it is proven. Start its proof first.') };
		if (!isGreen(proof))
			return {
				refused: t('Its proof has found problems; they are listed below. Mend them and bring the lab again.')
			};
		return null;
	}

	async #draft({ folder, publishedFolder, ...row }: OwnedRow): Promise<Draft> {
		const { usable: lab, problems } = this.#versions.find(folder);
		const path = this.#versions.path(folder);
		const published = publishedFolder === null ? null : this.#versions.find(publishedFolder).lab;
		const proof = lab && (await this.#proofs(folder).find(lab));
		const proving = this.#provers.state(path);
		const ending = proof || proving ? null : endingOf(path);
		return { ...row, lab, problems, published, proof, proving, ending };
	}

	/** A newer version came: nobody waits for the proof of the one before. */
	async #replaced({ folder, publishedFolder, ...row }: OwnedRow): Promise<void> {
		await this.#provers.stop(this.#versions.path(folder));
		if (folder !== publishedFolder) await this.#versions.discard(folder);
		this.#tell(row);
	}

	#row(author: Author, id: number): OwnedRow | null {
		const row = this.#rows.find(id);
		return row && mayAct(author, row) ? row : null;
	}

	#shelve(): void {
		this.#shelf = this.#rows
			.all()
			.flatMap(({ publishedFolder }) => (publishedFolder ? [this.#versions.find(publishedFolder).lab] : []))
			.filter((lab) => lab !== null);
	}

	#proofs = (folder: string): Proofs => openProofs(this.#versions.path(folder));

	#changed(row: OwnedRow): void {
		this.#shelve();
		this.#told.emit('change');
		this.#tell(row);
	}

	/** Whoever looks at it reads again: its owner, and who acts on it. */
	#tell({ ownerId }: Pick<OwnedRow, 'ownerId'>, author?: Author): void {
		for (const id of new Set([ownerId, author?.id ?? null])) if (id !== null) this.#options.bulletin.tell(id);
	}
}

const gone = (): Refusal => ({ refused: t('There is no such draft of yours.') });

const isGreen = (proof: KnownProof | null): boolean =>
	proof !== null && !proof.stale && proof.problems.length === 0;

const foldersOf = ({ folder, publishedFolder }: OwnedRow) =>
	publishedFolder === null ? [folder] : [folder, publishedFolder];
