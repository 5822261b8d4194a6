/**
 * The base of every image, debian:trixie-slim: already here, else from a registry, else made from
 * Debian's own packages. Knows nothing of the images that stand on it.
 */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { aptInstall, isDebianRoot } from '../../../../../scripts/apt.mjs';
import { findMirrors, type Mirror } from './base-sources.ts';
import { messages } from './image-messages.ts';
import { DEBIAN } from './image-plan.ts';

export interface BaseOptions {
	/** A Debian mirror to use in place of the machine's own. */
	aptMirror?: string;
	/** Name of the image. */
	reference?: string;
	/** How long a registry may take to its first answer. */
	registryMilliseconds?: number;
}

type Tell = (text: string) => void;

const SUITE = 'trixie';

/** How long a pull may go on once it has begun. */
const PULL_MINUTES = 10;

/** What Debian's own slim image leaves out. */
const LEFT_OUT = ['man', 'info', 'locale', 'doc', 'lintian'].map(
	(part) => `path-exclude=/usr/share/${part}/*`
);

/**
 * Bring the base image, and say in `tell` which way it went.
 * @throws a sentence that says what to install when no way is open.
 */
export async function bringBase(docker: Docker, tell: Tell, options: BaseOptions = {}): Promise<void> {
	const reference = options.reference ?? DEBIAN;
	tell('asking a registry for it');
	const refusal = await pull(docker, reference, tell, options.registryMilliseconds ?? 4000);
	if (refusal === null) return tell('it came from a registry');

	tell('no registry answers; making it from Debian packages');
	await makeFromPackages(docker, reference, tell, options);
	tell('it was made from Debian packages');
}

/** Ask a registry. Null if the image is here now, else why it is not. */
async function pull(docker: Docker, reference: string, tell: Tell, limit: number): Promise<string | null> {
	const stop = new AbortController();
	const patience = setTimeout(() => stop.abort(), limit);
	const end = setTimeout(() => stop.abort(), PULL_MINUTES * 60_000);
	try {
		const stream: NodeJS.ReadableStream = await docker.pull(reference, { abortSignal: stop.signal });
		for await (const { error, status } of messages(stream)) {
			clearTimeout(patience);
			if (error) return error;
			if (status?.startsWith('Pulling from')) tell('a registry answers; downloading it');
		}
		return null;
	} catch (error) {
		return stop.signal.aborted ? 'no answer in time' : (error as Error).message;
	} finally {
		clearTimeout(patience);
		clearTimeout(end);
	}
}

async function makeFromPackages(docker: Docker, reference: string, tell: Tell, options: BaseOptions) {
	await needMmdebstrap(tell);
	const mirrors = await answering(await findMirrors(options.aptMirror));
	const arguments_ = [
		'--variant=minbase',
		'--include=ca-certificates',
		...LEFT_OUT.map((line) => `--dpkgopt=${line}`),
		'--dpkgopt=path-include=/usr/share/doc/*/copyright',
		...(await clockOptions()).map((line) => `--aptopt=${line}`),
		SUITE,
		'-',
		...mirrors.map(
			({ uri, suffix, trusted }) => `deb ${trusted ? '[trusted=yes] ' : ''}${uri} ${SUITE}${suffix} main`
		)
	];
	tell(`making it from the packages at ${mirrors[0]?.uri}`);
	const maker = spawn('mmdebstrap', arguments_, { stdio: ['ignore', 'pipe', 'pipe'] });
	const printed: string[] = [];
	maker.stderr.setEncoding('utf8').on('data', (text: string) => printed.push(text));
	const ended = new Promise<number>((resolve, reject) => {
		maker.on('error', reject);
		maker.on('close', (code) => resolve(code ?? 1));
	});

	const [imported, code] = await Promise.all([importTar(docker, maker.stdout), ended]);
	if (code !== 0) {
		if (imported) await docker.getImage(imported).remove();
		throw new Error(`${reference} could not be made from Debian packages:\n${lastLines(printed.join(''))}`);
	}
	const [repo, tag] = reference.split(/:(?=[^/:]+$)/);
	await docker.getImage(imported).tag({ repo, tag });
}

/** Give Docker the archive; the image has no name yet. Returns its id, empty if there was nothing in it. */
async function importTar(docker: Docker, tar: NodeJS.ReadableStream): Promise<string> {
	const changes = 'CMD ["bash"]\nLABEL labwright.base=mmdebstrap';
	const stream = await docker.importImage(tar, {
		changes,
		message: 'made from Debian packages by mmdebstrap'
	});
	let id = '';
	for await (const { status } of messages(stream)) id = /^sha256:[0-9a-f]{64}$/.exec(status ?? '')?.[0] ?? id;
	return id;
}

async function needMmdebstrap(tell: Tell): Promise<void> {
	const there = await promisify(execFile)('mmdebstrap', ['--version']).then(
		() => true,
		() => false
	);
	if (there) return;
	if (!isDebianRoot()) {
		throw new Error(
			`No registry gives us ${DEBIAN}, and mmdebstrap, which could make it, is not installed: ` +
				'run "sudo apt-get install mmdebstrap", or "docker load" the image, and try again.'
		);
	}
	tell('installing mmdebstrap');
	await aptInstall(['mmdebstrap', 'debian-archive-keyring']);
}

/** The mirrors that have our suite. */
async function answering(mirrors: Mirror[]): Promise<Mirror[]> {
	const asked = await Promise.all(
		mirrors.map(async (mirror) => {
			const address = `${mirror.uri}/dists/${SUITE}${mirror.suffix}/InRelease`;
			const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).catch(
				() => null
			);
			return answer?.ok ? mirror : null;
		})
	);
	const answered = asked.filter((mirror) => mirror !== null);
	// Behind a proxy that only apt knows, our question proves nothing: then the main suite is tried.
	return answered.length > 0 ? answered : mirrors.filter(({ suffix }) => suffix === '');
}

/** A machine whose apt does not trust its clock, or reads an old snapshot, needs the same in the image. */
async function clockOptions(): Promise<string[]> {
	const names = ['Acquire::Check-Valid-Until', 'Acquire::Check-Date'];
	const { stdout } = await promisify(execFile)('apt-config', ['dump', ...names]).catch(() => ({
		stdout: ''
	}));
	return names
		.filter((name) => new RegExp(`^${name} "(false|no|0)"`, 'im').test(stdout))
		.map((name) => `${name} "false"`);
}

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-15).join('\n');
