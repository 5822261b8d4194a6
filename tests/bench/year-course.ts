/** A course of forty labs, written as an author would: what a class does in a year. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const LABS = 40;
const TASKS = 5;
const ids = Array.from({ length: LABS }, (_, n) => `year-${String(n + 1).padStart(2, '0')}`);

/** Into this folder of courses. */
export function writeYear(folder: string): void {
	const course = join(folder, 'a-year');
	mkdirSync(course, { recursive: true });
	writeFileSync(
		join(course, 'course.yaml'),
		`title: A year
summary: Forty labs for a large class.
level: beginner
credits: 1
hours: 40
outcomes:
  - Has done forty labs
modules:
  - id: year
    title: The year
    summary: All of them.
    labs: [${ids.join(', ')}]
`
	);
	for (const id of ids) writeLab(join(course, 'year', id), id);
}

function writeLab(folder: string, id: string): void {
	const tasks = Array.from({ length: TASKS }, (_, n) => `task-${n + 1}`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'guide.md'), `# ${id}\n\n${tasks.map(guideOf).join('\n')}`);
	writeFileSync(
		join(folder, 'lab.yaml'),
		`apiVersion: lab/v1
id: ${id}
title: The lab ${id}
summary: Five tasks on one host.
level: beginner
minutes: 20
tags: [linux]
outcomes: [Do five things]
hosts:
  box: { image: linux, user: learner }
tasks:
${tasks.map(taskOf).join('')}`
	);
}

const guideOf = (task: string) => `:::task{id=${task}}\nDo what there is to do.\n:::\n`;

const taskOf = (task: string) => `  - id: ${task}
    title: Do ${task}
    hints:
      - text: Think of the first half.
        cost: 1
    checks:
      - id: made
        title: The file of ${task} is there
        host: box
        run: test -e /tmp/${task} || fail "There is no /tmp/${task} yet."
      - id: filled
        title: The file of ${task} has a line
        host: box
        run: test -s /tmp/${task} || fail "/tmp/${task} is empty."
`;
