/**
 * Proves labs, the heavy ones as well, and writes what stands on all proof cards as one table.
 *
 *     node scripts/prove.ts                    every lab, one after the other
 *     node scripts/prove.ts DIR… --mutants 4   these labs; what follows goes to `lab test`
 *     node scripts/prove.ts --table            only the table
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openLabs, type Lab } from '#lib/server/labs/index.ts';
import { openProofs, type KnownProof } from '#lib/server/proofs/index.ts';

const LABS = resolve('labs');
const TABLE = join(LABS, 'PROOFS.md');

/** The tool's exit code. */
async function prove(words: string[]): Promise<number> {
	const which = words.some((word) => !word.startsWith('-')) ? words : ['--all', ...words];
	const jobs = words.includes('--jobs') ? [] : ['--jobs', '1'];
	const child = spawn(process.execPath, ['src/cli/lab.ts', 'test', ...which, ...jobs], { stdio: 'inherit' });
	const [code] = (await once(child, 'exit')) as [number | null];
	return code ?? 1;
}

function row(lab: Lab, card: KnownProof | null): string {
	if (!card) return `| ${lab.id} | not proven yet | | | | | |`;
	const verdict = card.stale ? 'changed since' : card.problems.length > 0 ? 'has problems' : 'proven';
	const number = (value: number | null, unit: string) => (value === null ? 'unknown' : `${value} ${unit}`);
	const start =
		card.coldStartMilliseconds === null ? null : Math.round(card.coldStartMilliseconds / 100) / 10;
	return `| ${[
		lab.id,
		verdict,
		card.checks,
		`${card.wrong.rejected} of ${card.wrong.of}`,
		`${card.mutants.noticed} of ${card.mutants.of}`,
		number(start, 's'),
		number(card.memoryPeakMiB, 'MiB')
	].join(' | ')} |`;
}

async function table(): Promise<string> {
	const labs = await openLabs(LABS);
	labs.close();
	const proofs = openProofs(LABS);
	const all = labs.all().toSorted((a, b) => a.id.localeCompare(b.id));
	const rows = await Promise.all(all.map(async (lab) => row(lab, await proofs.find(lab))));
	return `# Proofs

Written by \`npm run labs:prove\` on ${new Date().toISOString().slice(0, 10)}. What each column means stands in
[README.md](README.md#what-a-proof-says); times are those of the machine it ran on, with whatever else it did.

| lab | state | checks | wrong solutions rejected | commands missed | cold start | memory, at most |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

const words = process.argv.slice(2);
process.exitCode = words.includes('--table') ? 0 : await prove(words);
await writeFile(TABLE, await table());
