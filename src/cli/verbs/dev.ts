/** `lab dev`: the lab's page as learners have it, beside everything they never see, following each save. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDocker } from '../engine.ts';
import { findLab } from '../folders.ts';
import { Complaint, numberOf, type Verb } from '../verb.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const FIRST_PORT = 3100;
const PORTS = 20;

export const dev: Verb = {
	usage: 'DIR [--port N]',
	about: 'Open the lab’s page for its author: it follows every save.',
	details: `The guide is drawn again when you save it, and a check runs at once in the living machines. A drawer
shows what is wrong in the files, and every look of a check with all it said.

It prints a link that works once. Ctrl-C ends it and takes the machines away.

  --port N  listen there, on this machine only; ${FIRST_PORT} or the next free one unless said`,
	options: { port: { type: 'string' } },
	least: 1,
	async run({ words: [folder = ''], options, paper }) {
		const lab = await findLab(folder);
		await prepare();
		const port = options.port === undefined ? await freePort() : numberOf(options, 'port', FIRST_PORT, 65535);
		const instance = `dev${createHash('sha256').update(`${lab.folder}:${port}`).digest('hex').slice(0, 8)}`;
		const data = await mkdtemp(join(tmpdir(), 'labwright-dev-'));
		paper.progress('');
		try {
			return await serve({ folder: lab.folder, port, instance, data });
		} finally {
			if (lab.hosts.length > 0) await takeAway(instance);
			await rm(data, { recursive: true, force: true });
			paper.say('The machines are gone.');
		}
	}
};

/** The pages are built from the sources as they are. */
async function prepare() {
	const code = await ended(
		spawn(process.execPath, ['scripts/bootstrap.mjs', 'workbench'], { cwd: ROOT, stdio: 'inherit' })
	);
	if (code !== 0) throw new Complaint('The page could not be made ready; the reason stands above.');
}

interface Serving {
	folder: string;
	port: number;
	/** Its sandboxes are apart from any server's. */
	instance: string;
	data: string;
}

/** The platform's own server, for one lab and one author. Ends when it ends. */
async function serve({ folder, port, instance, data }: Serving): Promise<number> {
	const settings = {
		...{ WORKBENCH: folder, DATA: data, INSTANCE: instance, HOST: '127.0.0.1', PORT: `${port}` },
		...{ ORIGIN: `http://localhost:${port}`, SIGN_UP: 'closed', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
		...{ LAB_MINUTES: '240', LAB_MINUTES_MAX: '480', IDLE_MINUTES: '240' }
	};
	const server = spawn(process.execPath, ['src/server.ts'], {
		...{ cwd: ROOT, stdio: 'inherit' },
		env: { ...process.env, ...settings }
	});
	// Ctrl-C reaches the server by itself: a second one would cut it short.
	const wait = () => {};
	const end = () => void server.kill('SIGTERM');
	process.on('SIGINT', wait).on('SIGTERM', end);
	try {
		return await ended(server);
	} finally {
		process.off('SIGINT', wait).off('SIGTERM', end);
	}
}

async function takeAway(instance: string) {
	const engine = await openDocker(instance);
	try {
		for (const name of await engine.list()) await engine.remove(name);
	} finally {
		await engine.close();
	}
}

const ended = (child: ChildProcess): Promise<number> =>
	new Promise((done, failed) => {
		child.on('error', failed);
		child.on('exit', (code) => done(code ?? 1));
	});

async function freePort(): Promise<number> {
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) if (await isFree(port)) return port;
	throw new Complaint(`No port from ${FIRST_PORT} on is free. Name one with --port.`);
}

const isFree = (port: number): Promise<boolean> =>
	new Promise((answer) => {
		const server = createServer();
		server.on('error', () => answer(false));
		server.listen(port, '127.0.0.1', () => server.close(() => answer(true)));
	});
