import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const MINUTES = 60_000;
const lab = join(await mkdtemp(join(tmpdir(), 'dev-')), 'hello');
const id = `hello-${randomBytes(4).toString('hex')}`;
let tool: ChildProcess;
let ended: Promise<number | null>;
let link: string;
let cookie: string;

beforeAll(async () => {
	await cp('tests/labs/tiny-course/first-steps/hello-file', lab, { recursive: true });
	await edit('lab.yaml', (text) => text.replace(/^id: .*$/m, `id: ${id}`));
	tool = spawn(process.execPath, ['src/cli/lab.ts', 'dev', lab, '--port', `${await freePort()}`]);
	ended = new Promise((done) => tool.on('exit', done));
	link = await new Promise((found, failed) => {
		let said = '';
		const hear = (bytes: Buffer) => {
			said += bytes.toString();
			const there = /Open (http:\S+)/.exec(said);
			if (there) found(there[1]!);
		};
		tool.stdout!.on('data', hear);
		tool.stderr!.on('data', hear);
		tool.on('exit', () => failed(new Error(said)));
	});
}, 5 * MINUTES);

afterAll(async () => {
	tool.kill('SIGTERM');
	await ended;
	await rm(lab, { recursive: true });
});

const edit = async (name: string, change: (text: string) => string) =>
	writeFile(join(lab, name), change(await readFile(join(lab, name), 'utf8')));

const page = async () => (await fetch(new URL(`/labs/${id}`, link), { headers: { cookie } })).text();

/** What follows a save does so by itself. */
const shows = (text: string | RegExp) =>
	expect.poll(page, { timeout: 2 * MINUTES, interval: 300 }).toMatch(text);

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

it('lets its author in once, by the link alone', async () => {
	const wrong = await fetch(new URL('/workbench?token=guess', link), { redirect: 'manual' });
	expect(wrong.status).toBe(403);
	const right = await fetch(link, { redirect: 'manual' });
	expect([right.status, right.headers.get('location')]).toEqual([303, `/labs/${id}`]);
	cookie = right.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
	expect((await fetch(link, { redirect: 'manual' })).status).toBe(403);
	const stranger = await (await fetch(new URL(`/labs/${id}`, link))).text();
	const sheets = /<link [^>]*rel="stylesheet">/g; // of all that the page may show, to whomever
	expect(stranger.replaceAll(sheets, '')).not.toContain('Workbench');
});

it(
	'follows each save: the guide, a check, the scene, a mistake',
	async () => {
		await shows('Look now');
		await edit('guide.md', (text) => text.replace('Your machine', 'A freshly saved sentence. Your machine'));
		await shows('A freshly saved sentence.');

		await edit('checks/word.sh', () => '# new\necho looking\nno-such-tool\nfail "Not as it should be."\n');
		await shows(/Not as it should be\.[^]*looking[^]*checks\/word\.sh:3: no-such-tool: command not found/);

		expect(await page()).not.toContain('the scene has changed');
		await edit('setup/box.sh', (text) => `${text}\ntouch /srv/new\n`);
		await shows('the scene has changed');

		await edit('lab.yaml', (text) => text.replace('minutes: 5', 'minuten: 5'));
		await shows(/lab\.yaml:\d+:1[^]*Did you mean/);
		expect(await page()).toContain('A freshly saved sentence.');
	},
	5 * MINUTES
);
