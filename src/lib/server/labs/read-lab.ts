/**
 * One folder, one lab: read, shaped, built and held against every rule.
 */
import { buildLab } from './build.ts';
import { Draft } from './draft.ts';
import { Findings, top, type Place } from './findings.ts';
import type { Folder } from './folder.ts';
import type { Lab, Problem } from './lab.ts';
import { readTranslations } from './i18n/read.ts';
import { conform } from './messages.ts';
import { applyRules } from './rules/index.ts';
import { firstFlaw, lineOf } from './rules/texts.ts';
import { labFile } from './schema.ts';
import { readYaml } from './yaml.ts';

export interface LabReading {
	/** Null when something in it must be mended first. */
	lab: Lab | null;
	problems: Problem[];
	/** Where the id stands, for the case that another lab has it. */
	idPlace: Place;
}

/** Never throws: what goes wrong in a lab is a problem of that lab. */
export function readLab(folder: Folder, courseId: string, moduleId: string): LabReading {
	const findings = new Findings();
	let lab: Lab | null = null;
	let idPlace = top(`${folder.name}/lab.yaml`);
	try {
		const draft = draftOf(folder, findings);
		if (draft) {
			idPlace = draft.placeOf(['id']);
			lab = buildLab(draft, courseId, moduleId);
			lab = { ...lab, translations: readTranslations(draft, lab) };
			applyRules(draft, lab);
		}
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		findings.error(top(`${folder.name}/lab.yaml`), `This lab could not be read: ${reason}.`);
	}
	const id = lab?.id ?? folder.name;
	return { lab: findings.broken ? null : lab, problems: findings.problems(id), idPlace };
}

function draftOf(folder: Folder, findings: Findings): Draft | null {
	const file = `${folder.name}/lab.yaml`;
	const content = folder.files.get('lab.yaml');
	if (!content) {
		findings.error(top(file), 'There is no lab.yaml in this folder. A lab is a lab.yaml and a guide.md.');
		return null;
	}
	const flaw = firstFlaw(content);
	if (flaw) {
		findings.error({ ...top(file), line: lineOf(content, flaw.at) }, flaw.message);
		return null;
	}
	const yaml = readYaml(file, content.toString('utf8'), findings);
	const written = yaml && conform(labFile, yaml, findings);
	return yaml && written ? new Draft(written, yaml, folder, findings) : null;
}
