import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openProofs, type ProofCard } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'proofs-'));
afterAll(() => rm(folder, { recursive: true }));
const proofs = openProofs(folder);

const card: ProofCard = {
	...{ format: 'proof/1', lab: 'dns', version: '1.0.0', digest: 'a'.repeat(64), problems: [], checks: 3 },
	wrong: { rejected: 2, of: 2 },
	faults: { hurt: 2, of: 2, undone: 1, undoable: 1 },
	reboot: true,
	mutants: { noticed: 3, of: 4, survivors: ['solve/a.sh:2  sync'] },
	flakes: { seen: 0, of: 18 },
	...{
		plays: 1,
		seeds: 1,
		coldStartMilliseconds: 900,
		playMilliseconds: 2345,
		memoryPeakMiB: 12,
		diskMiB: null
	}
};

it('a lab nobody has tested has no card', async () => {
	expect(await proofs.find({ id: 'other', digest: 'a' })).toBeNull();
});

it('a card is found again, and is stale as soon as the lab has changed', async () => {
	expect(await proofs.keep(card)).toBe('.proofs/dns.json');
	expect(await proofs.find({ id: 'dns', digest: card.digest })).toEqual({ ...card, stale: false });
	expect(await proofs.find({ id: 'dns', digest: 'b'.repeat(64) })).toMatchObject({ stale: true });
});

it('a card that is damaged, or another lab’s, is no card', async () => {
	await proofs.keep(card);
	for (const text of ['', '{', '{"format":"proof/2"}', JSON.stringify({ ...card, lab: 'web' })]) {
		await writeFile(join(folder, '.proofs/dns.json'), text);
		expect(await proofs.find({ id: 'dns', digest: card.digest })).toBeNull();
	}
});
