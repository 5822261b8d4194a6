import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadLab } from '#lib/server/labs/index.ts';
import { openDocker } from '../engine.ts';
import { main } from '../main.ts';
import { notepad } from '../paper.ts';
import { proveLab, Stages, THOROUGH } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'first-lab-'));
const engine = await openDocker('readme');
const stages = new Stages(engine, 3);
afterAll(async () => {
	await engine.close();
	await rm(folder, { recursive: true });
});

const prove = async (path: string) => {
	const { lab } = await loadLab(join(folder, path));
	return proveLab({ stages, lab: lab!, how: THOROUGH });
};

/** The code of the author's guide, by the path in its first line. */
const PIECE = /^```\w+\n(?:# |<!-- )(my-course\/\S+)(?: -->)?\n([^]*?)^```$/gm;

it('the first lab of the author’s guide proves as it is written there', { timeout: 60_000 }, async () => {
	for (const [, path = '', text = ''] of (await readFile('labs/README.md', 'utf8')).matchAll(PIECE)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	const card = await prove('my-course/basics/leave-a-note');
	expect(card).toMatchObject({ problems: [], wrong: { rejected: 1, of: 1 }, mutants: { survivors: [] } });
});

it.each(['linux', 'multihost', 'theory'])(
	'a new lab from %s proves as it is made',
	{ timeout: 180_000 },
	async (from) => {
		await main(['new', `a-${from}-lab`, '--from', from, '--in', folder], notepad());
		expect((await prove(`a-${from}-lab`)).problems).toEqual([]);
	}
);
