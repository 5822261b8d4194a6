/**
 * The floor of a page: node:http, the same question to the same database, and a template. Run with
 * the data folder, the labs' folder and the id of the one who asks; prints its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { desc, eq } from 'drizzle-orm';
import { openDb, runs } from '../../src/lib/server/db/index.ts';
import { openLabs } from '../../src/lib/server/labs/index.ts';
import { Progress } from '../../src/lib/server/progress/index.ts';

const [data = '', folder = '', who = ''] = process.argv.slice(2);
const db = openDb(data);
const labs = await openLabs(folder);
const progress = new Progress({ db, labs, bulletin: { tell() {} } as never });

function page(): string {
	const done = progress.doneTasks(Number(who));
	const started = new Set(
		db
			.select()
			.from(runs)
			.where(eq(runs.userId, Number(who)))
			.orderBy(desc(runs.id))
			.limit(200)
			.all()
			.map(({ labId }) => labId)
	);
	const items = labs
		.all()
		.map(
			({ id, title, summary, tasks }) =>
				`<li><a href="/labs/${id}">${title}</a><p>${summary}</p>${done.get(id)?.size ?? 0} of ${tasks.length}${started.has(id) ? ', begun' : ''}</li>`
		);
	return `<!doctype html><title>Courses</title><ul>${items.join('')}</ul>`;
}

const server = createServer((_request, response) => {
	response.setHeader('content-type', 'text/html').end(page());
}).listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
