/**
 * The logo of this installation: an SVG or a PNG that an operator brings in the page, or that the
 * configuration names. It is drawn by browsers as a picture and never as a page of ours; what could
 * run in it is refused all the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Config } from './config.ts';
import { settings, type Db } from '#lib/server/db/index.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from './refusal.ts';

export interface HouseLogo {
	type: 'image/svg+xml' | 'image/png';
	bytes: Buffer;
	/** Its words, for who does not see it. */
	alt: string;
	/** Names the content, in its address. */
	digest: string;
}

const KEY = 'logo';
const POLICY = `sandbox; default-src 'none'`;
const KEEP = 'public, max-age=31536000, immutable';
export const LOGO_KIBIBYTES = 256;
const ALT_MAX = 100;
/** On either side: a small file can unpack to a very large picture. */
const PIXELS_MAX = 2000;

export class HouseLogos {
	readonly #db: Db;
	readonly #config: Pick<Config, 'PLATFORM_NAME' | 'PLATFORM_LOGO_ALT'>;
	readonly #configured: Pick<HouseLogo, 'type' | 'bytes'> | null;
	#now: HouseLogo | null;

	/** @throws a sentence when the file that the configuration names is no logo. */
	constructor(db: Db, config: Pick<Config, 'PLATFORM_NAME' | 'PLATFORM_LOGO' | 'PLATFORM_LOGO_ALT'>) {
		this.#db = db;
		this.#config = config;
		this.#configured = config.PLATFORM_LOGO === undefined ? null : logoFile(config.PLATFORM_LOGO);
		this.#now = this.#read();
	}

	/** Null where there is none: the platform's own mark stands there. */
	get now(): HouseLogo | null {
		return this.#now;
	}

	/** It was brought in the page, and can be taken away there. */
	get isChosen(): boolean {
		return this.#stored() !== null;
	}

	/** As it is sent: whoever opens it by itself gets a page that can do nothing. Null for any other than today's. */
	sent(digest: string): { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> } | null {
		if (this.#now?.digest !== digest) return null;
		const headers = {
			'content-type': this.#now.type,
			'content-security-policy': POLICY,
			'cache-control': KEEP
		};
		return { bytes: new Uint8Array(this.#now.bytes), headers };
	}

	/** Counts from now on, before what the configuration names. */
	choose(bytes: Buffer, alt: string): Refusal | null {
		const read = logoIn(bytes);
		if ('refused' in read) return { refused: read.refused };
		const words = alt.trim().slice(0, ALT_MAX);
		if (words === '') return { refused: t('Say in words what the logo says: for who does not see it.') };
		const value = { data: bytes.toString('base64'), alt: words };
		this.#db
			.insert(settings)
			.values({ key: KEY, value })
			.onConflictDoUpdate({ target: settings.key, set: { value } })
			.run();
		this.#now = this.#read();
		return null;
	}

	/** What the configuration names counts again, if it names one. */
	remove(): void {
		this.#db.delete(settings).where(eq(settings.key, KEY)).run();
		this.#now = this.#read();
	}

	#stored(): { data: string; alt: string } | null {
		const row = this.#db.select().from(settings).where(eq(settings.key, KEY)).get();
		return (row?.value as { data: string; alt: string } | undefined) ?? null;
	}

	#read(): HouseLogo | null {
		const stored = this.#stored();
		const chosen = stored && logoIn(Buffer.from(stored.data, 'base64'));
		if (stored && chosen && !('refused' in chosen)) return named(chosen, stored.alt);
		const { PLATFORM_LOGO_ALT: alt, PLATFORM_NAME: name } = this.#config;
		return this.#configured && named(this.#configured, alt ?? name);
	}
}

const named = (logo: Pick<HouseLogo, 'type' | 'bytes'>, alt: string): HouseLogo => ({
	...{ ...logo, alt },
	digest: createHash('sha256').update(logo.bytes).digest('hex').slice(0, 32)
});

function logoFile(path: string): Pick<HouseLogo, 'type' | 'bytes'> {
	let bytes: Buffer;
	try {
		bytes = readFileSync(path);
	} catch (error) {
		throw new Error(`Setting PLATFORM_LOGO: ${path} could not be read: ${(error as Error).message}`, {
			cause: error
		});
	}
	const read = logoIn(bytes);
	if ('refused' in read) throw new Error(`Setting PLATFORM_LOGO: ${path}: ${read.refused}`);
	return read;
}

/** What it is by what is in it; its name says nothing. */
export function logoIn(bytes: Buffer): Pick<HouseLogo, 'type' | 'bytes'> | Refusal {
	if (bytes.length > LOGO_KIBIBYTES * 1024)
		return { refused: t('This file is larger than 256 KiB. Save it smaller.') };
	if (bytes.subarray(0, 8).equals(PNG)) {
		const isDrawn = bytes.length > 33 && bytes.toString('latin1', 12, 16) === 'IHDR';
		if (!isDrawn) return { refused: neither() };
		const side = Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
		return side > PIXELS_MAX
			? { refused: t('This picture has more than 2000 pixels on a side. Save it smaller.') }
			: { type: 'image/png', bytes };
	}
	const text = textOf(bytes);
	if (text === null || !SVG.test(text)) return { refused: neither() };
	const what = harmful(text);
	return what === null
		? { type: 'image/svg+xml', bytes }
		: {
				refused: t(
					'This SVG could run something or load something from elsewhere ({what}). Export it as a plain SVG.',
					{ what }
				)
			};
}

const neither = () => t('This is neither an SVG nor a PNG, whatever it is called.');

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Only what may stand before it: a declaration, comments, a document type. */
const SVG =
	/^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE\s+svg[^>[]*>\s*)*<svg[\s>/]/i;

/** Null for bytes that are no UTF-8: another encoding could hide what is looked for below. */
function textOf(bytes: Buffer): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return text.includes('\0') || /^\uFEFF?\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(text)
			? null
			: text;
	} catch {
		return null;
	}
}

const HARMFUL = [
	/<\s*(?:[\w.-]+:)?(script|foreignObject|iframe|embed|object|audio|video|handler|listener)\b/i,
	/\s(on[a-z]+)\s*=/i,
	/(<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet)/i,
	/(javascript:|data:text|@import)/i,
	/\b((?:xlink:)?(?:href|src))\s*=\s*["']?\s*(?!["']?\s*(?:#|data:image\/(?:png|jpeg)))\S/i,
	/\b(url)\(\s*["']?\s*(?!["']?\s*#)\S/i
];

/** What of it could do more than be looked at; null when nothing could. */
function harmful(text: string): string | null {
	for (const pattern of HARMFUL) {
		const found = pattern.exec(text);
		if (found) return found[1] ?? found[0];
	}
	return null;
}
