import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadLab } from '#lib/server/labs/index.ts';
import { openDocker } from '../engine.ts';
import { main } from '../main.ts';
import { notepad } from '../paper.ts';
import { proveLab, Stages, THOROUGH } from '../proof/index.ts';

const folder = await mkdtemp(join(tmpdir(), 'import-'));
const engine = await openDocker('import');
afterAll(async () => {
	await engine.close();
	await rm(folder, { recursive: true });
});

it.each([
	['killercoda', 'rotate-a-key', 3],
	['instruqt', 'name-server', 3]
])('what was imported from %s proves as it is', { timeout: 90_000 }, async (from, name, mutants) => {
	await main(['import', from, join('tests/scenarios', name), '--in', folder], notepad());
	const { lab } = await loadLab(join(folder, name));
	const card = await proveLab({ stages: new Stages(engine, 3), lab: lab!, how: THOROUGH });
	expect(card.problems).toEqual([]);
	expect(card.mutants).toEqual({ noticed: mutants, of: mutants, survivors: [] });
});
