import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Editions, loadLab } from '#lib/server/labs/index.ts';
import { Ground } from './testing.ts';

let ground: Ground, root: string, source: string, kept: string;

beforeEach(async () => {
	ground = new Ground();
	root = await mkdtemp(join(tmpdir(), 'labwright-runs-'));
	[source, kept] = [join(root, 'c', 'm', 'two-hosts'), join(root, 'kept')];
	await cp('tests/labs/tiny-course/first-steps/two-hosts', source, { recursive: true });
	await restart();
});
afterEach(async () => {
	await ground.close();
	await rm(root, { recursive: true });
});

const restart = async () => {
	await (ground.runs as typeof ground.runs | undefined)?.close();
	await ground.openRuns({ editions: new Editions(kept) });
};
const publish = async () => {
	const { lab } = await loadLab(source);
	ground.labs.set('two-hosts', lab!);
	return lab!;
};
const revise = async () => {
	const file = join(source, 'lab.yaml');
	await writeFile(file, (await readFile(file, 'utf8')).replace('Leave a mark on both', 'Mark both'));
	return publish();
};
/** Whole ones: while one is being made its name begins with a dot. */
const copies = async () => (await readdir(kept).catch(() => [])).filter((name) => !name.startsWith('.'));

it('a run goes on with the version it began with after a restart, and the copy goes with its last run', async () => {
	const first = await publish();
	const run = await ground.ready(1, first);
	await vi.waitFor(async () => expect(await copies()).toEqual([first.digest]));
	const second = await revise();
	expect(second.digest).not.toBe(first.digest);

	await restart();
	expect(ground.runs.labOf(run)?.tasks[0]?.title).toBe('Leave a mark on both');
	expect(ground.runs.labFor(2, 'two-hosts')?.tasks[0]?.title).toBe('Mark both');

	await ground.runs.stop(run);
	await restart();
	expect(await copies()).toEqual([]);
	expect(ground.runs.labOf(run)?.tasks[0]?.title).toBe('Mark both');
});

it('a lab that is taken away stays with those who are at work on it', async () => {
	const lab = await publish();
	const run = await ground.ready(1, lab);
	await vi.waitFor(async () => expect(await copies()).toHaveLength(1));
	ground.labs.delete('two-hosts');
	await restart();
	expect(ground.runs.labFor(1, 'two-hosts')?.digest).toBe(run.digest);
	expect(ground.runs.labFor(2, 'two-hosts')).toBeNull();
});

it('who writes the lab has it as it is now, and it is known what their machines began with', async () => {
	await ground.runs.close();
	await ground.openRuns({ editions: new Editions(kept), follow: true });
	const first = await publish();
	const run = await ground.ready(1, first);
	const second = await revise();
	expect(ground.runs.labOf(run)?.digest).toBe(second.digest);
	expect(ground.runs.begun(run)?.digest).toBe(first.digest);
});
