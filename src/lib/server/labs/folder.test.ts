import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Findings } from './findings.ts';
import { readFolder } from './folder.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lab-'));
	await mkdir(join(folder, 'lab/checks'), { recursive: true });
	await writeFile(join(folder, 'lab/lab.yaml'), 'id: x\n');
	await writeFile(join(folder, 'lab/checks/a.sh'), 'true\n');
	await writeFile(join(folder, 'secret.txt'), 'secret');
});

afterEach(() => rm(folder, { recursive: true }));

async function read() {
	const findings = new Findings();
	const found = await readFolder(join(folder, 'lab'), 'c/m/lab', findings);
	return { files: found && [...found.files.keys()], digest: found?.digest, said: findings.problems('x') };
}

test('files come sorted, without what editors and version control leave', async () => {
	for (const name of ['.git/HEAD', '.DS_Store', 'lab.yaml~', '.lab.yaml.swp', '__pycache__/x.pyc']) {
		await mkdir(join(folder, 'lab', name, '..'), { recursive: true });
		await writeFile(join(folder, 'lab', name), 'x');
	}
	expect((await read()).files).toEqual(['checks/a.sh', 'lab.yaml']);
});

test('the digest changes with a name and with a content, not with the order of writing', async () => {
	const { digest } = await read();
	await writeFile(join(folder, 'lab/lab.yaml'), 'id: y\n');
	const changed = (await read()).digest;
	await writeFile(join(folder, 'lab/lab.yaml'), 'id: x\n');
	expect(changed).not.toBe(digest);
	expect((await read()).digest).toBe(digest);
	await writeFile(join(folder, 'lab/empty'), '');
	expect((await read()).digest).not.toBe(digest);
});

test('a link that leaves the folder is refused', async () => {
	await symlink('../../secret.txt', join(folder, 'lab/checks/link.sh'));
	const { files, said } = await read();
	expect(files).toBeNull();
	expect(said).toMatchObject([
		{ file: 'c/m/lab/checks/link.sh', message: expect.stringContaining('leaves the lab') }
	]);
});

test('a link to a folder beside with the same beginning is refused too', async () => {
	await mkdir(join(folder, 'lab-secret'));
	await writeFile(join(folder, 'lab-secret/a'), 'x');
	await symlink('../lab-secret/a', join(folder, 'lab/a'));
	expect((await read()).files).toBeNull();
});

test('a link to a file of the same lab is that file', async () => {
	await symlink('a.sh', join(folder, 'lab/checks/b.sh'));
	expect((await read()).files).toEqual(['checks/a.sh', 'checks/b.sh', 'lab.yaml']);
});

test.each([
	['to a folder', '..'],
	['to nowhere', 'nowhere'],
	['to itself', 'loop']
])('a link %s is refused', async (_, target) => {
	await symlink(target, join(folder, 'lab/checks/loop'));
	expect((await read()).files).toBeNull();
});

test('a pipe is refused without being opened', async () => {
	execFileSync('mkfifo', [join(folder, 'lab/checks/pipe')]);
	expect((await read()).said[0]?.message).toContain('pipe, socket or device');
});

test('a file of more than 10 MiB is refused', async () => {
	await writeFile(join(folder, 'lab/big'), '');
	await truncate(join(folder, 'lab/big'), 11 * 1024 * 1024);
	expect((await read()).said[0]?.message).toContain('10 MiB');
});

test('folders without end are refused', async () => {
	await mkdir(join(folder, 'lab', ...Array.from({ length: 12 }, () => 'a')), { recursive: true });
	expect((await read()).said[0]?.message).toContain('at most 8 deep');
});
