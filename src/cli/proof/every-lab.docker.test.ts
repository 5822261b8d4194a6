import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLabs, type Lab } from '#lib/server/labs/index.ts';
import { openProofs } from '#lib/server/proofs/index.ts';
import type { SandboxEngine } from '#lib/server/sandbox/index.ts';
import { openDocker } from '../engine.ts';
import { isHeavy, isLongAndProven } from './heavy.ts';
import { FAST, proveLab, Stages } from './index.ts';

const real = await openLabs(resolve('labs'));
const tiny = await openLabs(resolve('tests/labs'));
real.close();
tiny.close();

let engine: SandboxEngine;
let stages: Stages;
beforeAll(async () => {
	engine = await openDocker('everylab');
	stages = new Stages(engine, 3);
});
afterAll(async () => {
	await stages.idle();
	await engine.close();
});

it('every lab can be read', () =>
	expect([...real.problems(), ...tiny.problems()].filter(({ hides }) => hides)).toEqual([]));

// The others are proven by `npm run labs:prove`, and their cards say for which content.
const proofs = openProofs(resolve('labs'));
const light: Lab[] = [];
for (const lab of [...real.all(), ...tiny.all()])
	if (!isHeavy(lab) && !isLongAndProven(await proofs.find(lab))) light.push(lab);

describe.concurrent('every lab is red when fresh, green when solved, and takes no wrong solution:', () => {
	it.each(light.map((lab) => [lab.id, lab] as const))('%s', { timeout: 900_000 }, async (_id, lab) => {
		const card = await proveLab({ stages, lab, how: FAST });
		expect(card.problems).toEqual([]);
		expect(card.wrong.rejected).toBe(lab.wrong.length);
	});
});
