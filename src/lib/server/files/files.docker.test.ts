/** Files inside real hosts, with the names and the tricks that a hostile root comes up with. */
import { createHash, randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../scripts/docker.mjs';
import { openEngine, type Sandbox, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { host, spec } from '../sandbox/contract-parts.ts';
import { fetchFile, list, MOST_BYTES, read, write, type Over } from './index.ts';

const id = `files-${Date.now().toString(36)}`;
let engine: SandboxEngine;
let sandbox: Sandbox;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? '';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'files' });
	await engine.prepare(['linux'], () => {});
	sandbox = await engine.start(id, spec({ hosts: [host({ user: 'learner' })] }));
});
afterAll(async () => {
	await engine.remove(id);
	await engine.close();
});

const at = (path: string) => ({ sandbox, host: 'box', path });
const asRoot = async (script: string) =>
	(await sandbox.exec('box', { command: ['bash'], script: `exec 9<&-\n${script}` })).stdout;
const bytesOf = async (path: string) => {
	const pieces = await fetchFile(at(path));
	if ('refused' in pieces) return pieces;
	return Buffer.concat(await Array.fromAsync(pieces));
};
const NEW: Over = { kind: 'new' };

test('a folder is listed: home when none is named, folders first, links to folders as folders', async () => {
	await asRoot(`cd /home/learner && mkdir zoo && echo hi > a.txt && ln -s /etc etc && ln -s a.txt note
		mkfifo pipe && chown -R -h learner: .`);
	const home = await list(at(''));
	expect(home).toMatchObject({ path: '/home/learner', more: false });
	const seen = 'entries' in home ? home.entries.filter(({ name }) => !name.startsWith('.')) : [];
	expect(seen.map(({ name, kind }) => [name, kind])).toEqual([
		['etc', 'folder'],
		['zoo', 'folder'],
		['a.txt', 'file'],
		['note', 'link'],
		['pipe', 'other']
	]);
	expect(seen[2]).toMatchObject({ size: 3, odd: false });
	expect(Math.abs((seen[2]?.changed ?? 0) - Date.now())).toBeLessThan(600_000);
	expect(await list(at('/home/learner/etc'))).toMatchObject({ path: '/etc' });
});

test('names of every kind are told apart, and none can be mistaken for another', async () => {
	await asRoot(String.raw`mkdir /tmp/odd && cd /tmp/odd && chmod 755 .
		touch -- '-rf' ' a b ' '$(id)' '<img src=x>' $'line\nbreak' $'\xff\xfe' $'right\u202eleft' 'käse'`);
	const odd = await list(at('/tmp/odd'));
	const names = 'entries' in odd ? odd.entries : [];
	expect(names).toHaveLength(8);
	expect(
		names
			.filter((one) => !one.odd)
			.map(({ name }) => name)
			.sort()
	).toEqual(['-rf', ' a b ', '$(id)', '<img src=x>', 'käse'].sort());
	expect(names.filter((one) => one.odd).every(({ name }) => name.includes('\ufffd'))).toBe(true);
	expect(await bytesOf('/tmp/odd/$(id)')).toEqual(Buffer.alloc(0));
});

test('a folder of thousands is cut, and says so', async () => {
	await asRoot(`mkdir /tmp/many && cd /tmp/many && seq -f 'a-name-of-some-length-%06g' 1 2500 | xargs touch`);
	const many = await list(at('/tmp/many'));
	expect(many).toMatchObject({ more: true });
	expect('entries' in many && many.entries.length).toBe(500);
});

test('what the user of the terminals may not, nobody may from here', async () => {
	await asRoot('mkdir -m 700 /srv/secret; echo s > /srv/secret/s; echo x > /srv/mine; chmod 600 /srv/mine');
	const no = { refused: expect.stringContaining('may not do that') };
	expect(await list(at('/srv/secret'))).toEqual(no);
	expect(await read(at('/srv/mine'))).toEqual(no);
	expect(await bytesOf('/srv/mine')).toEqual(no);
	expect(await write(at('/srv/mine'), Buffer.from('y'), { kind: 'replace' })).toEqual(no);
	expect(await write(at('/srv/new'), Buffer.from('y'), NEW)).toEqual(no);
	expect(await asRoot('cat /srv/mine; ls /srv')).toBe('x\nmine\nsecret\n');
});

test('bytes come in and go out as they were, to their last one, and belong to the user', async () => {
	for (const size of [0, 1, 512 * 1024, 3_000_001]) {
		const bytes = randomBytes(size);
		const version = createHash('sha256').update(bytes).digest('hex');
		expect(await write(at(`/home/learner/b ${size}`), bytes, NEW)).toEqual({ version });
		const back = await bytesOf(`/home/learner/b ${size}`);
		expect(Buffer.isBuffer(back) && back.equals(bytes)).toBe(true);
	}
	expect(await asRoot(`stat -c '%U %a' '/home/learner/b 1'; ls -A /tmp | grep upload`)).toBe('learner 644\n');
});

test('nothing is written over unless that is wanted, and what is there keeps its owner and rights', async () => {
	await asRoot('echo old > /srv/shared; chown root:learner /srv/shared; chmod 660 /srv/shared');
	expect(await write(at('/srv/shared'), Buffer.from('n'), NEW)).toEqual({
		refused: expect.stringContaining('is there already')
	});
	expect(await write(at('/srv/shared'), Buffer.from('new\n'), { kind: 'replace' })).toHaveProperty('version');
	expect(await asRoot(`cat /srv/shared; stat -c '%U:%G %a' /srv/shared`)).toBe('new\nroot:learner 660\n');
});

test('a text that was changed or removed meanwhile is not saved over', async () => {
	await write(at('/home/learner/conf'), Buffer.from('a\n'), NEW);
	const opened = await read(at('/home/learner/conf'));
	if ('refused' in opened) throw new Error(opened.refused);
	expect(opened).toMatchObject({ text: 'a\n', endings: 'lf' });
	const over: Over = { kind: 'version', version: opened.version };
	const next = await write(at('/home/learner/conf'), Buffer.from('b\n'), over);
	const stale = { refused: expect.stringContaining('has been changed') };
	expect(await write(at('/home/learner/conf'), Buffer.from('c\n'), over)).toEqual(stale);
	await asRoot('rm /home/learner/conf');
	const gone: Over = { kind: 'version', version: 'version' in next ? next.version : '' };
	expect(await write(at('/home/learner/conf'), Buffer.from('c\n'), gone)).toEqual(stale);
	expect(await asRoot('ls /home/learner/conf 2>&1 || true')).toContain('No such file');
});

test('pipes, devices, endless files and folders are refused at once', async () => {
	await asRoot(
		'truncate -s 100M /tmp/huge; chmod 644 /tmp/huge; ln -s /dev/zero /tmp/zero; ln -s loop /tmp/loop'
	);
	const other = { refused: expect.stringContaining('not what was expected') };
	expect(await bytesOf('/home/learner/pipe')).toEqual(other);
	expect(await write(at('/home/learner/pipe'), Buffer.from('x'), { kind: 'replace' })).toEqual(other);
	expect(await bytesOf('/tmp/zero')).toEqual(other);
	expect(await bytesOf('/etc')).toEqual(other);
	expect(await write(at('/tmp/loop'), Buffer.from('x'), { kind: 'replace' })).toEqual(other);
	expect(await bytesOf('/tmp/huge')).toEqual({ refused: expect.stringContaining('larger than 8 MiB') });
	expect(await list(at('/home/learner/a.txt'))).toEqual(other);
	expect(await list(at('/nowhere'))).toEqual({ refused: 'There is no /nowhere on box.' });
	expect(await write(at('/nowhere/x'), Buffer.from('x'), NEW)).toEqual({
		refused: 'There is no /nowhere/x on box.'
	});
	expect(await write(at('/tmp/large'), Buffer.alloc(MOST_BYTES + 1), NEW)).toHaveProperty('refused');
	for (const path of ['relative', 'a/../b', '/nul\0', `/${'x'.repeat(5000)}`])
		expect(await read(at(path))).toHaveProperty('refused');
});
