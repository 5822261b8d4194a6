/**
 * Bringing a lab: a zip, or what a repository holds, becomes a version, and finds the draft that it is a
 * version of. What is refused leaves nothing behind.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Labs } from '#lib/server/labs/index.ts';
import { t } from '#lib/words/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { mayAct, type Author } from './author.ts';
import type { Network } from './git.ts';
import { moveIn, newFolder } from './place.ts';
import { fetchRepository, type Source } from './repository.ts';
import type { DraftRows, OwnedRow } from './rows.ts';
import { refusalOf } from './unfit.ts';
import { unzip } from './unzip.ts';
import type { Version, Versions } from './versions.ts';

export interface BringingOptions {
	rows: DraftRows;
	versions: Versions;
	/** Those of the labs folder: their ids are taken. */
	labs: Pick<Labs, 'lab'>;
	/** Hosts and folders that repositories may be pulled from, and how those are reached. */
	allowed: string[];
	network: Network;
	/** A newer version has come: what is made of the old one may end. */
	onReplaced(before: OwnedRow): Promise<void>;
}

export interface Brought {
	id: number;
	/** It is a newer version of a draft that was there. */
	newer: boolean;
}

type Origin = Pick<OwnedRow, 'kind' | 'origin' | 'path' | 'commit'>;

const DRAFTS_MAX = 40;
export const ZIP_MIB = 24;
const ZIP_MAX = ZIP_MIB * 1024 * 1024;
/** Each of them is held in memory while it is read. */
const AT_ONCE = 2;

export class Bringing {
	readonly #options: BringingOptions;
	#busy = 0;

	constructor(options: BringingOptions) {
		this.#options = options;
	}

	zip(author: Author, { name, bytes }: { name: string; bytes: Buffer }, as: number | null) {
		return this.#bring(author, as, async (version) => {
			const wrong = bytes.length > ZIP_MAX ? tooLarge() : await this.#unpack(bytes, version);
			return wrong ?? { kind: 'zip', origin: name.slice(-120), path: '', commit: '' };
		});
	}

	repository(author: Author, source: Source, as: number | null) {
		const { allowed, network } = this.#options;
		return this.#bring(author, as, async (version) => {
			const into = join(version, 'repository');
			const { zip, commit } = await fetchRepository(source, { allowed, network, into, most: ZIP_MAX });
			const wrong = await this.#unpack(zip, version);
			return wrong ?? { kind: 'git', origin: source.address, path: source.path, commit };
		});
	}

	async #unpack(bytes: Buffer, version: string): Promise<Refusal | null> {
		const unpacked = join(version, 'incoming');
		await mkdir(unpacked, { recursive: true, mode: 0o700 });
		const refusal = await unzip(bytes, unpacked);
		if (!refusal) await moveIn(unpacked, version);
		await rm(unpacked, { recursive: true, force: true });
		return refusal;
	}

	async #bring(
		author: Author,
		as: number | null,
		fill: (version: string) => Promise<Origin | Refusal>
	): Promise<Brought | Refusal> {
		if (this.#busy >= AT_ONCE)
			return { refused: t('Others are bringing labs just now. Try again in a minute.') };
		const { versions } = this.#options;
		const folder = newFolder();
		this.#busy++;
		try {
			const origin = await fill(versions.path(folder));
			const place = refused(origin) ? origin : this.#placeFor(author, as, await versions.read(folder));
			if (!refused(origin) && !refused(place)) return await this.#keep(author, { ...origin, folder }, place);
			await versions.discard(folder);
			return refused(origin) ? origin : (place as Refusal);
		} catch (error) {
			await versions.discard(folder);
			return refusalOf(error);
		} finally {
			this.#busy--;
		}
	}

	/** The draft of which this is a version, null for a new one; or why it cannot be kept. */
	#placeFor(author: Author, as: number | null, { lab }: Version): OwnedRow | null | Refusal {
		const { rows } = this.#options;
		const asked = as === null ? null : this.#own(author, as);
		if (as !== null && !asked) return { refused: t('There is no such draft of yours.') };
		const namesake = lab && rows.ofLab(lab.id);
		const wrong = lab && (this.#taken(lab.id) ?? wrongPlace(author, { asked, namesake, id: lab.id }));
		return wrong ?? asked ?? namesake ?? this.#room(author);
	}

	#taken(id: string): Refusal | null {
		if (!this.#options.labs.lab(id)) return null;
		return {
			refused: t('The id {id} belongs to a lab of this platform. Give yours another one in lab.yaml.', { id })
		};
	}

	#own(author: Author, id: number): OwnedRow | null {
		const row = this.#options.rows.find(id);
		return row && mayAct(author, row) ? row : null;
	}

	/** Null where there is room for one more. */
	#room({ id }: Author): Refusal | null {
		return this.#options.rows.countOf(id) < DRAFTS_MAX
			? null
			: { refused: t('You have {n} drafts. Delete one that is no longer needed.', { n: DRAFTS_MAX }) };
	}

	async #keep(
		author: Author,
		brought: Origin & { folder: string },
		place: OwnedRow | null
	): Promise<Brought> {
		const { rows, versions, onReplaced } = this.#options;
		const labId = versions.find(brought.folder).lab?.id;
		const row = { ...brought, broughtAt: new Date(), ...(labId && { labId }) };
		if (!place) return { id: rows.add({ ...row, ownerId: author.id }), newer: false };
		rows.change(place.id, row);
		await onReplaced(place);
		return { id: place.id, newer: true };
	}
}

const tooLarge = (): Refusal => ({
	refused: t('This is larger than the {size} MiB that a lab’s zip may have.', { size: ZIP_MIB })
});

/** Results hang on the id of a lab, so no draft may become another one, or somebody else's. */
function wrongPlace(
	author: Author,
	{ asked, namesake, id }: { asked: OwnedRow | null; namesake: OwnedRow | null; id: string }
): Refusal | null {
	if (namesake && !mayAct(author, namesake))
		return {
			refused: t('The id {id} belongs to somebody else’s lab. Give yours another one in lab.yaml.', { id })
		};
	if (asked?.labId && asked.labId !== id)
		return {
			refused: t(
				'This draft is the lab {before}, and what you brought is {id}: results hang on the id. Bring it as a lab of its own.',
				{ before: asked.labId, id }
			)
		};
	if (asked && namesake && asked.id !== namesake.id)
		return { refused: t('There is a draft of {id} already. Bring the newer version there.', { id }) };
	return null;
}
