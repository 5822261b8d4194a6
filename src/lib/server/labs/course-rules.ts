/** What a course says of labs must name labs it has. */
import type { WrittenCourse } from './course-files.ts';
import type { Findings } from './findings.ts';
import type { Capstone, Module, Outcome } from './lab.ts';
import { suggestion } from './spelling.ts';

type Path = (string | number)[];

/** Ids that lead nowhere are findings, and are left out. An outcome that names no lab is shown in all of them. */
export function boundToLabs(
	{ written, yaml }: WrittenCourse,
	modules: Module[],
	findings: Findings
): { outcomes: Outcome[]; capstone: Capstone | null } {
	const ids = modules.flatMap(({ labs }) => labs.map(({ id }) => id));
	const known = (id: string, path: Path) => {
		if (ids.includes(id)) return true;
		findings.warning(
			yaml.at(path),
			`There is no lab \`${id}\` in this course, or it is broken.${suggestion(id, ids)}`
		);
		return false;
	};
	const outcomes = written.outcomes.map(({ text, labs }, o) => {
		const shown = labs.filter((id, l) => known(id, ['outcomes', o, 'labs', l]));
		return { text, labs: labs.length === 0 ? ids : shown };
	});
	const { capstone } = written;
	return { outcomes, capstone: capstone && known(capstone.lab, ['capstone', 'lab']) ? capstone : null };
}
