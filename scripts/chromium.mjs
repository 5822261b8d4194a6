/** The browser that the journeys in tests/ drive: the system's own. Runs on Node 18. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of the browser, or null if there is none.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findChromium(env = process.env) {
	if (env.CHROMIUM) return existsSync(env.CHROMIUM) ? env.CHROMIUM : null;
	const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
	const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return paths.find((path) => existsSync(path)) ?? null;
}
