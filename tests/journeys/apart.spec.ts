import type { WebSocket as Line } from '@playwright/test';
import { WebSocket } from 'ws';
import { openDb, sessions } from '../../src/lib/server/db/index.ts';
import { expect, open, platformFor, shows, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor();

test('two learners at once do not see each other', async ({ browser }) => {
	const [ada, bob] = await Promise.all([browser.newContext(), browser.newContext()]);
	const [adas, bobs] = [await ada.newPage(), await bob.newPage()];
	await signUp(adas, platform.it, 'ada');
	await signUp(bobs, platform.it, 'bob');
	const lines: Line[] = [];
	bobs.on('websocket', (line) => lines.push(line));
	await startLab(adas, platform.it);
	await startLab(bobs, platform.it);
	await type(adas, 'echo only-adas > /tmp/mine; cat /tmp/mine');
	await shows(adas, 'only-adas');
	await type(bobs, 'cat /tmp/mine');
	await shows(bobs, 'No such file');

	const address = await adas.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => name)
			.join()
	);
	expect(address).not.toContain('welcome');

	await test.step('nor open each other’s terminals', async () => {
		const { origin } = platform.it;
		const cookie = async (context: typeof ada) =>
			(await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		const [adaCookie, bobCookie] = [await cookie(ada), await cookie(bob)];
		const at = (path: string) => `${origin.replace('http', 'ws')}${path}`;
		// The first run on this platform is Ada's.
		const cases: [status: number, path: string, headers: Record<string, string>][] = [
			[101, '/terminal/1/box/main', { origin, cookie: adaCookie }],
			[401, '/terminal/1/box/main', { origin }],
			[401, '/terminal/1/box/main', { origin, cookie: 'labwright=forged' }],
			[403, '/terminal/1/box/main', { cookie: adaCookie }],
			[403, '/terminal/1/box/main', { origin: 'http://evil.example', cookie: adaCookie }],
			[403, '/terminal/1/box/main', { origin: `${origin}.evil.example`, cookie: adaCookie }],
			[403, '/terminal/1/box/main', { origin, cookie: adaCookie, 'sec-fetch-site': 'cross-site' }],
			[404, '/terminal/1/box/main', { origin, cookie: bobCookie }],
			[404, '/terminal/999/box/main', { origin, cookie: adaCookie }],
			[404, '/terminal/1/other/main', { origin, cookie: adaCookie }],
			[404, '/terminal/1/..%2fbox/main', { origin, cookie: adaCookie }]
		];
		for (const [status, path, headers] of cases)
			expect([await upgradeStatus(at(path), headers), path, headers]).toEqual([status, path, headers]);
	});

	await test.step('and signing out closes one’s own', async () => {
		const elsewhere = await ada.newPage();
		await open(elsewhere, platform.it.origin);
		await elsewhere.evaluate(() =>
			fetch('/sign-out', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
		);
		await expect(adas.getByText('You signed out')).toBeVisible({ timeout: 2000 });
		await type(bobs, 'echo bob-stays');
		await shows(bobs, 'bob-stays');
	});

	await test.step('and so does the end of one’s session', async () => {
		expect(lines.map((line) => line.isClosed())).toContain(false);
		const db = openDb(platform.it.data);
		db.update(sessions)
			.set({ expiresAt: new Date(Date.now() - 1) })
			.run();
		// Not its words: the page may have read itself again by then, and shows what visitors see.
		await expect.poll(() => lines.every((line) => line.isClosed()), { timeout: 3000 }).toBe(true);
		db.$client.close();
	});
	await ada.close();
	await bob.close();
});

test('no page of another site can act for a learner', async ({ page, request }) => {
	await signUp(page, platform.it, 'carl');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const { origin } = platform.it;
	const start = (headers: Record<string, string>, data?: string) =>
		request.post(`${origin}/labs/hello-file?/start`, {
			headers: { cookie, ...headers },
			data,
			maxRedirects: 0
		});
	const form = { 'content-type': 'application/x-www-form-urlencoded' };
	for (const foreign of ['http://evil.example', 'null']) {
		expect((await start({ origin: foreign, ...form })).status()).toBe(403);
		expect((await start({ origin: foreign, 'content-type': 'application/json' }, '{}')).status()).toBe(403);
	}
	expect(
		(
			await request.delete(`${origin}/labs/hello-file`, {
				headers: { cookie, origin: 'http://evil.example' }
			})
		).status()
	).toBe(403);
	await open(page, `${origin}/labs/hello-file`);
	await expect(page.getByRole('button', { name: 'Start the lab' })).toBeVisible();
});

function upgradeStatus(address: string, headers: Record<string, string>): Promise<number> {
	return new Promise((resolve) => {
		const socket = new WebSocket(address, { headers });
		socket.once('open', () => {
			socket.close();
			resolve(101);
		});
		socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
			socket.terminate();
			resolve(statusCode);
		});
		socket.on('error', () => {});
	});
}

test('who types the number instead of the name is sent to where cookies and forms work', async ({ page }) => {
	await page.goto(`${platform.it.origin.replace('localhost', '127.0.0.1')}/courses`);
	expect(page.url()).toBe(`${platform.it.origin}/courses`);
});
