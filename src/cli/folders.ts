/** From what an author calls a folder to the labs in it. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { loadLab, openLabs, type Lab, type Problem } from '#lib/server/labs/index.ts';
import { readConfig } from '#lib/server/config.ts';
import { Complaint } from './verb.ts';

export interface Found {
	labs: Lab[];
	/** Files are named from where the author stands. */
	problems: Problem[];
}

/** Every lab in these folders, each once; all of the labs folder when none is named. */
export async function findLabs(folders: string[]): Promise<Found> {
	const asked = folders.length > 0 ? folders : [readConfig().LABS];
	const found: Found[] = [];
	for (const folder of asked) found.push(await look(resolve(folder)));
	return {
		labs: [...new Map(found.flatMap(({ labs }) => labs).map((lab) => [lab.folder, lab])).values()],
		problems: found.flatMap(({ problems }) => problems)
	};
}

/** The one lab in this folder, which must be sound. */
export async function findLab(folder: string): Promise<Lab> {
	if (!existsSync(join(folder, 'lab.yaml')))
		throw new Complaint(`There is no lab.yaml in ${folder}: name the folder of a lab.`);
	const { labs, problems } = await look(resolve(folder));
	if (labs[0]) return labs[0];
	throw new Complaint(
		problems
			.filter(({ hides }) => hides)
			.map(line)
			.join('\n')
	);
}

/** The labs folder above this lab, or null when it is in no course. */
export function labsFolderOf(labFolder: string): string | null {
	const course = dirname(dirname(resolve(labFolder)));
	return existsSync(join(course, 'course.yaml')) ? dirname(course) : null;
}

/** `file:line:column message`, as editors make links of it. */
export const line = ({ file, line, column, message }: Problem) => `${file}:${line}:${column} ${message}`;

async function look(folder: string): Promise<Found> {
	if (!existsSync(folder)) throw new Complaint(`There is no folder ${fromHere(folder)}.`);
	if (existsSync(join(folder, 'lab.yaml'))) {
		const { lab, problems } = await loadLab(folder);
		const above = resolve(folder, '../../..');
		return { labs: lab ? [lab] : [], problems: problems.map((problem) => named(problem, above)) };
	}
	const isCourse = existsSync(join(folder, 'course.yaml'));
	return lookThrough(isCourse ? dirname(folder) : folder, isCourse ? folder : null);
}

async function lookThrough(root: string, course: string | null): Promise<Found> {
	const catalogue = await openLabs(root);
	catalogue.close();
	const inside = (path: string) => course === null || resolve(root, path).startsWith(`${course}/`);
	return {
		labs: catalogue.all().filter(({ folder }) => inside(folder)),
		problems: catalogue
			.problems()
			.filter(({ file }) => inside(file))
			.map((problem) => named(problem, root))
	};
}

const named = (problem: Problem, root: string) => ({ ...problem, file: fromHere(join(root, problem.file)) });

export const fromHere = (path: string) => relative(process.cwd(), path) || '.';
