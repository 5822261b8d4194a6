/**
 * A repository that a stranger has named, fetched as a zip: the newest commit and nothing before it. Git
 * makes the zip from what it has fetched, and nothing is ever checked out, so what a repository brings
 * along (hooks, filters, submodules, links) is never acted upon; the zip is then judged as any other.
 *
 * Knows nothing of labs.
 */
import { mkdir, realpath, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { t } from '#lib/words/index.ts';
import { runGit, type Network, type Surroundings } from './git.ts';
import { Unfit } from './unfit.ts';

export interface Source {
	/** `https://…`, or a folder of this machine. */
	address: string;
	/** Folder of the lab in it; empty when it holds one lab only. */
	path: string;
}

export interface Fetched {
	zip: Buffer;
	commit: string;
}

export interface FetchOptions {
	/** Hosts, with their ports where they have some, and folders: what may be pulled from. */
	allowed: string[];
	/** An empty place for the repository, which is taken away again. */
	into: string;
	/** How much a zip may have. */
	most: number;
	network: Network;
}

const ADDRESS_MAX = 500;
const PATH = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*(\/[\p{L}\p{N}_][\p{L}\p{N}_. -]*)*$/u;

/** @throws Unfit */
export async function fetchRepository({ address, path }: Source, options: FetchOptions): Promise<Fetched> {
	const { allowed, into, most, network } = options;
	const { url, protocol } = await locate(address, allowed);
	if (path !== '' && (path.length > 300 || !PATH.test(path)))
		throw new Unfit(
			t('The folder in the repository is written like courses/dns: names, with slashes between.')
		);
	await mkdir(into, { recursive: true, mode: 0o700 });
	try {
		const around: Surroundings = { home: into, protocol, network };
		const repository = join(into, 'repository');
		await runGit(['init', '--quiet', '--bare', '--template=', repository], around);
		const fetch = [
			'fetch',
			'--quiet',
			'--depth=1',
			'--no-tags',
			'--no-recurse-submodules',
			'--',
			url,
			'HEAD'
		];
		await runGit(['-C', repository, ...fetch], around);
		const commit = `${await runGit(['-C', repository, 'rev-parse', 'FETCH_HEAD'], around)}`.trim();
		const tree = path === '' ? commit : `${commit}:${path}`;
		await runGit(['-C', repository, 'cat-file', '-e', tree], around).catch(() => {
			throw new Unfit(t('There is no folder {path} in this repository.', { path }));
		});
		return { commit, zip: await runGit(['-C', repository, 'archive', '--format=zip', tree], around, most) };
	} finally {
		await rm(into, { recursive: true, force: true });
	}
}

/** Where git is sent, if the operator lets it. @throws Unfit */
async function locate(
	address: string,
	allowed: string[]
): Promise<{ url: string; protocol: Surroundings['protocol'] }> {
	if (allowed.length === 0)
		throw new Unfit(
			t(
				'Nothing is pulled here: the operator has named no host for it (setting GIT_HOSTS). Bring a zip instead.'
			)
		);
	if (address.startsWith('/')) return { url: await folderIn(address, allowed), protocol: 'file' };
	const url = address.length <= ADDRESS_MAX ? URL.parse(address) : null;
	if (url?.protocol !== 'https:' || url.search || url.hash)
		throw new Unfit(t('The address of a repository begins with https:// and names a host and a path.'));
	requireNamed(url, allowed);
	return { url: url.href, protocol: 'https' };
}

function requireNamed({ username, password, host }: URL, allowed: string[]): void {
	if (username || password)
		throw new Unfit(
			t('Leave name and password out of the address: everybody who sees the draft would read them.')
		);
	if (!allowed.includes(host))
		throw new Unfit(
			t('The operator has not named {host} as a host to pull from (setting GIT_HOSTS). Named are: {hosts}.', {
				host,
				hosts: allowed.join(', ')
			})
		);
}

/** A folder inside one that is named, wherever links lead. */
async function folderIn(address: string, allowed: string[]): Promise<string> {
	const real = await realpath(address).catch(() => null);
	for (const folder of allowed.filter((one) => one.startsWith('/'))) {
		const root = await realpath(folder).catch(() => null);
		if (real !== null && root !== null && (real === root || real.startsWith(root + sep)))
			return `file://${real}`;
	}
	throw new Unfit(
		t('There is no repository at {address}, or the operator has not named its folder (setting GIT_HOSTS).', {
			address: address.slice(0, 100)
		})
	);
}
