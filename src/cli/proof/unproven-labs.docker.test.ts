import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLab, type Lab } from '#lib/server/labs/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { openDocker } from '../engine.ts';
import { line } from '../folders.ts';
import { proveLab, Stages, THOROUGH } from './index.ts';

const SOUND = resolve('tests/labs/tiny-course/first-steps/hello-file');
const UNPROVEN = resolve('tests/unproven-labs');
const defects = (await readdir(UNPROVEN, { withFileTypes: true }))
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

let engine: SandboxEngine;
let stages: Stages;
let folder: string;
beforeAll(async () => {
	engine = await openDocker('unproven');
	stages = new Stages(engine, 3);
	folder = await mkdtemp(join(tmpdir(), 'unproven-labs-'));
});
afterAll(async () => {
	await stages.idle();
	await engine.close();
	await rm(folder, { recursive: true });
});

const linesOf = async (defect: string, file: string) =>
	(await readFile(join(UNPROVEN, defect, file), 'utf8').catch(() => ''))
		.split('\n')
		.filter((line) => line !== '');

describe.concurrent('an author is told what keeps a lab from being proven:', () => {
	it.each(defects)('%s', { timeout: 240_000 }, async (defect) => {
		const lab = join(folder, defect);
		await cp(SOUND, lab, { recursive: true });
		await cp(join(UNPROVEN, defect), lab, { recursive: true });
		for (const file of ['MESSAGE', 'SURVIVORS']) await rm(join(lab, file), { force: true });

		const { lab: read, problems } = await loadLab(lab);
		if (defect === 'never-ends') beImpatient(read!);
		const card = read && (await proveLab({ stages, lab: read, how: THOROUGH }));
		const told = [...problems.map(line), ...(card?.problems ?? [])].join('\n');
		const expected = await linesOf(defect, 'MESSAGE');
		for (const sentence of expected) expect(told).toContain(sentence);
		if (expected.length === 0) expect(told).toBe('');
		expect(card?.mutants.survivors ?? []).toEqual(await linesOf(defect, 'SURVIVORS'));
	});
});

/** Nobody has to wait for it as long as a learner would. */
function beImpatient({ tasks }: Lab) {
	for (const { checks } of tasks)
		for (const check of checks) if (check.type === 'script') check.timeoutSeconds = 3;
}
