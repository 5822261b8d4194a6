/**
 * Where this machine gets its Debian packages from, so that a base image can come from the same
 * place. Reads both formats of apt's sources. Knows nothing of images.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Mirror {
	uri: string;
	/** What follows the release's name in the suite: '', '-updates' or '-security'. */
	suffix: string;
	/** The machine accepts this mirror without a signature. */
	trusted: boolean;
}

/**
 * The mirrors to install Debian from: `chosen` if the operator named one, else this machine's own
 * if it runs Debian, else none: mmdebstrap then takes the public ones it knows.
 * @param root where etc/ stands; another one only in tests.
 */
export async function findMirrors(chosen: string | undefined, root = '/'): Promise<Mirror[]> {
	if (chosen) {
		const uri = chosen.replace(/\/$/, '');
		return [
			{ uri, suffix: '', trusted: false },
			{ uri, suffix: '-updates', trusted: false },
			{ uri: `${uri}-security`, suffix: '-security', trusted: false }
		];
	}
	const release = await readFile(join(root, 'etc/os-release'), 'utf8').catch(() => '');
	const codename = /^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1];
	if (!/^ID=debian$/m.test(release) || !codename) return [];
	const own = parseSources(await readSources(join(root, 'etc/apt')), codename);
	return own.some(({ suffix }) => suffix === '') ? own : [];
}

interface SourceFile {
	path: string;
	text: string;
}

async function readSources(folder: string): Promise<SourceFile[]> {
	const parts = await readdir(join(folder, 'sources.list.d')).catch(() => []);
	const paths = ['sources.list', ...parts.sort().map((name) => join('sources.list.d', name))];
	const files = paths
		.filter((path) => /\.(list|sources)$/.test(path))
		.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8').catch(() => '') }));
	return Promise.all(files);
}

/** The mirrors of one Debian release that these files of apt's name, without repetition. */
export function parseSources(files: SourceFile[], codename: string): Mirror[] {
	const found = files.flatMap(({ path, text }) =>
		path.endsWith('.sources') ? deb822(text, codename) : oneLine(text, codename)
	);
	return found.filter(
		(mirror, at) =>
			found.findIndex(({ uri, suffix }) => uri === mirror.uri && suffix === mirror.suffix) === at
	);
}

interface Entry {
	uris: string[];
	suites: string[];
	components: string[];
	trusted: boolean;
}

function mirrorsOf({ uris, suites, components, trusted }: Entry, codename: string): Mirror[] {
	if (!components.includes('main')) return [];
	const suffixes = suites
		.map((suite) =>
			new RegExp(`^(?:${codename}|stable|oldstable)(|-updates|[-/]security|/updates)$`).exec(suite)
		)
		.flatMap((match) => match?.[1] ?? []);
	const named = suffixes.map((suffix) => (/security|^\/updates/.test(suffix) ? '-security' : suffix));
	return uris
		.filter((uri) => /^https?:/.test(uri))
		.flatMap((uri) => named.map((suffix) => ({ uri: uri.replace(/\/$/, ''), suffix, trusted })));
}

const words = (text = '') => text.split(/\s+/).filter(Boolean);

function deb822(text: string, codename: string): Mirror[] {
	const lines = text.split('\n').filter((line) => !line.startsWith('#'));
	return lines
		.join('\n')
		.split(/\n\s*\n/)
		.flatMap((stanza) => {
			const field = (name: string) => new RegExp(`^${name}:((?:.*(?:\\n[ \\t].*)*))`, 'im').exec(stanza)?.[1];
			if (!words(field('Types')).includes('deb') || words(field('Enabled'))[0] === 'no') return [];
			const entry = {
				uris: words(field('URIs')),
				suites: words(field('Suites')),
				components: words(field('Components')),
				trusted: words(field('Trusted'))[0] === 'yes'
			};
			return mirrorsOf(entry, codename);
		});
}

function oneLine(text: string, codename: string): Mirror[] {
	return text.split('\n').flatMap((line) => {
		const [, options = '', uri = '', suite = '', components] =
			/^\s*deb\s+(?:\[(.*?)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line) ?? [];
		if (!uri) return [];
		const trusted = /\btrusted=yes\b/.test(options);
		return mirrorsOf({ uris: [uri], suites: [suite], components: words(components), trusted }, codename);
	});
}
