/**
 * Writes rows as the platform does, and says so after each: writer.ts FOLDER [count | once | many].
 * What was said must be there whatever happens next.
 */
import { openDb } from '../../src/lib/server/db/index.ts';

const [folder = '', what = 'ever'] = process.argv.slice(2);
const client = openDb(folder).$client;
const count = () =>
	(client.prepare("select count(*) as n from settings where key like 'row%'").get() as { n: number }).n;
const add = client.prepare('insert into settings (key, value) values (?, ?)');
const rows = { ever: Infinity, many: 4000, once: 1, count: 0 }[what] ?? 0;

let written = count();
if (what === 'count') console.log(written);
for (let at = 0; at < rows; at++) {
	add.run(`row${written}-${process.pid}`, JSON.stringify('x'.repeat(2000)));
	written++;
	if (what === 'ever') process.stdout.write(`${written}\n`);
}
client.close();
