import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipOf, type Part } from './testing.ts';
import { unzip } from './unzip.ts';

let folder: string;
beforeEach(async () => {
	folder = join(await mkdtemp(join(tmpdir(), 'unzip-')), 'inside');
	await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

const refusal = async (parts: Part[], more: { count?: number } = {}) =>
	(await unzip(zipOf(parts, more), folder))?.refused ?? null;
const written = async () => (await readdir(folder, { recursive: true })).toSorted();

it('an honest zip is unpacked, readable by us alone, without what editors and systems leave behind', async () => {
	const parts: Part[] = [
		{ name: 'lab/', mode: 0o040755 },
		{ name: 'lab/lab.yaml', content: 'id: é\n' },
		{ name: 'lab/checks/file.sh', content: 'true\n'.repeat(1000), mode: 0o100755 },
		{ name: 'lab/plain.txt', content: 'stored', stored: true },
		{ name: 'lab/.git/config', content: 'x' },
		{ name: '__MACOSX/lab/._lab.yaml', content: 'x' }
	];
	expect(await refusal(parts)).toBeNull();
	expect(await written()).toEqual([
		'lab',
		'lab/checks',
		'lab/checks/file.sh',
		'lab/lab.yaml',
		'lab/plain.txt'
	]);
	expect(await readFile(join(folder, 'lab/lab.yaml'), 'utf8')).toBe('id: é\n');
	expect((await stat(join(folder, 'lab/checks/file.sh'))).mode & 0o777).toBe(0o600);
});

describe('names', () => {
	it.each([
		['../evil', 'leads out'],
		['lab/../../evil', 'leads out'],
		['lab/..', 'leads out'],
		['/etc/cron.d/evil', 'is absolute'],
		['C:/evil', 'is absolute'],
		['..\\evil', 'a backslash'],
		['lab//x', 'empty part'],
		['./x', 'empty part'],
		['', 'empty part'],
		['a\0b', 'cannot be seen'],
		['a\u001b[2Jb', 'cannot be seen'],
		['a\u202Egnp.sh', 'cannot be seen'],
		['x'.repeat(121), 'too long'],
		['d/'.repeat(13) + 'x', 'too long'],
		['y/'.repeat(2) + 'z'.repeat(400), 'too long']
	])('%j is refused in a sentence, and nothing is written', async (name, because) => {
		expect(
			await refusal([
				{ name: 'good', content: 'x' },
				{ name, content: 'x' }
			])
		).toContain(because);
		expect(await written()).toEqual([]);
		expect(await readdir(join(folder, '..'))).toEqual(['inside']);
	});

	it('bytes that are no text are refused', async () => {
		expect(await refusal([{ name: Buffer.from([0x61, 0xff, 0x62]) }])).toContain('not UTF-8');
	});

	it('the same name twice is refused, and so are names that are one on some machines', async () => {
		expect(await refusal([{ name: 'a/x' }, { name: 'a/x' }])).toContain('two entries called a/x');
		expect(await refusal([{ name: 'Lab.yaml' }, { name: 'lab.yaml' }])).toContain('differ only in capitals');
		expect(await refusal([{ name: 'A/x' }, { name: 'a/y' }])).toContain('differ only in capitals');
		expect(await refusal([{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }])).toContain('accents');
		expect(await refusal([{ name: 'a' }, { name: 'a/x' }])).toContain('a file and a folder');
	});
});

describe('entries', () => {
	it.each([
		['a link', 0o120777, 'symbolic link'],
		['a pipe', 0o010644, 'neither a file nor a folder'],
		['a device', 0o060644, 'neither a file nor a folder'],
		['a folder that says it is a file', 0o040755, 'neither a file nor a folder']
	])('%s is refused', async (_what, mode, because) => {
		expect(await refusal([{ name: 'x', content: '/etc/passwd', mode }])).toContain(because);
	});

	it('what is encrypted is refused, however it is said', async () => {
		expect(await refusal([{ name: 'x', listed: { flags: 0x801 } }])).toContain('encrypted');
		expect(await refusal([{ name: 'x', local: { flags: 0x801 } }])).toContain('two different things');
		expect(await refusal([{ name: 'x', listed: { flags: 0x841 } }])).toContain('cannot be read'.slice(7));
		expect(await refusal([{ name: 'x', listed: { flags: 0x2800 } }])).toContain('encrypted');
	});

	it('a folder with content, and compression nobody knows, are refused', async () => {
		expect(await refusal([{ name: 'x/', content: 'hello', mode: 0o040755 }])).toContain(
			'folder with content'
		);
		expect(await refusal([{ name: 'x', listed: { method: 14 } }])).toContain('not read here');
	});

	it('a damaged file is refused', async () => {
		expect(await refusal([{ name: 'x', content: 'hello', listed: { sum: 1 } }])).toContain(
			'checksum is wrong'
		);
		expect(await unzip(Buffer.from('no zip at all'), folder)).toMatchObject({
			refused: expect.stringContaining('not a zip')
		});
		const cut = zipOf([{ name: 'x', content: 'hello' }]).subarray(10);
		expect((await unzip(cut, folder))?.refused).toContain('not a zip that can be read');
	});
});

describe('bombs', () => {
	it('too many entries are refused before one is looked at', async () => {
		expect(await refusal([{ name: 'x' }], { count: 4001 })).toContain('4001 entries');
		const flood = Array.from({ length: 4001 }, (_, n) => ({ name: `f${n}` }));
		expect(await refusal(flood)).toContain('4001 entries');
	});

	it('a file that swells is refused, and nothing of it is written', async () => {
		expect(await refusal([{ name: 'x', content: Buffer.alloc(9 * 1024 * 1024) }])).toContain('swells');
		expect(await refusal([{ name: 'x', content: Buffer.alloc(11 * 1024 * 1024) }])).toContain(
			'larger than the 10 MiB'
		);
		expect(await written()).toEqual([]);
	});

	it('many that are large together are refused', async () => {
		const big = { content: 'x', listed: { unpacked: 9 * 1024 * 1024, packed: 60_000 } };
		const parts = Array.from({ length: 6 }, (_, n) => ({ name: `f${n}`, ...big, local: big.listed }));
		const padded = [...parts, { name: 'pad', content: Buffer.alloc(100_000, 'ab'), stored: true }];
		expect(await refusal(padded)).toContain('larger than the 50 MiB');
	});

	it('a file that holds more than was said is cut off, and refused', async () => {
		const lie = { unpacked: 10 };
		const content = 'y'.repeat(100_000);
		expect(await refusal([{ name: 'x', content, listed: lie, local: lie }])).toMatch(
			/more than the zip says|not what the zip says/
		);
	});

	it('two tellings of one entry are refused: of its size, its name, its method', async () => {
		const content = 'hello';
		expect(await refusal([{ name: 'x', content, local: { unpacked: 6 } }])).toContain('two different things');
		expect(await refusal([{ name: 'x', content, local: { name: 'y' } }])).toContain('two different things');
		expect(await refusal([{ name: 'x', content, local: { method: 0 } }])).toContain('two different things');
		expect(await refusal([{ name: 'x', content, listed: { packed: 4 } }])).toContain('two different things');
	});

	it('entries that share their bytes are refused', async () => {
		const shared = [
			{ name: 'a', content: 'hello' },
			{ name: 'a', content: 'hello', at: 0 }
		];
		expect(await refusal(shared)).toContain('two entries');
		const inner = { name: 'b', content: zipOf([{ name: 'c', content: 'deep', stored: true }]), stored: true };
		const whole = zipOf([inner, { name: 'c', content: 'deep', stored: true, at: 0 }]);
		// The list is made to point at the entry inside the first one's data.
		const place = whole.indexOf(Buffer.from('504b0304', 'hex'), 10);
		whole.writeUInt32LE(place, whole.lastIndexOf(Buffer.from('504b0102', 'hex')) + 42);
		expect((await unzip(whole, folder))?.refused).toContain('share their bytes');
	});
});
