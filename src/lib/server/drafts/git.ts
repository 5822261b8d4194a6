/**
 * The machine's own git, held short: no settings but ours, no questions, one protocol, and bounds on time,
 * memory and every file it writes.
 */
import { spawn } from 'node:child_process';
import { t } from '#lib/words/index.ts';
import { Unfit } from './unfit.ts';

export interface Surroundings {
	/** A folder of its own, where nothing is. */
	home: string;
	/** The only one it may speak. */
	protocol: 'https' | 'file';
	network: Network;
}

/** How others are reached, in the names that git knows. */
export interface Network {
	https_proxy?: string | undefined;
	no_proxy?: string | undefined;
	/** Certificates that are trusted, in place of the machine's own. */
	GIT_SSL_CAINFO?: string | undefined;
}

const MILLISECONDS = 60_000;
const MIB = 1024 * 1024;
/** Of one file: all that is fetched is one pack. */
const FILE_MIB = 200;
const MEMORY_MIB = 2048;
const SAYS_MAX = 64 * 1024;

/** In words of the shell: files in blocks of 512 bytes, memory in KiB. */
const HELD = `ulimit -f ${FILE_MIB * 2048} && ulimit -v ${MEMORY_MIB * 1024} && exec git "$@"`;

const SETTINGS = [
	...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'http.followRedirects=false', 'gc.auto=0'],
	...['fetch.unpackLimit=1', 'pack.threads=1', 'core.bigFileThreshold=10m', 'credential.helper=']
].flatMap((setting) => ['-c', setting]);

/** What it prints, at most so many bytes. @throws Unfit */
export async function runGit(words: string[], around: Surroundings, most = MIB): Promise<Buffer> {
	const child = spawn('/bin/sh', ['-c', HELD, 'git', ...SETTINGS, ...words], {
		...{ cwd: around.home, env: environment(around), detached: true },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	// It has children of its own: the group ends, not only the first of it.
	const end = () => void (child.pid && tryKill(-child.pid));
	const printed = new Printed(most, end);
	const said = new Printed(SAYS_MAX, end);
	child.stdout.on('data', (chunk: Buffer) => printed.add(chunk));
	child.stderr.on('data', (chunk: Buffer) => said.add(chunk));
	let late = false;
	const timer = setTimeout(() => {
		late = true;
		end();
	}, MILLISECONDS);
	const code = await new Promise<number | null>((resolve, reject) =>
		child.on('error', reject).on('close', resolve)
	).finally(() => clearTimeout(timer));
	if (late) throw new Unfit(t('The repository did not answer within a minute. Try again later.'));
	if (printed.isOver)
		throw new Unfit(
			t('What is in the repository is too large. A lab’s zip has at most {size} MiB.', { size: most / MIB })
		);
	if (code !== 0)
		throw new Unfit(t('The repository could not be pulled ({error}).', { error: reason(said.text) }));
	return printed.all;
}

function environment({ home, protocol, network }: Surroundings): NodeJS.ProcessEnv {
	const { https_proxy, no_proxy, GIT_SSL_CAINFO } = network;
	return {
		...{ PATH: process.env.PATH, HOME: home, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1' },
		...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_ATTR_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
		...{ GIT_ASKPASS: '/bin/false', GIT_ALLOW_PROTOCOL: protocol, GIT_LITERAL_PATHSPECS: '1' },
		...{ https_proxy, no_proxy, GIT_SSL_CAINFO }
	};
}

class Printed {
	readonly #chunks: Buffer[] = [];
	readonly #most: number;
	readonly #full: () => void;
	#bytes = 0;

	constructor(most: number, full: () => void) {
		this.#most = most;
		this.#full = full;
	}

	add(chunk: Buffer): void {
		this.#bytes += chunk.length;
		if (this.isOver) this.#full();
		else this.#chunks.push(chunk);
	}

	get isOver(): boolean {
		return this.#bytes > this.#most;
	}

	get all(): Buffer {
		return Buffer.concat(this.#chunks);
	}

	get text(): string {
		return this.all.toString('utf8');
	}
}

/** The last line that says why. */
function reason(said: string): string {
	const lines = said
		.replace(/[^\P{Cc}\n]/gu, '')
		.split('\n')
		.filter((line) => /^(fatal|error): /.test(line));
	return (lines.at(-1) ?? 'no reason was given').replace(/^(fatal|error): /, '').slice(0, 200);
}

function tryKill(group: number): void {
	try {
		process.kill(group, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}
