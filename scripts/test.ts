/**
 * Every test there is: on Node, on a real Docker engine, in a browser. Each runner speaks for
 * itself; the last line is the sum.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest, sumUp, type Counts } from './test-counts.ts';
import { readOrEmpty } from './run.mjs';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

interface Runner {
	title: string;
	command: string[];
	/** Where it writes its results as JSON. */
	file: string;
	env?: NodeJS.ProcessEnv;
	count: (report: string) => Counts;
}

const vitest = (project: string, title: string): Runner => {
	const file = join(results, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	return {
		title,
		file,
		command: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters],
		count: countVitest
	};
};

const journeys: Runner = {
	title: 'Journeys in a browser',
	file: join(results, 'journeys.json'),
	command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
	env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'journeys.json') },
	count: countPlaywright
};

/** Run one runner to its end, and count what it did. */
async function runOne({ title, command, file, env, count }: Runner): Promise<Counts> {
	console.log(`\n── ${title} ──\n`);
	rmSync(file, { force: true });
	const code = await new Promise<number>((resolve) => {
		const child = spawn(process.execPath, command, {
			cwd: root,
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		child.on('error', () => resolve(1));
		child.on('close', (code) => resolve(code ?? 1));
	});
	const counts = count(readOrEmpty(file));
	if (counts.passed + counts.failed === 0) {
		console.error(`${title}: no test ran. That counts as a failure.`);
		return { ...counts, failed: 1 };
	}
	if (code !== 0 && counts.failed === 0) {
		console.error(`${title}: the runner ended with ${code} though no test failed. That counts as a failure.`);
		return { ...counts, failed: 1 };
	}
	return counts;
}

mkdirSync(results, { recursive: true });
const runners = [vitest('unit', 'Units'), vitest('docker', 'On a real Docker engine'), journeys];
const counts: Counts[] = [];
for (const runner of runners) counts.push(await runOne(runner));

const { line, failed } = sumUp(counts);
console.log(`\n${line}`);
process.exitCode = failed ? 1 : 0;
