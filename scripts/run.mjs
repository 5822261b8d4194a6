/** Small things every script here needs: run a program, read a file. Runs on Node 18. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LINES_SHOWN = 15;

/**
 * Run a program to its end, quietly.
 * @param {string[]} command
 * @param {{ failure: string, cwd?: string, env?: NodeJS.ProcessEnv, tellingPart?: (printed: string) => string }} options
 *   `failure`: the sentence that leads the error; `tellingPart`: what follows it of what was printed,
 *   the last lines if not said
 * @returns {Promise<void>}
 */
export function run([program = '', ...words], { failure, cwd, env = process.env, tellingPart = lastLines }) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let printed = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => (printed = (printed + text).slice(-8000)));
		}
		child.on('error', () => reject(new Error(`${failure}: there is no program "${program}" here.`)));
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error(`${failure}:\n${tellingPart(printed)}`))
		);
	});
}

/** @param {string} text */
export const lastLines = (text) => text.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');

/** @param {string} path */
export function readOrEmpty(path) {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
