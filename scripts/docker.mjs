/**
 * Finding the Docker engine of this machine. One piece of code for the bootstrap and the server,
 * so that both find the same one. No dependencies; runs on Node 18.
 */
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** How long an engine may take to answer. */
const PATIENCE_MILLISECONDS = 2000;

/**
 * Where engines usually listen, in the order in which they are asked.
 * @param {{ uid: number, home: string }} whose
 */
export const usualSockets = ({ uid, home }) => [
	'/var/run/docker.sock',
	`/run/user/${uid}/docker.sock`,
	join(home, '.docker/run/docker.sock'),
	`/run/user/${uid}/podman/podman.sock`,
	'/run/podman/podman.sock'
];

/**
 * The address of the engine to use, as in DOCKER_HOST, or null if none answers. An address that was
 * set is the only one asked.
 * @param {string | undefined} chosen DOCKER_HOST
 * @param {string[]} [sockets]
 * @returns {Promise<string | null>}
 */
export async function findDocker(
	chosen,
	sockets = usualSockets({ uid: process.getuid?.() ?? 0, home: homedir() })
) {
	const addresses = chosen
		? [chosen]
		: sockets.filter((path) => existsSync(path)).map((path) => `unix://${path}`);
	for (const address of addresses) {
		if ((await probe(address)) === 'answers') return address;
	}
	return null;
}

/**
 * Ask an engine whether it is there.
 * @param {string} address as in DOCKER_HOST
 * @returns {Promise<'answers' | 'forbidden' | 'silent'>} forbidden: it is there, and not for us
 */
export async function probe(address) {
	if (address.startsWith('unix://')) return ping({ socketPath: address.slice('unix://'.length) });
	const { protocol, hostname, port } = new URL(address.includes('://') ? address : `tcp://${address}`);
	if (protocol === 'ssh:') return 'answers'; // only a login would tell
	// An engine behind certificates answers no plain question: that it listens must do.
	if (protocol === 'https:' || process.env.DOCKER_TLS_VERIFY || port === '2376')
		return listens(hostname, Number(port));
	return ping({ host: hostname, port: Number(port || 2375) });
}

/**
 * @param {import('node:http').RequestOptions} where
 * @returns {Promise<'answers' | 'forbidden' | 'silent'>}
 */
function ping(where) {
	return new Promise((resolve) => {
		const asked = request({ ...where, path: '/_ping', agent: false }, (answer) => {
			answer.resume();
			answer.on('end', () => resolve(answer.statusCode === 200 ? 'answers' : 'silent'));
			answer.on('error', () => resolve('silent'));
		});
		const clock = setTimeout(() => asked.destroy(new Error('too slow')), PATIENCE_MILLISECONDS);
		asked.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
			resolve(code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'silent')
		);
		asked.on('close', () => clearTimeout(clock));
		asked.end();
	});
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<'answers' | 'silent'>}
 */
function listens(host, port) {
	return new Promise((resolve) => {
		const socket = connect({ host, port: port || 2376, timeout: PATIENCE_MILLISECONDS });
		/** @param {'answers' | 'silent'} found */
		const end = (found) => {
			socket.destroy();
			resolve(found);
		};
		socket.on('connect', () => end('answers'));
		socket.on('timeout', () => end('silent'));
		socket.on('error', () => end('silent'));
	});
}

/**
 * Ids of the images an engine has; null if this cannot be asked simply.
 * @param {string} address as in DOCKER_HOST
 * @returns {Promise<string[] | null>}
 */
export function imageIds(address) {
	if (!address.startsWith('unix://')) return Promise.resolve(null);
	const socketPath = address.slice('unix://'.length);
	return new Promise((resolve) => {
		const asked = request({
			socketPath,
			path: '/images/json?all=1',
			agent: false,
			timeout: PATIENCE_MILLISECONDS
		});
		asked.on('response', async (answer) => {
			try {
				let text = '';
				for await (const chunk of answer.setEncoding('utf8')) text += chunk;
				resolve(JSON.parse(text).map((/** @type {{ Id: string }} */ { Id }) => Id));
			} catch {
				resolve(null);
			}
		});
		asked.on('timeout', () => asked.destroy());
		asked.on('error', () => resolve(null));
		asked.end();
	});
}

/**
 * An address as dockerode's constructor wants it.
 * @param {string} address as in DOCKER_HOST
 * @returns {import('dockerode').DockerOptions}
 */
export function dockerodeOptions(address) {
	if (address.startsWith('unix://')) return { socketPath: address.slice('unix://'.length) };
	return {}; // dockerode reads DOCKER_HOST, with its certificates, by itself
}
