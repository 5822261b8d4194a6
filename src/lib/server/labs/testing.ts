/**
 * For tests only: a small sound lab in memory, and what is said of it after a change.
 */
import { Buffer } from 'node:buffer';
import type { Folder } from './folder.ts';
import type { Lab } from './lab.ts';
import { readLab } from './read-lab.ts';

export type Files = Record<string, string | Buffer | null>;

export const SOUND: Record<string, string> = {
	'lab.yaml': `apiVersion: lab/v1
id: small
title: A small lab
summary: As small as can be.
level: beginner
minutes: 5
params:
  ROOM: { type: pick, from: [attic, cellar] }
  SEAL: { type: token, bytes: 4, secret: true }
networks:
  lan: {}
hosts:
  box: { image: linux, networks: { lan: {} } }
setup:
  - { host: box, run: setup/box.sh }
tasks:
  - id: write
    title: Write a file
    hints: [A shell can make files.]
    checks:
      - { id: file, title: The file is there, host: box, run: checks/file.sh }
  - id: name
    title: Name the room
    needs: [write]
    hints: []
    checks:
      - { id: room, title: You named it, type: answer, expect: "{{ROOM}}" }
`,
	'guide.md': `# A small lab

:::task{id=write}
Write a file.
:::

:::task{id=name}
Which room? ::answer{check=room}
:::
`,
	'checks/file.sh': 'test -e /tmp/done || fail "Not yet."\n',
	'setup/box.sh': 'touch /tmp/ready\n',
	'solve/write.sh': 'touch /tmp/done && sync\n',
	'solve/name.answer': 'room={{ROOM}}\n'
};

/** A folder of these files; null takes one of the sound lab's away. */
export function folderOf(changes: Files = {}): Folder {
	const files = Object.entries({ ...SOUND, ...changes }).filter(([, content]) => content !== null);
	const read = files.map(([path, content]): [string, Buffer] => [path, Buffer.from(content!)]);
	return { path: '/nowhere', name: 'c/m/small', files: new Map(read.sort()), digest: 'd'.repeat(64) };
}

/** Text of a file of the sound lab with one passage replaced, which must be there. */
export function edited(path: string, from: string, to: string): Files {
	const text = SOUND[path] ?? '';
	if (!text.includes(from)) throw new Error(`${path} does not hold: ${from}`);
	return { [path]: text.replace(from, () => to) };
}

/** `file:line:column message` of everything found, below the lab's folder. */
export const problemsOf = (changes: Files = {}) =>
	readLab(folderOf(changes), 'c', 'm').problems.map(
		({ file, line, column, message }) => `${file.replace('c/m/small/', '')}:${line}:${column} ${message}`
	);

/** The lab these files make. @throws the problems when they make none. */
export function labOf(changes: Files = {}): Lab {
	const { lab } = readLab(folderOf(changes), 'c', 'm');
	if (!lab) throw new Error(problemsOf(changes).join('\n'));
	return lab;
}
