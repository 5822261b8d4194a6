/** Installing Debian packages, where that is ours to do. No dependencies; runs on Node 18. */
import { readOrEmpty, run } from './run.mjs';

/** True on Debian, Ubuntu and their kin when we are root. */
export const isDebianRoot = () => process.getuid?.() === 0 && isDebian(readOrEmpty('/etc/os-release'));

/**
 * @param {string} release text of /etc/os-release
 */
export const isDebian = (release) => /^ID(_LIKE)?=["']?([a-z]+ )*(debian|ubuntu)\b/m.test(release);

/**
 * Install packages, with the lists fetched anew.
 * @param {string[]} packages
 * @returns {Promise<void>} rejects with a sentence and apt's last lines
 */
export async function aptInstall(packages) {
	await apt('update');
	await apt('install', '-y', '--no-install-recommends', ...packages);
}

/** @param {string[]} words */
function apt(...words) {
	const patience = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
	return run(['apt-get', '-q', ...patience, ...words], {
		failure: `"apt-get ${words[0]}" failed; mend what it says and repeat the command`,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' }
	});
}
