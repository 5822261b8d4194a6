import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findMirrors, parseSources } from './base-sources.ts';

const mirror = 'http://mirror.example/debian';

describe('apt’s sources', () => {
	test('of the newer kind are read, with their folded lines, comments and switched-off parts', () => {
		const text = `Types: deb deb-src
# a comment
URIs: ${mirror}
Suites: bookworm bookworm-updates
  bookworm-backports
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: ${mirror}-security/
Suites: bookworm-security
Components: main

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
`;
		expect(parseSources([{ path: 'sources.list.d/debian.sources', text }], 'bookworm')).toEqual([
			{ uri: mirror, suffix: '', trusted: false },
			{ uri: mirror, suffix: '-updates', trusted: false },
			{ uri: `${mirror}-security`, suffix: '-security', trusted: false }
		]);
	});

	test('of the older kind are read, with their options', () => {
		const text = `# deb http://commented.example/debian bookworm main
deb [arch=amd64 trusted=yes] ${mirror} bookworm main non-free # ours
deb-src ${mirror} bookworm main
deb ${mirror} bookworm-security main
deb http://other.example/apt cloud main
deb cdrom:[Debian]/ bookworm main
`;
		expect(parseSources([{ path: 'sources.list', text }], 'bookworm')).toEqual([
			{ uri: mirror, suffix: '', trusted: true },
			{ uri: mirror, suffix: '-security', trusted: false }
		]);
	});

	test('of a machine that follows "stable" count too, and repetitions once', () => {
		const text = `deb ${mirror} stable main\ndeb ${mirror}/ stable main\n`;
		expect(parseSources([{ path: 'sources.list', text }], 'bookworm')).toHaveLength(1);
	});
});

describe('the mirrors to use', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'labwright-'));
		mkdirSync(join(root, 'etc/apt/sources.list.d'), { recursive: true });
	});
	afterEach(() => rmSync(root, { recursive: true }));
	const write = (path: string, text: string) => writeFileSync(join(root, 'etc', path), text);

	test('are this machine’s own, on Debian', async () => {
		write('os-release', 'ID=debian\nVERSION_CODENAME=bookworm\n');
		write('apt/sources.list.d/a.list', `deb ${mirror} bookworm main\n`);
		expect((await findMirrors(undefined, root)).map(({ uri }) => uri)).toEqual([mirror]);
	});

	test('are left to mmdebstrap elsewhere, and where no source has the main suite', async () => {
		write('os-release', 'ID=ubuntu\nVERSION_CODENAME=noble\n');
		write('apt/sources.list.d/a.list', 'deb http://archive.example/ubuntu noble main\n');
		expect(await findMirrors(undefined, root)).toEqual([]);
		write('os-release', 'ID=debian\nVERSION_CODENAME=bookworm\n');
		expect(await findMirrors(undefined, root)).toEqual([]);
	});

	test('are the one the operator named, before all others', async () => {
		expect(await findMirrors(`${mirror}/`, root)).toEqual([
			{ uri: mirror, suffix: '', trusted: false },
			{ uri: mirror, suffix: '-updates', trusted: false },
			{ uri: `${mirror}-security`, suffix: '-security', trusted: false }
		]);
	});
});
