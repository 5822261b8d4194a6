import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDocker } from '../../scripts/docker.mjs';
import { openLabs, type Lab } from '#lib/server/labs/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { proveLab } from './prove.ts';

const real = await openLabs(resolve('labs'));
const tiny = await openLabs(resolve('tests/labs'));
real.close();
tiny.close();

let engine: SandboxEngine;
beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? '';
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance: 'proof' });
});
afterAll(() => engine.close());

describe('every lab', () => {
	it('can be read', () =>
		expect([...real.problems(), ...tiny.problems()].filter(({ hides }) => hides)).toEqual([]));

	it.each([...real.all(), ...tiny.all()].filter(({ hosts }) => hosts.length > 0).map((lab) => [lab.id, lab]))(
		'%s is red when fresh, green when solved, and takes no wrong solution',
		{ timeout: 300_000 },
		async (id, lab) => {
			const proof = await proveLab({ engine, lab, seed: id });
			expect(proof.problems).toEqual([]);
			expect(proof.wrong.rejected).toBe(lab.wrong.length);
		}
	);
});

describe('a proof finds', () => {
	const lab = tiny.lab('hello-file')!;
	const broken = (text: string): Lab => {
		const copy = structuredClone({ ...lab, wrong: [] });
		const check = copy.tasks[0]!.checks[0]!;
		if (check.type === 'script') check.script.text = text;
		return copy;
	};

	it.each([
		['a check that passes untouched', 'true', 'Check greet/file passes on the fresh lab'],
		['a failure that is swallowed', 'test -e /nowhere || true', 'Check greet/file passes on the fresh lab'],
		['a helper that is not there', 'no-such-helper', 'Check greet/file could not run'],
		[
			'a check that is turned round',
			'test ! -e /home/learner/hello.txt',
			'Check greet/file is still red after the solution'
		],
		['a check that never ends', 'sleep 60', 'Check greet/file could not run']
	])('%s', { timeout: 60_000 }, async (_defect, text, sentence) => {
		const { problems } = await proveLab({ engine, lab: broken(text), seed: 'defect' });
		expect(problems.join('\n')).toContain(sentence);
	});

	it('a wrong solution that is accepted', { timeout: 60_000 }, async () => {
		const lenient = structuredClone(lab);
		const word = lenient.tasks[0]!.checks[1]!;
		if (word.type === 'script')
			word.script.text = 'grep -qi hello /home/learner/hello.txt || fail "Not there."';
		const { problems } = await proveLab({ engine, lab: lenient, seed: 'defect' });
		expect(problems).toEqual(['The wrong solution wrong/shouting earns full marks: make a check notice it.']);
	});
});
