/**
 * Where a version of a draft lies: a labs folder of its own with one course and one lab, so that the
 * reader, the author's tool and proof cards know it as they know every other.
 */
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { loadLab, type LoadedLab } from '#lib/server/labs/index.ts';
import { t } from '#lib/words/index.ts';
import { Unfit } from './unfit.ts';

/** The course in which published drafts stand, and its only module. */
export const SHELF = { course: 'our-labs', module: 'published' };
const LAB = join(SHELF.course, SHELF.module, 'lab');

const COURSE = `apiVersion: lab/v1
title: A draft
summary: The lab in this folder, by itself.
level: beginner
modules:
  - { id: ${SHELF.module}, title: Draft, labs: [lab] }
`;

export const newFolder = () => randomBytes(12).toString('hex');

export const labFolderOf = (version: string) => join(version, LAB);

/** What was unpacked becomes a version: the one lab in it, wherever it lies. @throws Unfit */
export async function moveIn(unpacked: string, version: string): Promise<void> {
	const [lab, ...others] = await labsIn(unpacked);
	if (lab === undefined)
		throw new Unfit(
			t('There is no lab.yaml in this. A lab is a folder with lab.yaml and guide.md; put that folder in.')
		);
	if (others.length > 0)
		throw new Unfit(
			t('There are several labs in this ({labs}). Bring one at a time.', {
				labs: [lab, ...others].slice(0, 5).join(', ')
			})
		);
	await makeCourse(version);
	await rename(join(unpacked, lab), labFolderOf(version));
}

/** Its lab as it was brought; problems name files below the lab's folder. */
export async function readVersion(version: string): Promise<LoadedLab> {
	const read = await loadLab(labFolderOf(version));
	const named = (file: string) => file.replace(`${LAB}/`, '').replace(LAB, '.');
	return {
		...read,
		problems: read.problems.map((problem) => ({
			...problem,
			file: named(problem.file),
			hides: problem.hides && 'lab'
		}))
	};
}

/** Folders with a lab.yaml, below no other such folder: in translations there are files of this name, too. */
async function labsIn(root: string, below = ''): Promise<string[]> {
	const entries = await readdir(join(root, below), { withFileTypes: true });
	if (entries.some((entry) => entry.name === 'lab.yaml' && entry.isFile())) return [below || '.'];
	const found: string[] = [];
	for (const entry of entries)
		if (entry.isDirectory() && !entry.name.startsWith('.'))
			found.push(...(await labsIn(root, join(below, entry.name))));
	return found.toSorted();
}

async function makeCourse(version: string): Promise<void> {
	await mkdir(dirname(labFolderOf(version)), { recursive: true, mode: 0o700 });
	await writeFile(join(version, SHELF.course, 'course.yaml'), COURSE, { mode: 0o600 });
}
