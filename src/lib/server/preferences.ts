/**
 * Preferences: settings that an operator changes in the page. What is chosen there counts from that
 * moment on and before what the environment says; left empty, the environment says it again.
 *
 * Rooms read these settings from the one configuration they were given, each time anew.
 */
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { readSetting, type Config } from './config.ts';
import { settings, type Db } from '#lib/server/db/index.ts';
import { locale, t, told } from '#lib/words/index.ts';
import type { Refusal } from './refusal.ts';

/** Settings that can be chosen in the page, with the largest value of those that are numbers. */
const MOST = {
	...{ PLATFORM_NAME: null, PLATFORM_LANGUAGE: null, PLATFORM_THEME: null },
	...{ MAX_SANDBOXES: 100_000, MAX_SANDBOXES_PER_LEARNER: 50 },
	...{ LAB_MINUTES: 10_080, LAB_MINUTES_MAX: 10_080, IDLE_MINUTES: 10_080, KEEP_HOURS: 720 },
	...{ RECORDINGS_DAYS: 3650, RECORDINGS_MIB: 10_000_000, AUDIT_DAYS: 3650 }
} as const satisfies Partial<Record<keyof Config, number | null>>;

export type PreferenceName = keyof typeof MOST;
const NAMES = Object.keys(MOST) as PreferenceName[];

export interface Preference {
	name: PreferenceName;
	/** What was chosen in the page; empty when the configuration counts. */
	chosen: string;
	configured: string;
	/** Null for a text. */
	most: number | null;
}

const PRIVACY = 'privacy';
const PRIVACY_MAX = 20_000;

export class Preferences {
	readonly #db: Db;
	readonly #config: Config;
	/** As the environment has it. */
	readonly #configured: Config;
	#privacy: string;
	/** As the file has it that the configuration names; empty without one. */
	readonly #privacyOfFile: string;

	/** Puts what was chosen earlier into `config`. @throws a sentence when the file about privacy cannot be read. */
	constructor(db: Db, config: Config) {
		this.#db = db;
		this.#config = config;
		this.#configured = { ...config };
		this.#privacy = this.#stored(PRIVACY);
		this.#privacyOfFile = config.PLATFORM_PRIVACY === undefined ? '' : privacyFile(config.PLATFORM_PRIVACY);
		for (const name of NAMES) this.#apply(name, this.#stored(name));
	}

	list(): Preference[] {
		return NAMES.map((name) => ({
			...{ name, most: MOST[name] },
			chosen: this.#stored(name),
			configured: `${this.#configured[name]}`
		}));
	}

	/** All that was chosen, by name; nothing is changed when one of them is wrong. @returns what has changed. */
	choose(given: Record<string, string>): PreferenceName[] | (Refusal & { field: PreferenceName }) {
		const wanted = NAMES.map((name) => [name, (given[name] ?? '').trim()] as const);
		for (const [field, text] of wanted) {
			const wrong = text === '' ? null : wrongWith(field, text);
			if (wrong) return { field, refused: wrong };
		}
		const merged = Object.fromEntries(
			wanted.map(([name, text]) => [name, text || `${this.#configured[name]}`])
		);
		if (Number(merged.LAB_MINUTES) > Number(merged.LAB_MINUTES_MAX))
			return {
				field: 'LAB_MINUTES_MAX',
				refused: t('A lab cannot be extended to less than it has at first.')
			};
		const changed = wanted.filter(([name, text]) => text !== this.#stored(name));
		this.#db.transaction(() => {
			for (const [name, text] of changed) this.#store(name, text);
		});
		for (const [name, text] of changed) this.#apply(name, text);
		return changed.map(([name]) => name);
	}

	/** What people are told about their data here; empty when nobody has written anything. */
	get privacy(): string {
		return this.#privacy || this.#privacyOfFile;
	}

	/** Of which so much was written in the page, and whether there is a file for when that is empty. */
	get privacyWritten(): { text: string; hasFile: boolean } {
		return { text: this.#privacy, hasFile: this.#privacyOfFile !== '' };
	}

	writePrivacy(text: string): Refusal | null {
		if (text.length > PRIVACY_MAX)
			return {
				refused: t('This is too long: {most} characters at most.', {
					most: PRIVACY_MAX.toLocaleString(locale())
				})
			};
		this.#privacy = text.trim();
		this.#store(PRIVACY, this.#privacy);
		return null;
	}

	#apply(name: PreferenceName, text: string): void {
		const read = text === '' ? null : readSetting(name, text);
		// What an older version let through and this one does not, counts no more.
		const value = read && 'value' in read ? read.value : this.#configured[name];
		Object.assign(this.#config, { [name]: value });
	}

	#stored(key: string): string {
		const row = this.#db.select().from(settings).where(eq(settings.key, key)).get();
		return typeof row?.value === 'string' ? row.value : '';
	}

	#store(key: string, value: string): void {
		if (value === '') this.#db.delete(settings).where(eq(settings.key, key)).run();
		else
			this.#db
				.insert(settings)
				.values({ key, value })
				.onConflictDoUpdate({ target: settings.key, set: { value } })
				.run();
	}
}

function privacyFile(path: string): string {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').trim();
	} catch (error) {
		throw new Error(`Setting PLATFORM_PRIVACY: ${path} cannot be read: ${(error as Error).message}`, {
			cause: error
		});
	}
	if (text.length > PRIVACY_MAX)
		throw new Error(`Setting PLATFORM_PRIVACY: ${path} is longer than ${PRIVACY_MAX} characters.`);
	return text;
}

function wrongWith(name: PreferenceName, text: string): string | null {
	const read = readSetting(name, text);
	if ('refused' in read) return told(read.refused);
	const most = MOST[name];
	return most !== null && Number(text) > most
		? t('At most {most}.', { most: most.toLocaleString(locale()) })
		: null;
}
