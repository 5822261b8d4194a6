/**
 * The texts of courses and tracks in other languages: COURSE/i18n/LANGUAGE/course.yaml and
 * tracks/i18n/LANGUAGE/TRACK.yaml. What is not translated stays as it is; what translates nothing is a
 * mistake.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile } from '../course-files.ts';
import { top, type Findings } from '../findings.ts';
import type { Course, Track } from '../lab.ts';
import { suggestion } from '../spelling.ts';
import { id, line, object, prose } from '../units.ts';
import type { YamlFile } from '../yaml.ts';
import { LANGUAGE } from './schema.ts';

const courseWordsFile = object({
	title: line(120).optional(),
	summary: prose.optional(),
	workload: prose.optional(),
	outcomes: z.array(line(300)).max(30).optional(),
	prerequisites: z.array(line(300)).max(30).optional(),
	capstone: prose.optional(),
	/** By their ids. */
	modules: z.record(id, object({ title: line(120).optional(), summary: prose.optional() })).default({})
});

const trackWordsFile = object({
	title: line(120).optional(),
	summary: prose.optional(),
	audience: prose.optional()
});

export type CourseWords = z.output<typeof courseWordsFile> & { language: string };
export type TrackWords = z.output<typeof trackWordsFile> & { language: string };

/** Every translation of a course that is sound. */
export async function readCourseWords(
	root: string,
	course: Course,
	findings: Findings
): Promise<CourseWords[]> {
	const folder = `${course.id}/i18n`;
	const words: CourseWords[] = [];
	for (const { language, name } of await filesBelow(root, folder, findings)) {
		const file = `${folder}/${language}/${name}`;
		if (name !== 'course.yaml') {
			findings.error(top(file), 'This file translates nothing. There are the texts of course.yaml.');
			continue;
		}
		const read = await readSmallFile(root, file, courseWordsFile, findings);
		if (!read) continue;
		sameTexts(course, read.written, { yaml: read.yaml, findings });
		words.push({ ...read.written, language });
	}
	return words;
}

/** Every translation of these tracks that is sound, by the id of the track. */
export async function readTrackWords(
	root: string,
	tracks: Track[],
	findings: Findings
): Promise<Map<string, TrackWords[]>> {
	const words = new Map<string, TrackWords[]>();
	for (const { language, name } of await filesBelow(root, 'tracks/i18n', findings)) {
		const file = `tracks/i18n/${language}/${name}`;
		const track = tracks.find(({ id }) => /\.ya?ml$/.test(name) && name.replace(/\.ya?ml$/, '') === id);
		if (!track) {
			const near =
				suggestion(
					name,
					tracks.map((one) => `${one.id}.yaml`)
				) || ' There is no such track.';
			findings.error(top(file), `This file translates nothing.${near}`);
			continue;
		}
		const read = await readSmallFile(root, file, trackWordsFile, findings);
		if (read) words.set(track.id, [...(words.get(track.id) ?? []), { ...read.written, language }]);
	}
	return words;
}

/** Files in folders that are called like languages. */
async function filesBelow(root: string, folder: string, findings: Findings) {
	const entries = async (below: string) => {
		const found = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
		return found.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
	};
	const files: { language: string; name: string }[] = [];
	for (const entry of await entries(folder)) {
		if (!entry.isDirectory() || !LANGUAGE.test(entry.name)) {
			findings.error(
				top(`${folder}/${entry.name}`),
				'Translations stand in i18n/LANGUAGE/, such as i18n/fr/course.yaml.'
			);
			continue;
		}
		for (const { name } of await entries(`${folder}/${entry.name}`))
			files.push({ language: entry.name, name });
	}
	return files;
}

/** What it translates must be there, and as often. */
function sameTexts(
	course: Course,
	words: z.output<typeof courseWordsFile>,
	{ yaml, findings }: { yaml: YamlFile; findings: Findings }
): void {
	for (const kind of ['outcomes', 'prerequisites'] as const) {
		const [there, here] = [course[kind].length, words[kind]?.length ?? course[kind].length];
		if (there !== here)
			findings.error(
				yaml.at([kind]),
				`course.yaml has ${there} ${kind} here, and this has ${here}. Translate each, in the same order.`
			);
	}
	const known = course.modules.map((module) => module.id);
	for (const id of Object.keys(words.modules)) {
		if (!known.includes(id))
			findings.error(
				yaml.at(['modules', id]),
				`There is no module \`${id}\` in course.yaml.${suggestion(id, known)}`
			);
	}
	if (words.capstone !== undefined && !course.capstone)
		findings.error(yaml.at(['capstone']), 'This course has no capstone to translate.');
}
