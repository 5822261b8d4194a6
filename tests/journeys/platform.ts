/**
 * A platform of its own for each file of journeys: the production build on a fresh database, on
 * real Docker, with the tiny course. It can be killed and started again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { findDocker } from '../../scripts/docker.mjs';
import { openEngine } from '../../src/lib/server/sandbox/index.ts';

export class Platform {
	readonly origin: string;
	/** Where the server itself listens. */
	readonly port: number;
	readonly data: string;
	readonly instance: string;
	/** Everything the server has printed. */
	printed = '';
	readonly #env: NodeJS.ProcessEnv;
	#server: ChildProcess | undefined;

	constructor(port: number, data: string, instance: string, settings: Record<string, string>) {
		this.origin = settings.ORIGIN ?? `http://localhost:${port}`;
		this.port = port;
		this.data = settings.DATA ?? data;
		this.instance = instance;
		const own = {
			PORT: `${port}`,
			DATA: data,
			INSTANCE: instance,
			LABS: resolve('tests/labs'),
			HOST: '127.0.0.1',
			POOL: '0' // each test finds machines of its own making
		};
		this.#env = { ...process.env, ORIGIN: '', ...own, ...settings };
	}

	/** Resolves when its address is printed, as `npm start` prints it. */
	async start(): Promise<void> {
		const server = spawn(process.execPath, ['src/server.ts'], {
			env: this.#env,
			stdio: ['ignore', 'pipe', 'inherit']
		});
		this.#server = server;
		const begun = this.printed.length;
		server.stdout.on('data', (text: Buffer) => (this.printed += text.toString()));
		await expect
			.poll(() => this.printed.slice(begun).includes('Labwright is at'), { timeout: 30_000, intervals: [50] })
			.toBe(true);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}

	/** As a crash would end it. */
	async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number | null> {
		const server = this.#server;
		if (!server || server.exitCode !== null || server.signalCode !== null) return server?.exitCode ?? null;
		const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
		server.kill(signal);
		return ended;
	}

	/** The one-time link of the first operator, as it was printed last. */
	get operatorLink(): string {
		return this.printed.match(/http\S+welcome\?token=\S+/g)?.at(-1) ?? '';
	}
}

/** Open a platform for the tests of a file, and clear up after them. `settings`: environment of the server. */
export function platformFor(settings: () => Record<string, string> = () => ({})): { readonly it: Platform } {
	const instance = `j${Math.random().toString(36).slice(2, 9)}`;
	const holder: { it?: Platform } = {};
	let data = '';
	test.beforeAll(async () => {
		data = mkdtempSync(join(tmpdir(), 'labwright-journey-'));
		holder.it = new Platform(await freePort(), data, instance, settings());
		await holder.it.start();
	});
	test.afterAll(async () => {
		await holder.it?.kill('SIGTERM');
		await removeSandboxes(instance);
		rmSync(data, { recursive: true, force: true });
	});
	return holder as { it: Platform };
}

export const PASSWORD = 'a quiet harbour at night';

/** Press nothing before scripts listen: a press on a page that is not hydrated is lost. */
export async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await page.waitForSelector('html[data-hydrated]');
}

export async function signUp(page: Page, platform: Platform, name: string): Promise<void> {
	await open(page, `${platform.origin}/sign-up`);
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Create the account' }).click();
	await page.waitForURL(`${platform.origin}/`);
}

/** Start the tiny lab and wait for the prompt. */
export async function startLab(page: Page, platform: Platform, lab = 'hello-file'): Promise<void> {
	await open(page, `${platform.origin}/labs/${lab}`);
	await page.getByRole('button', { name: /^Start/ }).click();
	await shows(page, /[$#]/);
}

/** What the terminal shows, as text. */
export const screen = (page: Page) => page.locator('.xterm-rows').first();

export const shows = (page: Page, text: string | RegExp) => expect(screen(page)).toContainText(text);

export async function type(page: Page, command: string): Promise<void> {
	await page.locator('.xterm-helper-textarea').first().focus();
	await page.keyboard.type(`${command}\n`);
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

async function removeSandboxes(instance: string): Promise<void> {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? '';
	const engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance });
	for (const name of await engine.list()) await engine.remove(name);
	await engine.close();
}

export { expect, test };
