/** Reads course.yaml, tracks/*.yaml and catalogue.yaml: their shape, and what must be unique in them. */
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { top, type Findings } from './findings.ts';
import { conform } from './messages.ts';
import { firstFlaw, lineOf } from './rules/texts.ts';
import { catalogueFile, courseFile, trackFile } from './schema-course.ts';
import { readYaml, type YamlFile } from './yaml.ts';

interface Written<T> {
	written: T;
	yaml: YamlFile;
}

export type WrittenCourse = Written<z.output<typeof courseFile>>;
export type WrittenTrack = Written<z.output<typeof trackFile>>;

/** `absent` when the folder is no course at all; null when it is a broken one. */
export async function readCourseFile(root: string, id: string, findings: Findings) {
	const file = `${id}/course.yaml`;
	if ((await lstat(join(root, file)).catch(() => null)) === null) return 'absent';
	const read = await readSmallFile(root, file, courseFile, findings);
	if (!read) return null;
	const ids = read.written.modules.map((module) => module.id);
	ids.forEach((id, index) => {
		if (ids.indexOf(id) === index) return;
		findings.error(
			read.yaml.at(['modules', index, 'id']),
			`There are two modules called \`${id}\`. Join them or rename one.`
		);
	});
	return findings.broken ? null : read;
}

export const readTrackFile = (root: string, file: string, findings: Findings) =>
	readSmallFile(root, file, trackFile, findings);

export const readCatalogueFile = (root: string, file: string, findings: Findings) =>
	readSmallFile(root, file, catalogueFile, findings);

export async function readSmallFile<S extends z.ZodType>(
	root: string,
	file: string,
	schema: S,
	findings: Findings
): Promise<Written<z.output<S>> | null> {
	const content = await contentOf(join(root, file));
	if (!content) {
		findings.error(top(file), 'This file cannot be read. It must be a plain file that the server may open.');
		return null;
	}
	const flaw = firstFlaw(content);
	if (flaw) {
		findings.error({ ...top(file), line: lineOf(content, flaw.at) }, flaw.message);
		return null;
	}
	const yaml = readYaml(file, content.toString('utf8'), findings);
	const written = yaml && conform(schema, yaml, findings);
	return yaml && written ? { written, yaml } : null;
}

/** Null for what is no plain file, so that a pipe or a link cannot hold the reader up. */
async function contentOf(path: string): Promise<Buffer | null> {
	try {
		return (await lstat(path)).isFile() ? await readFile(path) : null;
	} catch {
		return null;
	}
}
