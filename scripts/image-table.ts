/** The table of containers/README.md: how large each image is, and how long building it takes. */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { format, resolveConfig } from 'prettier';
import type { ImageMeasure } from '#lib/server/sandbox/docker/images.ts';

export type MeasuredImage = ImageMeasure & { name: string };

const START = '<!-- measured by "npm run images:measure" -->';
const END = '<!-- end of what was measured -->';

/** Names of the images that have a folder, in order. */
export const imageFolders = async (folder: string): Promise<string[]> =>
	(await readdir(folder, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();

const MB = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function row({ name, standsOn, bytes, ownBytes, seconds }: MeasuredImage): string {
	const below = standsOn ? `\`${standsOn}\`` : 'nothing';
	return `| \`${name}\` | ${below} | ${MB(bytes)} | ${MB(ownBytes)} | ${Math.round(seconds)} s |`;
}

/** The page with these rows between its marks. @throws a sentence when the marks are not there. */
export async function withTable(page: string, rows: MeasuredImage[]): Promise<string> {
	const [from, to] = [page.indexOf(START), page.indexOf(END)];
	if (from < 0 || to < from)
		throw new Error(
			`containers/README.md lacks the lines ${START} and ${END}, between which the table stands.`
		);
	const when = new Date().toISOString().slice(0, 10);
	const total = Math.round(rows.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
	const text = [
		`Measured on ${when} on ${cpus().length} processors, each with what it stands on at hand; all of them in ${total} min.`,
		'',
		'| image | stands on | size, with that | of its own | built in |',
		'| --- | --- | --: | --: | --: |',
		...rows.map(row)
	].join('\n');
	const whole = `${page.slice(0, from)}${START}\n\n${text}\n\n${page.slice(to)}`;
	return format(whole, { ...(await resolveConfig('containers/README.md')), parser: 'markdown' });
}
