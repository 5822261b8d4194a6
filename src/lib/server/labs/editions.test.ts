import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Editions } from './editions.ts';
import type { Lab } from './lab.ts';
import { loadLab } from './load-lab.ts';

describe('editions', () => {
	let root: string, source: string, folder: string, lab: Lab;
	const TITLE = /^title: .*$/m;

	beforeEach(async () => {
		root = await mkdtemp(join(tmpdir(), 'labwright-editions-'));
		[source, folder] = [join(root, 'c', 'm', 'hello-file'), join(root, 'kept')];
		await cp(resolve('tests/labs/tiny-course/first-steps/hello-file'), source, { recursive: true });
		lab = (await loadLab(source)).lab!;
	});
	afterEach(() => rm(root, { recursive: true }));

	const revise = async () => {
		const yaml = await readFile(join(source, 'lab.yaml'), 'utf8');
		await writeFile(join(source, 'lab.yaml'), yaml.replace(TITLE, 'title: Another one'));
		return (await loadLab(source)).lab!;
	};

	it('stay as they were, also after a restart, whatever the author does', async () => {
		await new Editions(folder).keep(lab);
		const revised = await revise();
		const again = new Editions(folder);
		await again.open([lab.digest, revised.digest]);
		expect(again.find(lab.digest)).toMatchObject({ title: lab.title, courseId: 'c', moduleId: 'm' });
		expect(again.find(revised.digest)).toBeNull();
		expect(again.find(lab.digest)!.tasks).toEqual(lab.tasks);
	});

	it('keep no copy of a folder that was saved while it was copied', async () => {
		await revise();
		const editions = new Editions(folder);
		await editions.keep(lab);
		expect(editions.find(lab.digest)).toBe(lab);
		expect(await readdir(folder)).toEqual([]);
	});

	it('show their pictures from the copy', async () => {
		const editions = new Editions(folder);
		await editions.keep(lab);
		await rm(source, { recursive: true });
		expect(await readdir(editions.find(lab.digest)!.folder)).toContain('guide.md');
	});

	it('go when nobody works on them, and no sooner', async () => {
		const editions = new Editions(folder);
		await editions.keep(lab);
		await editions.keep(await revise());
		await editions.drop((digest) => digest === lab.digest);
		expect(await readdir(folder)).toEqual([lab.digest]);
		expect(editions.find(lab.digest)).not.toBeNull();
	});
});
