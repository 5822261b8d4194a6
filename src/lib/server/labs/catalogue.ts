/**
 * The whole of labs/, read once: courses with their modules and labs, tracks, and what is wrong.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inOrder } from './catalogue-order.ts';
import { boundToLabs } from './course-rules.ts';
import { Findings, top, type Place } from './findings.ts';
import { readFolder } from './folder.ts';
import type { Course, Lab, Module, Problem, Track } from './lab.ts';
import { readLab, type LabReading } from './read-lab.ts';
import { readCourseFile, readTrackFile, type WrittenCourse } from './course-files.ts';
import { readCourseWords, readTrackWords } from './i18n/course-words.ts';
import { suggestion } from './spelling.ts';
import type { YamlFile } from './yaml.ts';

export interface Catalogue {
	courses: Course[];
	tracks: Track[];
	problems: Problem[];
}

/** Remembers labs by their digest: an unchanged folder is not understood twice. */
type Memory = Map<string, { digest: string; reading: LabReading }>;

export class CatalogueReader {
	#root: string;
	#memory: Memory = new Map();
	#problems: Problem[] = [];
	/** Ids taken so far, and the folder that has them. */
	#taken = new Map<string, string>();

	constructor(root: string) {
		this.#root = root;
	}

	/** Never throws: a folder that is missing or unreadable is an empty catalogue with a problem. */
	async read(): Promise<Catalogue> {
		this.#problems = [];
		this.#taken = new Map();
		if ((await this.#folders('')).length === 0) this.#reportEmpty();
		const courses: Course[] = [];
		for (const name of await this.#folders('')) {
			const course = name === 'tracks' ? null : await this.#course(name);
			if (course) courses.push(course);
		}
		const findings = new Findings();
		const ordered = await inOrder(this.#root, { courses, tracks: await this.#tracks() }, findings);
		this.#keep(findings, null);
		return { ...ordered, problems: this.#problems };
	}

	#reportEmpty() {
		const findings = new Findings();
		findings.warning(
			top('.'),
			`There are no courses in ${this.#root}. A course is a folder with a course.yaml.`
		);
		this.#keep(findings, null);
	}

	async #course(id: string): Promise<Course | null> {
		const findings = new Findings();
		const read = await readCourseFile(this.#root, id, findings);
		if (read === 'absent') return null;
		if (!read) return this.#keep(findings, id);

		const { modules: written, credits = null, hours = null, ...course } = read.written;
		await this.#reportUnlisted(id, read, findings);
		const modules: Module[] = [];
		for (const [index, { labs, ...module }] of written.entries()) {
			modules.push({
				...module,
				labs: await this.#labs(id, module.id, labs, missingLab(read, index, findings))
			});
		}
		const bound = boundToLabs(read, modules, findings);
		const { title, summary, level, workload, prerequisites } = course;
		const reading = course.reading.map(({ url = null, ...rest }) => ({ ...rest, url }));
		const whole: Course = {
			...{ id, title, summary, level, credits, hours, workload, prerequisites, reading, modules },
			...bound
		};
		const translations = await readCourseWords(this.#root, whole, findings);
		this.#keep(findings, null);
		return { ...whole, translations };
	}

	async #labs(
		course: string,
		module: string,
		names: string[],
		missing: (index: number, known: string[]) => void
	) {
		const known = await this.#folders(`${course}/${module}`);
		const labs: Lab[] = [];
		for (const [index, name] of names.entries()) {
			if (!known.includes(name)) {
				missing(index, known);
				continue;
			}
			const lab = await this.#lab(course, module, name);
			if (lab) labs.push(lab);
		}
		return labs;
	}

	async #lab(course: string, module: string, folderName: string): Promise<Lab | null> {
		const name = `${course}/${module}/${folderName}`;
		const findings = new Findings();
		const folder = await readFolder(join(this.#root, name), name, findings).catch((error: Error) => {
			findings.error(top(name), `This folder cannot be read (${error.message}).`);
			return null;
		});
		if (!folder) return this.#keep(findings, name);

		const known = this.#memory.get(name);
		const reading = known?.digest === folder.digest ? known.reading : readLab(folder, course, module);
		this.#memory.set(name, { digest: folder.digest, reading });
		this.#problems.push(...reading.problems);
		return reading.lab && this.#claimId(reading.lab, name, reading.idPlace);
	}

	/** Results hang on the id, so a copy of a lab must not take over its namesake's. */
	#claimId(lab: Lab, name: string, place: Place): Lab | null {
		const owner = this.#taken.get(lab.id);
		if (owner === undefined) {
			this.#taken.set(lab.id, name);
			return lab;
		}
		const findings = new Findings();
		findings.error(place, `The id \`${lab.id}\` belongs to ${owner}. Give this lab another one.`);
		return this.#keep(findings, name);
	}

	async #tracks(): Promise<Track[]> {
		const names = (await this.#entries('tracks'))
			.filter(({ name }) => /\.ya?ml$/.test(name))
			.map(({ name }) => name);
		const tracks: Track[] = [];
		for (const name of names) {
			const findings = new Findings();
			const id = name.replace(/\.ya?ml$/, '');
			const read = await readTrackFile(this.#root, `tracks/${name}`, findings);
			if (read)
				tracks.push({ id, ...read.written, labs: this.#knownLabs(read.written.labs, read.yaml, findings) });
			this.#keep(findings, read ? null : id);
		}
		const findings = new Findings();
		const words = await readTrackWords(this.#root, tracks, findings);
		this.#keep(findings, null);
		return tracks.map((track) => ({ ...track, translations: words.get(track.id) ?? [] }));
	}

	/** A track goes on without the labs that are not there. */
	#knownLabs(ids: string[], yaml: YamlFile, findings: Findings): string[] {
		return ids.filter((id, index) => {
			if (this.#taken.has(id)) return true;
			const near = suggestion(id, this.#taken.keys());
			findings.error(yaml.at(['labs', index]), `There is no lab \`${id}\`, or it is broken.${near}`);
			return false;
		});
	}

	async #reportUnlisted(course: string, { written, yaml }: WrittenCourse, findings: Findings) {
		for (const module of await this.#folders(course)) {
			const index = written.modules.findIndex(({ id }) => id === module);
			for (const lab of await this.#folders(`${course}/${module}`)) {
				if (written.modules[index]?.labs.includes(lab) || !(await this.#hasLab(`${course}/${module}/${lab}`)))
					continue;
				const place = yaml.at(index < 0 ? ['modules'] : ['modules', index, 'labs']);
				findings.warning(place, `The lab in ${module}/${lab} is in no list, so nobody sees it.`);
			}
		}
	}

	async #hasLab(below: string) {
		return (await this.#entries(below)).some(({ name }) => name === 'lab.yaml');
	}

	async #folders(below: string): Promise<string[]> {
		return (await this.#entries(below)).filter((entry) => entry.isDirectory()).map(({ name }) => name);
	}

	/** Sorted; what cannot be listed is empty. */
	async #entries(below: string) {
		const entries = await readdir(join(this.#root, below), { withFileTypes: true }).catch(() => []);
		return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
	}

	#keep(findings: Findings, hides: string | null): null {
		this.#problems.push(...findings.problems(hides));
		return null;
	}
}

const missingLab =
	({ written, yaml }: WrittenCourse, module: number, findings: Findings) =>
	(index: number, known: string[]) => {
		const { id, labs } = written.modules[module]!;
		const message = `There is no folder ${id}/${labs[index]} in this course.${suggestion(labs[index]!, known)}`;
		findings.error(yaml.at(['modules', module, 'labs', index]), message);
	};
