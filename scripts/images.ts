/**
 * Builds images ahead of their first use.
 *
 *     node scripts/images.ts NAME…            these
 *     node scripts/images.ts --course first   what the first course's labs need
 *     … --ids FILE                            and writes the ids of these images to FILE
 *     node scripts/images.ts --measure        builds all of them once more, for the table in containers/README.md
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Docker from 'dockerode';
import { readConfig } from '#lib/server/config.ts';
import { openLabs } from '#lib/server/labs/index.ts';
import { openImages } from '#lib/server/sandbox/docker/images.ts';
import { dockerodeOptions, findDocker } from './docker.mjs';
import { begin } from './progress.mjs';
import { imageFolders, withTable, type MeasuredImage } from './image-table.ts';

/** What every host of a lab gets besides its own image. */
const TOOLBOX = 'toolbox';

const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];

/**
 * The images of the course that comes first in labs/; none if there is no course yet. Nobody begins with its
 * advanced labs, so what only they need is built on first use, like everything else.
 */
async function imagesOfFirstCourse(folder: string): Promise<string[]> {
	const labs = await openLabs(folder);
	try {
		const taught = labs.courses()[0]?.modules.flatMap(({ labs }) => labs) ?? [];
		const hosts = taught.filter(({ level }) => level !== 'advanced').flatMap(({ hosts }) => hosts);
		return [TOOLBOX, ...new Set(hosts.map(({ image }) => image))];
	} finally {
		labs.close();
	}
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { course: { type: 'string' }, ids: { type: 'string' }, measure: { type: 'boolean' } }
	});
	const config = readConfig();
	const names = values.course ? await imagesOfFirstCourse(config.LABS) : positionals;
	const address = await findDocker(config.DOCKER_HOST);
	if (!address) throw new Error('No Docker engine answers. "npm start" finds or installs one.');

	const docker = new Docker(dockerodeOptions(address));
	const images = openImages({
		docker,
		folder: config.CONTAINERS,
		aptMirror: process.env.LABWRIGHT_APT_MIRROR,
		buildArgs: Object.fromEntries(
			PROXIES.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
		)
	});
	if (values.measure) return measureVisibly(config.CONTAINERS, images);
	await prepareVisibly(names, images);
	if (values.ids) {
		const ids = await Promise.all(names.map((name) => images.resolve(name)));
		await writeFile(values.ids, JSON.stringify(ids));
	}
}

/** Every image once more, one line for each, and the page about them with what was seen. */
async function measureVisibly(folder: string, images: ReturnType<typeof openImages>): Promise<void> {
	const rows: MeasuredImage[] = [];
	for (const name of await imageFolders(folder)) {
		const line = begin(`Image ${name}`);
		rows.push({ name, ...(await images.measure(name)) });
		line.done();
	}
	const page = join(folder, 'README.md');
	await writeFile(page, await withTable(await readFile(page, 'utf8'), rows));
}

/** One line for each image that has to be made. */
async function prepareVisibly(names: string[], images: ReturnType<typeof openImages>): Promise<void> {
	let current = null as { image: string; line: ReturnType<typeof begin> } | null;
	try {
		await images.prepare(names, ({ image, done, total, text }) => {
			if (current?.image !== image) {
				current?.line.done();
				current = { image, line: begin(`Image ${image} (${done + 1} of ${total})`) };
			}
			current.line.tell(text.slice(text.indexOf(': ') + 2)); // the line names the image already
		});
		current?.line.done();
	} catch (error) {
		current?.line.failed();
		throw error;
	}
}

await main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
