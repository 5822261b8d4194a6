/**
 * `npm run bench [-- ROW…] [--quick] [--keep]`: how fast we are, beside what one would use instead.
 *
 * Everything is measured in turns within one run, because only ratios travel between machines. The
 * result goes to the terminal and to test-results/bench.json; with --keep to tests/bench/README.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { BenchSite } from '../tests/bench/bench-site.ts';
import { asText, type Outcome } from '../tests/bench/figures.ts';
import type { Row } from '../tests/bench/row.ts';
import { check, checkMany } from '../tests/bench/rows/check.ts';
import { classPages } from '../tests/bench/rows/class.ts';
import { echo } from '../tests/bench/rows/echo.ts';
import { idle } from '../tests/bench/rows/idle.ts';
import { load } from '../tests/bench/rows/load.ts';
import { neighbour } from '../tests/bench/rows/neighbour.ts';
import { page } from '../tests/bench/rows/page.ts';
import { startCold } from '../tests/bench/rows/start-cold.ts';
import { startClass, startWarm } from '../tests/bench/rows/start-warm.ts';
import { throughput } from '../tests/bench/rows/throughput.ts';

const ROWS: Row[] = [
	startCold,
	startWarm,
	startClass,
	check,
	checkMany,
	echo,
	throughput,
	neighbour,
	idle,
	load,
	page,
	classPages
];
const QUICK = 0.3;
const JSON_FILE = 'test-results/bench.json';
const PAGE = 'tests/bench/README.md';
const BEGIN = '<!-- measured: written by npm run bench -- --keep -->';

const { values, positionals } = parseArgs({
	options: { quick: { type: 'boolean' }, keep: { type: 'boolean' } },
	allowPositionals: true
});

function chosen(names: string[]): Row[] {
	const unknown = names.find((name) => !ROWS.some((row) => row.name === name));
	if (unknown)
		throw new Error(`There is no row ${unknown}. There are: ${ROWS.map(({ name }) => name).join(', ')}.`);
	return names.length === 0 ? ROWS : ROWS.filter(({ name }) => names.includes(name));
}

async function main(rows: Row[]): Promise<void> {
	const outcomes: Outcome[] = [];
	const failures: string[] = [];
	const site = new BenchSite();
	let isCutOff = false;
	const cutOff = () => {
		isCutOff = true;
		void site.close().finally(() => process.exit(130));
	};
	process.once('SIGINT', cutOff).once('SIGTERM', cutOff);
	try {
		await site.open();
		for (const row of rows) {
			if (isCutOff) break;
			console.log(`Measuring ${row.name} …`);
			try {
				outcomes.push(await row.measure(site, values.quick ? QUICK : 1));
				console.log(`\n${asText(outcomes.at(-1) as Outcome)}\n`);
			} catch (error) {
				failures.push(`${row.name} could not be measured: ${(error as Error).message}`);
				console.error(failures.at(-1));
			}
		}
	} finally {
		await site.close();
	}
	keep(outcomes, failures);
	if (values.keep) await keepOnPage(outcomes);
	console.log(summary(outcomes));
	if (failures.length > 0) process.exitCode = 1;
}

/** Where and how it was measured: a figure without that says nothing. */
const circumstances = () => ({
	at: new Date().toISOString().slice(0, 10),
	node: process.versions.node,
	processors: availableParallelism(),
	/** Of the last five minutes, ours included. */
	load: Number((loadavg()[1] ?? 0).toFixed(1)),
	quick: values.quick ?? false
});

function keep(outcomes: Outcome[], failures: string[]) {
	mkdirSync('test-results', { recursive: true });
	writeFileSync(JSON_FILE, JSON.stringify({ ...circumstances(), outcomes, failures }, null, '\t'));
}

async function keepOnPage(outcomes: Outcome[]) {
	const { at, node, processors, load } = circumstances();
	const before = readFileSync(PAGE, 'utf8').split(BEGIN)[0] ?? '';
	const measured = `Measured on ${at} with Node ${node} on ${processors} shared processors, at a load of ${load}.`;
	const text = [before.trimEnd(), BEGIN, measured, summary(outcomes), ...outcomes.map(asText)].join('\n\n');
	writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

function summary(outcomes: Outcome[]): string {
	const goals = outcomes.flatMap((outcome) => outcome.goals);
	const judged = goals.filter(({ met }) => met !== null);
	return `${judged.filter(({ met }) => met).length} of ${judged.length} goals met.`;
}

try {
	await main(chosen(positionals));
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
