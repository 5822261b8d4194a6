/**
 * Work that is not saved yet, in this browser: it survives a reload and a closed window. A few texts of
 * bounded length; the oldest goes when there are too many.
 */
export interface Draft {
	text: string;
	/** Of the text on the disk that it began with: saving over another one is asked about. */
	version: string;
	/** Milliseconds since 1970. */
	at: number;
}

export interface DraftStore {
	readonly length: number;
	key(index: number): string | null;
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
	removeItem(key: string): void;
}

const PREFIX = 'labwright.draft ';
const MOST = 8;
const MOST_CHARACTERS = 256 * 1024;

/** Of one learner at one lab: who signs in next at this computer sees no draft of theirs. */
export const draftKey = (who: string, lab: string, host: string, file: string) =>
	`${PREFIX}${who} ${lab} ${host} ${file}`;

/** Null where the browser keeps nothing. */
export function browserStore(): DraftStore | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

export function findDraft(store: DraftStore | null, key: string): Draft | null {
	const draft = read(store?.getItem(key) ?? null);
	if (!draft) store?.removeItem(key);
	return draft;
}

/** False when there is no room for it. */
export function keepDraft(store: DraftStore | null, key: string, draft: Draft): boolean {
	if (!store || draft.text.length > MOST_CHARACTERS) return false;
	const others = keys(store).filter((one) => one !== key);
	const oldest = others.sort((one, other) => ageOf(store, one) - ageOf(store, other));
	for (const one of oldest.slice(0, Math.max(0, oldest.length - MOST + 1))) store.removeItem(one);
	try {
		store.setItem(key, JSON.stringify(draft));
		return true;
	} catch {
		return false; // the browser's own room is full
	}
}

export const dropDraft = (store: DraftStore | null, key: string) => store?.removeItem(key);

const keys = (store: DraftStore) =>
	Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter((key) =>
		key.startsWith(PREFIX)
	);

const ageOf = (store: DraftStore, key: string) => read(store.getItem(key))?.at ?? 0;

function read(kept: string | null): Draft | null {
	try {
		const { text, version, at } = JSON.parse(kept ?? 'null') as Draft;
		return typeof text === 'string' && typeof version === 'string' && typeof at === 'number'
			? { text, version, at }
			: null;
	} catch {
		return null;
	}
}
