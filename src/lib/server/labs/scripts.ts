/**
 * Scripts: a path below the lab's folder, or a few lines written where they are used.
 */
import type { Draft } from './draft.ts';
import { textOf } from './folder.ts';
import type { Script } from './lab.ts';
import { suggestion } from './spelling.ts';
import type { YamlPath } from './yaml.ts';

/** Put before every shell check of the lab. */
const LIBRARY = 'checks/_lib.sh';

const PATH = /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)*\.(?:sh|py)$/;

/** The path a `run:` names, or null when it is the script itself. */
export const pathIn = (run: string) => (PATH.test(run) ? run.replace(/^\.\//, '') : null);

/** What `run:` at this path of lab.yaml means. A missing file is reported and reads as empty. */
export function scriptOf(draft: Draft, run: string, at: YamlPath): Script {
	const path = pathIn(run);
	if (path === null) {
		const pieces = [{ from: 1, path: 'lab.yaml', line: draft.textLineOf(at) }];
		return { path: 'lab.yaml', interpreter: 'bash', text: run, pieces };
	}

	const text = textOf(draft.folder, path);
	if (text === null) {
		const scripts = [...draft.folder.files.keys()].filter((name) => pathIn(name));
		draft.error(at, `There is no file \`${path}\` in this lab.${suggestion(path, scripts)}`);
	}
	return scriptFile(path, text ?? '');
}

/** The interpreter comes from the ending; the executable bit, lost on many ways, does not count. */
export const scriptFile = (path: string, text: string): Script => ({
	path,
	interpreter: path.endsWith('.py') ? 'python3' : 'bash',
	text
});

/** The same for a check, which may use the functions of checks/_lib.sh. */
export function checkScript(draft: Draft, run: string, at: YamlPath): Script {
	const script = scriptOf(draft, run, at);
	const library = textOf(draft.folder, LIBRARY);
	if (library === null || script.interpreter !== 'bash') return script;
	const before = `${library.trimEnd()}\n`;
	const [own = { path: script.path, line: 1 }] = script.pieces ?? [];
	const from = before.split('\n').length;
	const pieces = [
		{ from: 1, path: LIBRARY, line: 1 },
		{ ...own, from }
	];
	return { ...script, text: before + script.text, pieces };
}
