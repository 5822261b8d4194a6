/**
 * The abuse suite: every attack of tests/attacks/, in sandboxes of its own. Where this machine can have
 * one, on a Docker engine of the suite's own in a network of its own, so that it harms nobody even where
 * an attack succeeds. Prints a table; SECURITY.md says what the outcomes mean.
 *
 *     npm run attack                  all of them
 *     npm run attack -- 27 28         these
 *     … --here                        on the usual engine of this machine
 *     … --remap                   on an engine that remaps users
 *     … --json FILE                   and writes the table as JSON
 *     … --table FILE                  and as Markdown
 */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openFurnished, openNamespace, REMAP, whyNoDaemon } from '../tests/attacks/daemon.ts';
import { openGround } from '../tests/attacks/ground.ts';
import { attacks, isAsExpected, runAttack, runElsewhere, type Row } from '../tests/attacks/suite.ts';
import { asMarkdown } from '../tests/attacks/table.ts';

const USAGE = 'npm run attack -- [NUMBER…] [--here] [--remap] [--json FILE] [--table FILE]';

function asked() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				...{ json: { type: 'string' }, table: { type: 'string' } },
				...{ here: { type: 'boolean' }, within: { type: 'string' }, remap: { type: 'boolean' } }
			}
		});
	} catch (error) {
		console.error(`${(error as Error).message.split('. ')[0]}. Say it so: ${USAGE}`);
		process.exit(2);
	}
}

const { values, positionals } = asked();
const wanted = (number: number) => positionals.length === 0 || positionals.map(Number).includes(number);

const line = (row: Row) =>
	[
		`${row.number}`.padStart(3),
		isAsExpected(row) ? (row.outcome === null ? '–' : '✓') : '✗',
		(row.outcome ?? 'not tried').padEnd(9),
		row.name.padEnd(72),
		row.othersUnharmed ? row.seen : `THE OTHER LEARNER WAS HARMED; ${row.seen}`
	].join('  ');

/** Ourselves again, in a network of our own: its rules and routes are none of the machine's. */
async function apart(): Promise<number> {
	const namespace = await openNamespace();
	try {
		const command = [`--net=/run/netns/${namespace.name}`, process.execPath, ...process.argv.slice(1)];
		const child = spawn('nsenter', [...command, '--within', namespace.name], { stdio: 'inherit' });
		return await new Promise((done) => child.once('exit', (code) => done(code ?? 1)));
	} finally {
		await namespace.close();
	}
}

async function attackAll(): Promise<Row[]> {
	const rows: Row[] = [];
	const tell = (row: Row) => {
		rows.push(row);
		console.log(line(row));
	};
	const chosen = attacks.filter(({ number }) => wanted(number));
	const daemon = values.within
		? await openFurnished(values.remap ? REMAP : { 'live-restore': true }, values.within)
		: null;
	try {
		const ground = chosen.length > 0 ? await openGround(daemon) : null;
		try {
			for (const attack of chosen) if (ground) tell(await runAttack(attack, ground));
		} finally {
			await ground?.close();
		}
	} finally {
		await daemon?.close();
	}
	for (const row of await runElsewhere(wanted)) tell(row);
	return rows.sort((a, b) => a.number - b.number);
}

if (!values.here && !values.within && whyNoDaemon() === null) process.exit(await apart());
if (!values.within) console.log(`On the usual engine: ${whyNoDaemon() ?? 'as you asked'}.\n`);
const rows = await attackAll();
if (values.json) await writeFile(values.json, `${JSON.stringify({ attacks: rows }, null, '\t')}\n`);
if (values.table) await writeFile(values.table, asMarkdown(rows));
const failed = rows.filter((row) => !isAsExpected(row));
const untried = rows.filter(({ outcome }) => outcome === null).length;
console.log(
	`\n${rows.length - failed.length - untried} attacks ended as expected, ${failed.length} did not, ${untried} could not be tried here.`
);
process.exitCode = failed.length > 0 ? 1 : 0;
