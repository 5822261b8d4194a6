import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEMORY, openDb, type Db } from './db/index.ts';
import { HouseLogos, logoIn } from './house-logo.ts';

const svg = (inner = '<rect width="3" height="3" fill="url(#a)"/>', before = '') =>
	Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3">${inner}</svg>`);
const png = (width = 64, height = 64) => {
	const bytes = Buffer.alloc(64);
	Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
	bytes.write('IHDR', 12, 'latin1');
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
};

describe('what is a logo', () => {
	it.each([
		['an SVG', svg(), 'image/svg+xml'],
		['one with a declaration, a document type and a comment', svg('', '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg>\n<!-- x -->\n'), 'image/svg+xml'], // prettier-ignore
		['one that uses parts of itself', svg('<use href="#a"/><image href="data:image/png;base64,AA"/>'), 'image/svg+xml'], // prettier-ignore
		['a PNG', png(), 'image/png']
	])('%s', (_name, bytes, type) => expect(logoIn(bytes)).toMatchObject({ type }));

	it.each([
		['a script', svg('<script>alert(1)</script>'), 'script'],
		['one in a namespace', svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), 'script'],
		['a page in it', svg('<foreignObject><p/></foreignObject>'), 'foreignObject'],
		['a handler', svg('<rect onload="x()"/>'), 'onload'],
		['a handler behind a newline', svg('<rect\nONCLICK = "x()"/>'), 'ONCLICK'],
		['a link to a program', svg('<a href="javascript:x()"/>'), 'javascript:'],
		['a picture from elsewhere', svg('<image href="https://example.org/x.png"/>'), 'href'],
		['one without quotes around it', svg("<use xlink:href='//example.org/x#a'/>"), 'href'],
		['a style from elsewhere', svg('<style>rect { fill: url(https://example.org/x) }</style>'), 'url'],
		['a sheet that is imported', svg('<style>@import "x"</style>'), '@import'],
		['a declared entity', svg('&x;', '<!DOCTYPE svg [<!ENTITY x "y">]>'), '']
	])('refuses %s', (_name, bytes, what) => {
		const read = logoIn(bytes);
		expect(read).toMatchObject({ refused: expect.stringContaining(what) as string });
	});

	it.each([
		['HTML', Buffer.from('<!doctype html><svg></svg>')],
		['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
		['half a PNG', png().subarray(0, 20)],
		['SVG in another encoding', Buffer.from('<svg></svg>', 'utf16le')],
		['SVG that says it is in another encoding', svg('', '<?xml version="1.0" encoding="UTF-7"?>')],
		['nothing', Buffer.alloc(0)]
	])('knows %s for what it is', (_name, bytes) =>
		expect(logoIn(bytes)).toEqual({ refused: 'This is neither an SVG nor a PNG, whatever it is called.' })
	);

	it('refuses what is too large, on disk or unpacked', () => {
		expect(logoIn(Buffer.alloc(256 * 1024 + 1))).toHaveProperty('refused');
		expect(logoIn(png(2001, 10))).toHaveProperty('refused');
	});
});

describe('the logo of a house', () => {
	let db: Db;
	let folder: string;
	const open = (changes: object = {}) =>
		new HouseLogos(db, {
			PLATFORM_NAME: 'Rare Lab',
			PLATFORM_LOGO: undefined,
			PLATFORM_LOGO_ALT: undefined,
			...changes
		});
	beforeEach(() => {
		db = openDb(MEMORY);
		folder = mkdtempSync(join(tmpdir(), 'labwright-logo-'));
	});
	afterEach(() => {
		db.$client.close();
		rmSync(folder, { recursive: true });
	});

	it('is chosen in the page, outlives a restart, and goes when it is taken away', () => {
		const logos = open();
		expect(logos.now).toBeNull();
		expect(logos.choose(svg(), ' ')).toHaveProperty('refused');
		expect(logos.choose(svg('<script/>'), 'Rare')).toHaveProperty('refused');
		expect(logos.choose(svg(), ' Rare ')).toBeNull();
		expect(open().now).toMatchObject({ type: 'image/svg+xml', alt: 'Rare', bytes: svg() });
		const { digest } = logos.now!;
		expect(logos.choose(png(), 'Rare')).toBeNull();
		expect(logos.now?.digest).not.toBe(digest);
		expect(logos.sent(logos.now!.digest)?.headers).toMatchObject({
			'content-type': 'image/png',
			'content-security-policy': "sandbox; default-src 'none'"
		});
		expect(logos.sent(digest)).toBeNull();
		logos.remove();
		expect([logos.now, open().now, logos.isChosen]).toEqual([null, null, false]);
	});

	it('is what the configuration names, until another is chosen', () => {
		const PLATFORM_LOGO = join(folder, 'logo.svg');
		writeFileSync(PLATFORM_LOGO, svg());
		const logos = open({ PLATFORM_LOGO });
		expect([logos.now?.alt, logos.isChosen]).toEqual(['Rare Lab', false]);
		expect(open({ PLATFORM_LOGO, PLATFORM_LOGO_ALT: 'Words' }).now?.alt).toBe('Words');
		logos.choose(png(), 'Chosen');
		expect(logos.now).toMatchObject({ alt: 'Chosen', type: 'image/png' });
		logos.remove();
		expect(logos.now?.type).toBe('image/svg+xml');
	});

	it('says at the start what is wrong with the file that the configuration names', () => {
		const PLATFORM_LOGO = join(folder, 'logo.svg');
		expect(() => open({ PLATFORM_LOGO })).toThrow(/^Setting PLATFORM_LOGO: .* could not be read/);
		writeFileSync(PLATFORM_LOGO, 'hello');
		expect(() => open({ PLATFORM_LOGO })).toThrow(/neither an SVG nor a PNG/);
	});
});
