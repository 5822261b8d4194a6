import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { expect, open, PASSWORD, platformFor, shows, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor();

const cookieOf = async (page: Page) =>
	(await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

const violations = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);

test('an instructor looks on, types with consent only, and the learner sees all of it', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const [graces, adas] = [await browser.newContext(), await browser.newContext()];
	const [grace, ada] = [await graces.newPage(), await adas.newPage()];
	await open(grace, platform.it.operatorLink);
	await grace.getByLabel('Name').fill('Grace');
	await grace.getByLabel('Password').fill(PASSWORD);
	await grace.locator('main').getByRole('button').click();
	await grace.waitForURL((url) => url.pathname !== '/welcome');

	await signUp(ada, platform.it, 'ada');
	await startLab(ada, platform.it);
	await expect(ada.getByText('is recorded and kept for 30 days')).toBeVisible();
	await type(ada, 'echo before-anybody-$((20+1))');
	await shows(ada, 'before-anybody-21');

	await test.step('she sees the terminal as it is, and is seen at once', async () => {
		await open(grace, `${platform.it.origin}/watch`);
		await grace
			.getByRole('link', { name: /^ada: / })
			.first()
			.click();
		await shows(grace, 'before-anybody-21');
		await expect(ada.getByText('Grace looks at your terminals now.')).toBeVisible();
		expect(await violations(grace)).toEqual([]);
		expect(await violations(ada)).toEqual([]);
	});

	await test.step('what she types goes nowhere, from the page or past it', async () => {
		const socket = new WebSocket(`${platform.it.origin.replace('http', 'ws')}/terminal/1/box/main?watch=1`, {
			headers: { origin: platform.it.origin, cookie: await cookieOf(grace) }
		});
		await new Promise((resolve) => socket.once('message', resolve));
		socket.send(Buffer.from('echo sneaked-in\r'));
		await grace.locator('.xterm-helper-textarea').first().focus();
		await grace.keyboard.type('echo unasked\n');
		await type(ada, 'echo still-mine-$((40+1))');
		await shows(ada, 'still-mine-41');
		await expect(ada.locator('.xterm-rows').first()).not.toContainText(/sneaked|unasked/);
		socket.close();
	});

	await test.step('she asks, is allowed, types, and gives it back when told', async () => {
		await grace.getByRole('button', { name: 'Ask for the keyboard' }).click();
		await ada.getByRole('button', { name: 'Let them type' }).click();
		await expect(grace.getByText('ada lets you type.')).toBeVisible();
		await type(grace, 'echo by-hand-of-another-$((50+1))');
		await shows(ada, 'by-hand-of-another-51');
		await ada.getByRole('button', { name: 'Take the keyboard back' }).click();
		await expect(grace.getByText('You look on. ada sees')).toBeVisible();
		await grace.keyboard.type('echo too-late\n');
		await type(ada, 'echo alone-$((60+1))');
		await shows(ada, 'alone-61');
		await expect(ada.locator('.xterm-rows').first()).not.toContainText('too-late');
	});

	await test.step('a learner may not, and signing out closes the look', async () => {
		const bob = await (await browser.newContext()).newPage();
		await signUp(bob, platform.it, 'bob');
		expect((await bob.goto(`${platform.it.origin}/watch/1`))?.status()).toBe(403);
		const status = await new Promise((resolve) => {
			const socket = new WebSocket(
				`${platform.it.origin.replace('http', 'ws')}/terminal/1/box/main?watch=1`,
				{
					headers: { origin: platform.it.origin, cookie: 'none' }
				}
			);
			socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
			socket.on('error', () => {});
		});
		expect(status).toBe(401);
		await grace.evaluate(() =>
			fetch('/sign-out', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
		);
		await expect(grace.getByText('You signed out.')).toBeVisible({ timeout: 3000 });
		await expect(ada.getByText('looks at your terminals now')).toBeHidden();
	});

	await open(ada, `${platform.it.origin}/recordings`);
	await expect(ada.getByRole('region', { name: 'Who has looked' })).toContainText('typed with your consent');
	await graces.close();
	await adas.close();
});

test('a recording survives a crash, shows when checks turned, and holds no password', async ({ page }) => {
	test.setTimeout(240_000);
	await signUp(page, platform.it, 'cleo');
	await startLab(page, platform.it);
	const task = page.getByRole('region', { name: 'Say hello' });
	const word = /the line hello (\w+)/.exec((await task.textContent()) ?? '')?.[1] ?? '';
	await type(page, "printf 'Secret: '; read -s SECRET; echo; echo taken-${#SECRET}");
	await shows(page, 'Secret:');
	await type(page, 'correct-horse');
	await shows(page, 'taken-13');
	await page.waitForTimeout(4000);
	await platform.it.kill('SIGKILL');
	await platform.it.start();
	await expect(page.getByText('Trying again')).toBeHidden({ timeout: 30_000 });
	await type(page, `echo "hello ${word}" > ~/hello.txt; echo after-the-crash`);
	await shows(page, 'after-the-crash');
	await task.getByRole('button', { name: 'Check' }).click();
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible({ timeout: 30_000 });
	await page.waitForTimeout(3000);
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByText('You stopped this lab.')).toBeVisible();

	await open(page, `${platform.it.origin}/recordings`);
	await page.getByRole('link', { name: 'A file that says hello' }).first().click();
	await page.waitForURL(/recordings\/\d+$/);
	const cast = await (await page.request.get(`${page.url()}/cast`)).text();
	expect(cast).toContain('taken-13');
	expect(cast).toContain('after-the-crash');
	expect(cast).toContain('passed: Done: Say hello');
	expect(cast).not.toContain('correct-horse');
	for (const line of cast.trimEnd().split('\n')) JSON.parse(line);

	await page
		.getByRole('button', { name: /Done: Say hello/ })
		.last()
		.click();
	await page.getByRole('button', { name: 'Text' }).click();
	await expect(page.locator('pre')).toContainText('after-the-crash');
	await page.getByLabel('Moment of the recording').press('Home');
	await expect(page.locator('pre')).not.toContainText('after-the-crash');
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Text' }).click();
	await page.screenshot({ path: 'test-results/player.png' });

	await page.goto(`${platform.it.origin}/recordings`);
	await page
		.getByRole('button', { name: /^Delete/ })
		.first()
		.click();
	await expect(page.getByText('The recording is deleted.')).toBeVisible();
	await expect(page.getByText('Nothing is recorded')).toBeVisible();
});
