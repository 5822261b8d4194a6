import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock } from './lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-'));
	path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that takes the lock, writes when it came and went, and ends. */
function holder(milliseconds: number): Promise<number | null> {
	const script = `
		import { appendFileSync } from 'node:fs';
		import { lock } from ${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))};
		const release = await lock(${JSON.stringify(path)}, () => {});
		appendFileSync(${JSON.stringify(join(folder, 'diary'))}, 'in ');
		await new Promise((resolve) => setTimeout(resolve, ${milliseconds}));
		appendFileSync(${JSON.stringify(join(folder, 'diary'))}, 'out ');
		release();`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
	return new Promise((resolve) => child.on('close', resolve));
}

test('of several processes at once, one is inside at a time', async () => {
	expect(await Promise.all([holder(150), holder(150), holder(150)])).toEqual([0, 0, 0]);
	expect(readFileSync(join(folder, 'diary'), 'utf8')).toBe('in out in out in out ');
});

test('the lock of a process that is gone is taken over', async () => {
	writeFileSync(path, '999999999 1\n');
	const release = await lock(path, () => expect.unreachable('nobody has it'));
	release();
	expect(existsSync(path)).toBe(false);
});

test('so is the lock of a process whose number another one has by now', async () => {
	writeFileSync(path, `${process.ppid} 1\n`);
	const release = await lock(path, () => expect.unreachable('nobody has it'));
	release();
});

test('who waits is told for whom, once', async () => {
	const waitedFor: number[] = [];
	const release = await lock(path, () => {});
	const second = lock(path, (pid) => waitedFor.push(pid));
	await new Promise((resolve) => setTimeout(resolve, 300));
	release();
	(await second)();
	expect(waitedFor).toEqual([process.pid]);
});
