/**
 * The abuse suite: every attack of tests/attacks/ on this machine's own engine, in sandboxes of its
 * own. Prints a table; SECURITY.md says what the outcomes mean.
 *
 *     npm run attack                  all of them
 *     npm run attack -- 27 28         these
 *     … --json FILE                   and writes the table as JSON
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openGround } from '../tests/attacks/ground.ts';
import { attacks, isAsExpected, runAttack, type Row } from '../tests/attacks/suite.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const wanted = positionals.map(Number);
const chosen = attacks.filter(({ number }) => wanted.length === 0 || wanted.includes(number));

const line = (row: Row) =>
	[
		`${row.number}`.padStart(3),
		isAsExpected(row) ? (row.outcome === null ? '–' : '✓') : '✗',
		(row.outcome ?? 'not tried').padEnd(9),
		row.name.padEnd(72),
		row.othersUnharmed ? row.seen : `THE OTHER LEARNER WAS HARMED; ${row.seen}`
	].join('  ');

const ground = await openGround();
const rows: Row[] = [];
try {
	for (const attack of chosen) {
		rows.push(await runAttack(attack, ground));
		console.log(line(rows.at(-1)!));
	}
} finally {
	await ground.close();
}
if (values.json)
	await writeFile(values.json, `${JSON.stringify({ runtime: ground.runtime, attacks: rows }, null, '\t')}\n`);
const failed = rows.filter((row) => !isAsExpected(row));
const untried = rows.filter(({ outcome }) => outcome === null).length;
console.log(
	`\n${rows.length - failed.length - untried} attacks ended as expected, ${failed.length} did not, ${untried} could not be tried here.`
);
process.exitCode = failed.length > 0 ? 1 : 0;
