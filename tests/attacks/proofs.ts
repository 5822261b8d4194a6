/** Runs the tests that make an attack elsewhere, and says of each attack which of them did not pass. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ProvenAttack } from './attack.ts';

interface Report {
	testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

const PATIENCE_MILLISECONDS = 15 * 60_000;

export async function runProofs(attacks: ProvenAttack[]): Promise<Map<number, string[]>> {
	const folder = await mkdtemp(join(tmpdir(), 'labwright-attack-'));
	try {
		const files = new Set(attacks.flatMap(({ tests }) => tests.map(({ file }) => file)));
		const report = await vitest([...files], join(folder, 'report.json'));
		return new Map(attacks.map((attack) => [attack.number, failuresOf(attack, report)]));
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function vitest(files: string[], output: string): Promise<Report> {
	const command = [
		'node_modules/vitest/vitest.mjs',
		'run',
		...files,
		'--reporter=json',
		`--outputFile=${output}`
	];
	// That a test failed is read in the report; here it is only over.
	await new Promise<void>((done) => {
		execFile(process.execPath, command, { timeout: PATIENCE_MILLISECONDS, maxBuffer: 2 ** 26 }, () => done());
	});
	return JSON.parse(await readFile(output, 'utf8').catch(() => '{"testResults":[]}')) as Report;
}

/** Every test that is named must be there and pass; where none is named, all of the file. */
function failuresOf({ tests }: ProvenAttack, { testResults }: Report): string[] {
	return tests.flatMap(({ file, names }) => {
		const results = testResults.find(({ name }) => name === resolve(file))?.assertionResults ?? [];
		if (results.length === 0) return `${file} has no tests`;
		if (names.length === 0)
			return results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
		return names.flatMap((name) => {
			const named = results.filter(({ fullName }) => fullName.includes(name));
			if (named.length === 0) return `there is no test "${name}" in ${file}`;
			return named.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
		});
	});
}
