import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { extract } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, ignores, packContext, readContext } from './image-context.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-'));
	write('Dockerfile', 'FROM scratch\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string, mode = 0o644) {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
	chmodSync(join(folder, path), mode);
}

const digest = async () => digestOf(await packContext(await readContext(folder)));

describe('the digest of an image', () => {
	test('is the same in every checkout, whatever its dates and permissions', async () => {
		write('files/motd', 'hello');
		const before = await digest();
		chmodSync(join(folder, 'files/motd'), 0o600);
		utimesSync(join(folder, 'files/motd'), 1, 1);
		expect(await digest()).toBe(before);
	});

	test.each([
		['a byte', () => write('files/motd', 'hullo')],
		['the executable bit', () => chmodSync(join(folder, 'files/motd'), 0o755)],
		['a new file', () => write('files/new', '')],
		['a name', () => (rmSync(join(folder, 'files/motd')), write('files/motd2', 'hello'))]
	])('changes with %s', async (_, change) => {
		write('files/motd', 'hello');
		const before = await digest();
		change();
		expect(await digest()).not.toBe(before);
	});

	test('changes with what the image stands on', () => {
		const archive = Buffer.from('same');
		expect(digestOf(archive, 'sha256:1')).not.toBe(digestOf(archive, 'sha256:2'));
		expect(digestOf(archive)).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('the build context', () => {
	test('keeps names, contents, programs and links, all owned by root', async () => {
		const long = `${'deep/'.repeat(30)}${'n'.repeat(90)}`;
		write(long, 'far down');
		write('run', '#!/bin/sh\n', 0o700);
		symlinkSync('run', join(folder, 'link'));
		const entries: Record<string, unknown> = {};
		const archive = extract();
		archive.end(await packContext(await readContext(folder)));
		for await (const entry of archive) {
			const { name, mode, uid, type, linkname } = entry.header;
			entries[name] = { mode, uid, type, ...(linkname ? { linkname } : {}) };
			entry.resume();
		}
		expect(entries).toEqual({
			Dockerfile: { mode: 0o644, uid: 0, type: 'file' },
			[long]: { mode: 0o644, uid: 0, type: 'file' },
			run: { mode: 0o755, uid: 0, type: 'file' },
			link: { mode: 0o777, uid: 0, type: 'symlink', linkname: 'run' }
		});
	});

	test('leaves out what .dockerignore says, and never the Dockerfile', async () => {
		write('.dockerignore', '# notes\n*.md\nDockerfile\nnode_modules/\n**/*.log\n!keep.md\n');
		for (const path of ['a.md', 'keep.md', 'node_modules/x/y', 'deep/down.log', 'files/a']) write(path, '');
		const paths = (await readContext(folder)).map(({ path }) => path);
		expect(paths).toEqual(['.dockerignore', 'Dockerfile', 'files/a', 'keep.md']);
	});

	test('is refused when somebody left something huge in the folder', async () => {
		write('dump', 'x'.repeat(65 * 1024 ** 2));
		await expect(readContext(folder)).rejects.toThrow('must stay small');
	});

	test('an empty .dockerignore leaves out nothing', () => {
		expect(ignores('')('anything')).toBe(false);
	});
});
