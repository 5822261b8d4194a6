import { expect, it } from 'vitest';
import type { Script } from './lab.ts';
import { inAuthorsPlaces } from './script-places.ts';

const file: Script = { path: 'checks/word.sh', interpreter: 'bash', text: 'one\ntwo\n' };
const withLibrary: Script = {
	...file,
	pieces: [
		{ from: 1, path: 'checks/_lib.sh', line: 1 },
		{ from: 4, path: 'checks/word.sh', line: 1 }
	]
};
const inline: Script = { ...file, path: 'lab.yaml', pieces: [{ from: 1, path: 'lab.yaml', line: 40 }] };

it.each([
	[
		'a file',
		file,
		'/proc/self/fd/9: line 5: grpe: command not found',
		'checks/word.sh:2: grpe: command not found'
	],
	['busybox', file, '/proc/self/fd/9: line 5: x: not found', 'checks/word.sh:2: x: not found'],
	['a line of the library', withLibrary, '/proc/self/fd/9: line 5: x', 'checks/_lib.sh:2: x'],
	['a line after the library', withLibrary, '/proc/self/fd/9: line 8: x', 'checks/word.sh:2: x'],
	['lines in lab.yaml', inline, '/proc/self/fd/9: line 4: x', 'lab.yaml:40: x'],
	[
		'a trace of Python',
		file,
		'  File "/proc/self/fd/9", line 5, in <module>',
		'  File "checks/word.sh", line 2, in <module>'
	],
	['what has no line', file, '/proc/self/fd/9: odd', 'checks/word.sh: odd']
])('%s is named as its author knows it', (_, script, said, named) => {
	expect(inAuthorsPlaces(said, script, 'exec 9<&-\na\nb\n')).toBe(named);
});
