/** Addresses of files, and paths in pieces. The same page serves folders and texts. */
import { locale, t } from '#lib/words/index.ts';

/** Where on a host somebody looks: in a folder (home when empty), or at a text. */
export type Spot = { path: string } | { file: string };

const query = (host: string, spot: Spot) => new URLSearchParams({ host, ...spot });

export const pageOf = (lab: string, host: string, spot: Spot) => `/labs/${lab}/files?${query(host, spot)}`;
export const dataOf = (lab: string, host: string, spot: Spot) =>
	`/labs/${lab}/files/look?${query(host, spot)}`;
export const contentOf = (lab: string, host: string, file: string) =>
	`/labs/${lab}/files/content?${query(host, { file })}`;
/** An action of the page; `host` goes along in the address. */
export const actionOf = (lab: string, host: string, action: 'upload' | 'save') =>
	`/labs/${lab}/files?/${action}&${new URLSearchParams({ host })}`;

export const within = (folder: string, name: string) => `${folder === '/' ? '' : folder}/${name}`;
export const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/')) || '/';

/** `/etc/nginx` as `/`, `etc`, `nginx`, each with its own path. */
export function pieces(path: string): { name: string; path: string }[] {
	const names = path.split('/').filter((name) => name !== '');
	return [
		{ name: '/', path: '/' },
		...names.map((name, index) => ({ name, path: `/${names.slice(0, index + 1).join('/')}` }))
	];
}

export function sizeInWords(bytes: number): string {
	if (bytes < 1024) return t('{size} B', { size: bytes });
	const kibi = bytes / 1024;
	return kibi < 1024
		? t('{size} KiB', { size: rounded(kibi, kibi < 10 ? 1 : 0) })
		: t('{size} MiB', { size: rounded(kibi / 1024, 1) });
}

const rounded = (size: number, digits: number) =>
	size.toLocaleString(locale(), {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		useGrouping: false
	});
