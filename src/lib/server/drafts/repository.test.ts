import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Brought } from './index.ts';
import { QUESTION } from './testing.ts';
import { ada, Ground, withYaml } from './testing-ground.ts';

let ground: Ground;
afterEach(() => ground.close());

const repository = () => join(ground.root, 'srv/labs');
const git = (...words: string[]) => {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
	const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
	return execFileSync('git', ['-C', repository(), ...author, ...words], { env })
		.toString()
		.trim();
};
async function commit(files: Record<string, string>): Promise<string> {
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(repository(), name)), { recursive: true });
		await writeFile(join(repository(), name), content);
	}
	git('add', '-A');
	git('commit', '-qm', 'A lab');
	return git('rev-parse', 'HEAD');
}
const below = (folder: string, files = QUESTION) =>
	Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
const pull = (path = '', address = repository()) => ground.drafts.pull(ada, { address, path });

beforeEach(async () => {
	ground = await Ground.open();
	await mkdir(repository(), { recursive: true });
	git('init', '-q');
	await ground.again([join(ground.root, 'srv'), '127.0.0.1:9']);
});

it('a lab is pulled with the commit it was, and pulled again when there is a newer one', async () => {
	const first = await commit(below('net/port'));
	const { id } = (await pull('net/port')) as Brought;
	expect(await ground.drafts.find(ada, id)).toMatchObject({
		...{ kind: 'git', commit: first, path: 'net/port', labId: 'what-is-a-port', problems: [] }
	});
	const second = await commit({
		'net/port/lab.yaml': QUESTION['lab.yaml']!.replace('One q', 'Only one q')
	});
	expect(await ground.drafts.pullAgain(ada, id)).toEqual({ id, newer: true });
	expect(await ground.drafts.find(ada, id)).toMatchObject({
		commit: second,
		lab: { summary: 'Only one question.' }
	});
	expect(await ground.versions()).toHaveLength(1);
});

it('the only lab of a repository needs no folder, one of several does, and one that is not there is named', async () => {
	await commit(below('port'));
	expect(await pull()).toHaveProperty('id');
	await commit(below('other', withYaml('id: what', 'id: that')));
	expect(await pull()).toEqual({ refused: expect.stringContaining('several labs') as string });
	expect(await pull('nothing')).toEqual({ refused: 'There is no folder nothing in this repository.' });
	for (const path of ['../..', '-x', ':(top)port', 'port/', 'a//b', '/etc'])
		expect(await pull(path)).toEqual({ refused: expect.stringContaining('is written like') as string });
});

it('what a repository brings along is not acted upon: neither its settings nor its links', async () => {
	git('config', 'uploadpack.packObjectsHook', `touch ${ground.root}/ran; exec`);
	git('config', 'tar.zip.command', `touch ${ground.root}/ran; cat`);
	await mkdir(join(repository(), 'port'));
	await symlink('/etc/passwd', join(repository(), 'port/secret'));
	await commit(below('port'));
	expect(await pull()).toEqual({ refused: expect.stringContaining('symbolic link') as string });
	expect(await readdir(ground.root)).not.toContain('ran');
	expect(await ground.versions()).toEqual([]);
});

it('nothing is pulled from where the operator has not said so', async () => {
	await mkdir(join(ground.root, 'elsewhere'));
	await symlink(join(ground.root, 'elsewhere'), join(ground.root, 'srv/link'));
	const outside = [
		join(ground.root, 'elsewhere'),
		join(ground.root, 'srv/link'),
		join(ground.root, 'srv/../elsewhere'),
		'/'
	];
	for (const address of outside)
		expect(await pull('', address)).toEqual({
			refused: expect.stringContaining('There is no repository') as string
		});
	for (const address of ['https://example.org/x', 'https://127.0.0.1/x', 'https://127.0.0.1:9.example.org/x'])
		expect(await pull('', address)).toHaveProperty('refused');
	for (const address of [
		'http://127.0.0.1:9/x',
		'ssh://127.0.0.1:9/x',
		'ext::sh -c true',
		'--upload-pack=x',
		'git@x:y'
	])
		expect(await pull('', address)).toEqual({
			refused: expect.stringContaining('begins with https://') as string
		});
	expect(await pull('', 'https://me:secret@127.0.0.1:9/x')).toEqual({
		refused: expect.stringContaining('password') as string
	});
	await ground.again();
	expect(await pull()).toEqual({ refused: expect.stringContaining('GIT_HOSTS') as string });
});

it('a host that does not answer is said to have not', async () => {
	expect(await pull('', 'https://127.0.0.1:9/labs.git')).toEqual({
		refused: expect.stringContaining('could not be pulled') as string
	});
	expect(await ground.versions()).toEqual([]);
});
