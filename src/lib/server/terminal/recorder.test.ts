import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS, Recorder } from './recorder.ts';

const size = { cols: 80, rows: 24 };
let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-recorder-'));
	file = join(folder, '1.cast.gz');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => Recorder.open({ file, startedAt: Date.now() - 2000, title: 'hello · box' }, size);
const text = () => gunzipSync(readFileSync(file)).toString();
const lines = () =>
	text()
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as [number, string, string]);
const output = (recorder: Recorder, bytes: string | Uint8Array) =>
	recorder.output(Buffer.from(bytes), () => 'the picture');

describe('a recorder', () => {
	it('writes an asciicast of version 2 that only its owner may read', () => {
		const recorder = open();
		output(recorder, '\x1b[31mred\x1b[0m\r\n');
		recorder.resized({ cols: 100, rows: 30 });
		recorder.close();
		const [head, first, second] = lines();
		expect(head).toMatchObject({ version: 2, width: 80, height: 24, title: 'hello · box' });
		expect(first).toEqual([expect.any(Number), 'o', '\x1b[31mred\x1b[0m\r\n']);
		expect(first?.[0]).toBeGreaterThanOrEqual(2);
		expect(second?.slice(1)).toEqual(['r', '100x30']);
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	it('keeps characters whole that come in two pieces', () => {
		const recorder = open();
		output(recorder, new Uint8Array([0xe2, 0x82]));
		output(recorder, new Uint8Array([0xac]));
		recorder.close();
		expect(lines()[1]?.[2]).toBe('€');
	});

	it('can be read up to its last beat, whatever ends the server', () => {
		const recorder = open();
		output(recorder, 'kept');
		recorder.beat(() => '');
		output(recorder, 'not yet');
		expect(text()).toContain('kept');
		expect(text()).not.toContain('not yet');
		recorder.close();
	});

	it('goes on with its file after a crash, even when the power failed in the middle of a piece', () => {
		const first = open();
		output(first, 'before');
		first.close();
		appendFileSync(file, readFileSync(file).subarray(0, 20));

		const second = open();
		second.frame('everything anew', size);
		output(second, 'after');
		second.close();
		expect(lines().map((line) => line[2])).toEqual([
			undefined,
			'before',
			'80x24',
			'\x1bceverything anew',
			'after'
		]);
	});

	it('begins anew in place of a file that is no recording', () => {
		writeFileSync(file, 'garbage');
		const recorder = open();
		output(recorder, 'text');
		recorder.close();
		expect(lines()[1]?.[2]).toBe('text');
	});

	it('lets a picture stand for a flood, and stays small', () => {
		const recorder = open();
		for (let n = 0; n < 400; n++) output(recorder, 'y\r\n'.repeat(20_000));
		recorder.beat(() => 'the picture at the end');
		recorder.close();
		expect(text().length).toBeLessThan(2 * LIMITS.atOnce);
		expect(lines().at(-1)?.[2]).toBe('\x1bcthe picture at the end');
	});

	it('keeps a character whole that began in a flood and ends after it', () => {
		const clock = vi.spyOn(Date, 'now');
		const recorder = open();
		output(recorder, Buffer.concat([Buffer.from('ÿ'.repeat(LIMITS.atOnce)), Buffer.of(0xf0, 0x9f, 0x8e)]));
		clock.mockReturnValue(Date.now() + 60_000);
		recorder.beat(() => 'calm');
		output(recorder, Buffer.concat([Buffer.of(0x89), Buffer.from(' is over')]));
		recorder.close();
		clock.mockRestore();
		expect(lines().at(-1)?.[2]).toBe('🎉 is over');
	});

	it('ends with a mark when it has reached its largest size', () => {
		const recorder = open();
		for (let n = 0; n <= LIMITS.file / 100_000; n++) recorder.frame('z'.repeat(100_000), size);
		recorder.close();
		expect(text().length).toBeLessThan(LIMITS.file + 300_000);
		expect(lines().at(-1)?.slice(1)).toEqual(['m', expect.stringContaining('largest size')]);
	});
});
