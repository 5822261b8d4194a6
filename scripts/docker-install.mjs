/**
 * Bringing a Docker engine to a machine that has none: Debian's package, started by whatever starts
 * things here. No dependencies; runs on Node 18.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { aptInstall, isDebianRoot } from './apt.mjs';
import { findDocker, probe } from './docker.mjs';
import { lastLines, readOrEmpty } from './run.mjs';

const SOCKET = '/var/run/docker.sock';
const START_SECONDS = 60;

/** @typedef {(title: string, work: (tell: (detail: string) => void) => Promise<unknown>) => Promise<unknown>} Step */

/**
 * The address of a Docker engine that answers; installed and started where that is ours to do.
 * @param {{ chosen: string | undefined, logFile: string, step: Step }} options `chosen`: DOCKER_HOST;
 *   `logFile`: where an engine that we start ourselves writes
 * @returns {Promise<string>} rejects with a sentence that says what to do
 */
export async function needDocker({ chosen, logFile, step }) {
	const found = await findDocker(chosen);
	if (found) return found;
	if (chosen) {
		throw new Error(`No Docker engine answers at DOCKER_HOST=${chosen}: start it, or unset DOCKER_HOST.`);
	}
	if (existsSync(SOCKET) && (await probe(`unix://${SOCKET}`)) === 'forbidden') {
		const { username } = userInfo();
		throw new Error(
			`Docker runs here, but not for you: run "sudo usermod -aG docker ${username}", sign in again, and repeat.`
		);
	}
	if (!isDebianRoot()) {
		throw new Error(
			'No Docker engine answers: install Docker and start it (https://docs.docker.com/engine/install), ' +
				'or set DOCKER_HOST, or develop without it: ENGINE=memory npm run dev.'
		);
	}
	if (!program('dockerd'))
		await step('Installing Docker from Debian packages', () => aptInstall(['docker.io', 'ca-certificates']));
	await step('Starting Docker', () => startDocker(logFile));
	return `unix://${SOCKET}`;
}

/**
 * The tools with which faults break the cables between sandboxes, where installing them is ours to do. Without them
 * the platform works, and says of each lab that wants them why it cannot be started.
 * @param {{ step: Step }} options
 */
export async function needCableTools({ step }) {
	const missing = Object.entries({ nft: 'nftables', tc: 'iproute2' }).filter(([name]) => !program(name));
	if (missing.length === 0 || !isDebianRoot()) return;
	const packages = missing.map(([, name]) => name);
	await step(`Installing ${packages.join(' and ')}`, () => aptInstall(packages)).catch((error) =>
		console.error(`${error.message}\nLabs that break networks will not start until then.`)
	);
}

/**
 * Start the engine and wait until it answers.
 * @param {string} logFile
 */
async function startDocker(logFile) {
	const init = runningInit();
	const engine = init === null ? startAlone(logFile) : startBy(init);
	const until = Date.now() + START_SECONDS * 1000;
	while ((await probe(`unix://${SOCKET}`)) !== 'answers') {
		if (engine.ended || Date.now() > until) {
			const why =
				init === null
					? `:\n${complaints(logFile)}`
					: '; "journalctl -u docker" or /var/log/docker.log says why.';
			throw new Error(`Docker is installed and does not start${why}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** What starts services on this machine, or null in a container and wherever nothing does. */
function runningInit() {
	if (existsSync('/run/systemd/system')) return ['systemctl', 'enable', '--now', 'docker'];
	return readOrEmpty('/proc/1/comm').trim() === 'init' && existsSync('/etc/init.d/docker')
		? ['service', 'docker', 'start']
		: null;
}

/** @param {string[]} command */
function startBy([program = '', ...words]) {
	try {
		execFileSync(program, words, { stdio: 'ignore' });
	} catch {
		return { ended: true };
	}
	return { ended: false };
}

/**
 * The engine in a session of its own: it must survive the end of "npm start", and its Ctrl-C.
 * @param {string} logFile
 */
function startAlone(logFile) {
	for (const pidFile of ['/var/run/docker.pid', '/var/run/docker/containerd/containerd.pid']) {
		removeStalePid(pidFile);
	}
	mkdirSync(dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'a');
	const child = spawn('dockerd', [], { detached: true, stdio: ['ignore', log, log], cwd: '/' });
	const engine = { ended: false };
	child.on('error', () => (engine.ended = true));
	child.on('exit', () => (engine.ended = true));
	child.unref();
	return engine;
}

/**
 * A pid file left by an engine that was killed may name another process by now, or one that is dead
 * and was never buried; the engine would take it for itself and refuse to start.
 * @param {string} path
 */
function removeStalePid(path) {
	const pid = readOrEmpty(path).trim();
	if (!/^\d+$/.test(pid)) return;
	const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(readOrEmpty(`/proc/${pid}/stat`)) ?? [];
	const running = (name === 'dockerd' || name === 'containerd') && state !== 'Z';
	if (!running) rmSync(path, { force: true });
}

/**
 * What an engine's log says that is not mere information.
 * @param {string} logFile
 */
const complaints = (logFile) =>
	lastLines(
		readOrEmpty(logFile)
			.split('\n')
			.filter((line) => !line.includes('level=info'))
			.join('\n')
	);

/** @param {string} name */
const program = (name) =>
	['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].some((folder) =>
		existsSync(`${folder}/${name}`)
	);
