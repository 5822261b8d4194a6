import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from './index.ts';
import { QUESTION } from './testing.ts';
import { ada, Ground, withYaml } from './testing-ground.ts';

let ground: Ground;
beforeEach(async () => void (ground = await Ground.open()));
afterEach(async () => {
	vi.unstubAllEnvs();
	await ground.close();
});

const PATIENCE = { timeout: 240_000, interval: 200 };

const found = async (id: number): Promise<Draft> => (await ground.drafts.find(ada, id))!;

/** Prove it, and wait until nothing is being done any more. */
async function proven(id: number): Promise<Draft> {
	expect(await ground.drafts.prove(ada, id)).toBeNull();
	expect((await found(id)).proving).not.toBeNull();
	await vi.waitFor(async () => expect((await found(id)).proving).toBeNull(), PATIENCE);
	return found(id);
}

/** A strict host that takes its time to be set up. */
const SLOW = {
	...QUESTION,
	'lab.yaml': QUESTION['lab.yaml']!.replace(
		'tasks:',
		'hosts: { box: { image: linux, profile: strict } }\nsetup: [{ host: box, run: sleep 50 }]\ntasks:'
	)
};

it('a lab that is proven is published, to learners as well as with its card, and taken back', async () => {
	vi.stubEnv('FORCE_COLOR', '1'); // as some servers of continuous integration say
	const id = await ground.brought();
	const { proof, ending, lab } = await proven(id);
	expect([proof?.problems, ending]).toEqual([[], null]);
	const log = await ground.drafts.log(ada, id);
	expect(log).toMatch(/^tried: .*✓ what-is-a-port/s);
	expect(log).not.toMatch(/\[\d+m/);
	expect(await ground.drafts.prove(ada, id)).toEqual({ refused: 'Just this content is proven already.' });

	let news = 0;
	ground.drafts.catalogue.onChange(() => news++);
	expect(await ground.drafts.publish(ada, id)).toBeNull();
	expect(news).toBe(1);
	const { catalogue } = ground.drafts;
	expect(catalogue.lab('what-is-a-port')).toMatchObject({ digest: lab?.digest, courseId: 'our-labs' });
	expect(catalogue.course('our-labs')).toMatchObject({ title: 'Our own labs' });
	expect(
		catalogue
			.courses()
			.at(-1)
			?.modules[0]?.labs.map((one) => one.id)
	).toEqual(['what-is-a-port']);
	const proofs = ground.drafts.proofsBeside({
		find: () => Promise.resolve(null),
		keep: () => Promise.reject()
	});
	expect(await proofs.find(lab!)).toMatchObject({ problems: [], stale: false });
	expect(await ground.drafts.remove(ada, id)).toHaveProperty('refused');

	await ground.again();
	expect(ground.drafts.catalogue.lab('what-is-a-port')?.digest).toBe(lab?.digest);

	// A newer version is nothing to learners, and is not published by the proof of the one before.
	await ground.bring(withYaml('One question', 'Two questions'));
	expect(ground.drafts.catalogue.lab('what-is-a-port')?.digest).toBe(lab?.digest);
	expect(await found(id)).toMatchObject({ proof: null, published: { digest: lab?.digest } });
	expect(await ground.drafts.publish(ada, id)).toHaveProperty('refused');
	expect(ground.drafts.unpublish(ada, id)).toBeNull();
	expect(ground.drafts.catalogue.lab('what-is-a-port')).toBeNull();
	expect(ground.drafts.catalogue.course('our-labs')).toBeNull();
}, 300_000);

it('a lab whose solution does not hold is not published, and says why', async () => {
	const id = await ground.brought({ ...QUESTION, 'solve/name.answer': 'ssh=23\n' });
	expect((await proven(id)).proof?.problems).not.toEqual([]);
	expect(await ground.drafts.publish(ada, id)).toEqual({
		refused: expect.stringContaining('has found problems') as string
	});
}, 300_000);

it('one proof at a time: the next waits, can be called off, and one whose server goes away is interrupted', async () => {
	const [first, second] = [await ground.brought(SLOW), await ground.brought(withYaml('what-is', 'which-is'))];
	await ground.drafts.prove(ada, first);
	await ground.drafts.prove(ada, second);
	expect((await found(second)).proving).toEqual({ state: 'waiting', before: 1 });
	await ground.drafts.stopProof(ada, second);
	expect(await found(second)).toMatchObject({ proving: null, ending: null });
	await vi.waitFor(
		async () =>
			expect((await found(first)).proving).toMatchObject({
				state: 'running',
				tried: expect.any(Number) as number
			}),
		PATIENCE
	);
	await ground.again();
	expect(await found(first)).toMatchObject({ proving: null, proof: null, ending: 'interrupted' });
	expect(await ground.drafts.publish(ada, first)).toHaveProperty('refused');
}, 300_000);
