/** A base image made on this machine from Debian's packages, by mmdebstrap. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { aptInstall, isDebianRoot } from '../../../../../scripts/apt.mjs';
import { lastLines } from '../../../../../scripts/run.mjs';
import { findMirrors, type Mirror } from './base-sources.ts';
import { messages } from './image-messages.ts';

const SUITE = 'trixie';

/** What Debian's own slim image leaves out. */
const LEFT_OUT = ['man', 'info', 'locale', 'doc', 'lintian'].map(
	(part) => `path-exclude=/usr/share/${part}/*`
);

const MIRROR_MILLISECONDS = 5000;

type Tell = (text: string) => void;

/**
 * Make the image `reference`.
 * @throws a sentence that says what to install, or mmdebstrap's last lines.
 */
export async function makeFromPackages(docker: Docker, reference: string, tell: Tell, aptMirror?: string) {
	await needMmdebstrap(reference, tell);
	const mirrors = await answering(await findMirrors(aptMirror));
	tell(`making it from the packages at ${mirrors[0]?.uri ?? 'the public mirror of Debian'}`);
	const maker = spawn('mmdebstrap', await wishes(mirrors), { stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	maker.stderr.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4000)));
	const ended = new Promise<number>((resolve, reject) => {
		maker.on('error', reject);
		maker.on('close', (code) => resolve(code ?? 1));
	});

	// The archive goes to Docker as it is made. Until both ends are content the image has no name.
	const [id, code] = await Promise.all([
		importTar(docker, maker.stdout).catch((error: Error) => error),
		ended
	]);
	if (code !== 0) {
		if (typeof id === 'string') await docker.getImage(id).remove();
		throw new Error(`${reference} could not be made from Debian packages:\n${lastLines(printed)}`);
	}
	if (typeof id !== 'string') throw id;
	const colon = reference.lastIndexOf(':');
	await docker.getImage(id).tag({ repo: reference.slice(0, colon), tag: reference.slice(colon + 1) });
}

/** Give Docker the archive; the image has no name yet. Returns its id. */
async function importTar(docker: Docker, tar: NodeJS.ReadableStream): Promise<string> {
	const changes = 'CMD ["bash"]\nLABEL labwright.base=mmdebstrap';
	const message = 'made from Debian packages by mmdebstrap';
	let id: string | null = null;
	for await (const { status, error } of messages(await docker.importImage(tar, { changes, message }))) {
		if (error) throw new Error(error);
		id = /^sha256:[0-9a-f]{64}$/.exec(status ?? '')?.[0] ?? id;
	}
	if (!id) throw new Error('Docker took the base image and did not name it.');
	return id;
}

/** What mmdebstrap is asked for. */
async function wishes(mirrors: Mirror[]): Promise<string[]> {
	return [
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

async function needMmdebstrap(reference: string, tell: Tell): Promise<void> {
	const there = await promisify(execFile)('mmdebstrap', ['--version']).then(
		() => true,
		() => false
	);
	if (there) return;
	if (!isDebianRoot()) {
		throw new Error(
			`No registry gives us ${reference}, and mmdebstrap, which could make it, is not installed: ` +
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
			const signal = AbortSignal.timeout(MIRROR_MILLISECONDS);
			const answer = await fetch(address, { method: 'HEAD', signal }).catch(() => null);
			return answer?.ok ? mirror : null;
		})
	);
	const answered = asked.filter((mirror) => mirror !== null);
	// Behind a proxy that only apt knows, our question proves nothing: then the main suite is tried.
	return answered.length > 0 ? answered : mirrors.filter(({ suffix }) => suffix === '');
}
