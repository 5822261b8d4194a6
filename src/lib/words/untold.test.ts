import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { untoldInScript, untoldInSvelte } from './untold.ts';

const ROOT = new URL('../../', import.meta.url);
const SPOKEN = [
	'routes',
	...['components', 'terminal', 'editor', 'drills', 'guides'].map((part) => `lib/${part}`)
];

/** What stays as it is: sample screens, styles, what other programs read, and the door of development. */
const AS_IT_IS: Record<string, RegExp> = {
	'lib/components/WorkshopPicture.svelte': /^(client|web|db|lea@db|curl|503|sudo|run:|200)/,
	'lib/editor/looks.ts': /^(\d|color-mix)/,
	'routes/metrics/+server.ts': /METRICS_TOKEN/,
	'routes/readyz/+server.ts': /database/,
	'routes/classes/[class]/game-days/[day]/+page.server.ts': /^\{\} of them$/
};

it('finds what no dictionary has, wherever a page says it', () => {
	const page = `<script>const refused = 'You are nobody here.';</script>
<p title="Nobody knows">Never said {'by anybody at all'}</p><code>ls -l</code><p>{t('Language')}</p>`;
	expect(
		untoldInSvelte(page)
			.map(({ line, text }) => `${line}: ${text}`)
			.sort()
	).toEqual([...['1: You are nobody here.', '2: Never said', '2: Nobody knows', '2: by anybody at all']]);
	expect(untoldInScript('return fail(400, { refused: `There is no ${name}.` })')).toEqual([
		{ line: 1, text: 'There is no {}.' }
	]);
});

it('has French for everything that pages and components say', { timeout: 60_000 }, () => {
	const untold = SPOKEN.flatMap(filesBelow).flatMap((path) => {
		const source = readFileSync(new URL(path, ROOT), 'utf8');
		const found = path.endsWith('.svelte') ? untoldInSvelte(source) : untoldInScript(source);
		return found
			.filter(({ text }) => !AS_IT_IS[path]?.test(text))
			.map(({ line, text }) => `${path}:${line}: ${text}`);
	});
	expect(untold).toEqual([]);
});

/** The page of the design is for who builds the platform. */
function filesBelow(folder: string): string[] {
	return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path}`)
		.filter((path) => /\.(svelte|ts)$/.test(path) && !/\.test\.ts$|routes\/design\//.test(path));
}
