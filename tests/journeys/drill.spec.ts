import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open, platformFor, screen, signUp, test, type } from './platform.ts';

const platform = platformFor(() => ({ LABS: resolve('tests/drill-labs') }));

/** Two machines and a service: on a busy computer that takes a while. */
async function start(page: Page): Promise<void> {
	await open(page, `${platform.it.origin}/labs/one-door`);
	await page.getByRole('button', { name: /^Start/ }).click();
	await expect(screen(page)).toContainText('learner@box', { timeout: 120_000 });
}

test('a learner plays a drill from the first strike to the report, over a crash of the server', async ({
	page
}) => {
	test.setTimeout(420_000);
	await page.setViewportSize({ width: 1440, height: 900 });
	await signUp(page, platform.it, 'ada');
	await start(page);
	await page.getByRole('tab', { name: 'Control room' }).click();
	await expect(page.getByText('No acknowledged write lost')).toBeVisible();
	const book = page.getByRole('textbox', { name: 'Your runbook' });
	await page.getByText('Your runbook', { exact: true }).first().click();
	await book.fill('Refused: look at sv status web');
	await page.getByRole('button', { name: 'Save the runbook' }).click();
	await expect(page.getByText('Saved.')).toBeVisible();
	await page.getByRole('button', { name: 'Begin the drill' }).click();
	await expect(page.getByText('Anything may happen')).toBeVisible({ timeout: 120_000 });
	const graph = page.locator('figure', { hasText: 'The page' });
	await expect(graph).toContainText('good');
	await expect(page.getByRole('region', { name: /^Machines/ })).toContainText('One machine, up');
	await expect(book).toHaveValue('Refused: look at sv status web');

	await test.step('nothing that the browser hears gives the strike away', async () => {
		const live = await page.request.get(`${platform.it.origin}/drills/1/live`);
		expect(await live.text()).not.toMatch(/gone|killed|struck|strike|reboot|plan/);
	});

	await expect(graph).toContainText('no good answer (refused)', { timeout: 60_000 });
	const machines = page.getByRole('region', { name: 'Machines, as far as is known' });
	await expect(machines).toContainText('One machine: box no good answer'); // the graph says no less
	await page.screenshot({ path: 'test-results/drill-struck.png' });
	await page.getByLabel('A line for the log').fill('The page is refused, the machine is there');
	await page.getByRole('button', { name: 'I have noticed something' }).click();
	await expect(page.getByText('Something is broken. Make it well again.')).toBeVisible();

	await test.step('the server is killed, and the probes go on', async () => {
		await platform.it.kill('SIGKILL');
		await expect(page.getByText('The page has lost the platform.')).toBeVisible();
		await expect(page.getByText('Trying again')).toBeVisible();
		await platform.it.start();
		await expect(page.getByText('Trying again')).toBeHidden();
		await expect(page.getByText('The page has lost the platform.')).toBeHidden();
	});

	await type(page, 'sudo ln -s /etc/sv/web /etc/service/web');
	await page.getByLabel('A line for the log').fill('Linked the service, so that it comes back');
	await page.getByRole('button', { name: 'Write it down' }).click();
	await expect(page.getByRole('list', { name: 'Log' })).toContainText('Linked the service');
	await expect(page.getByText('It is well again. The drill is not over')).toBeVisible({ timeout: 120_000 });

	const cast = async () => (await page.request.get(`${platform.it.origin}/recordings/1/cast`)).text();
	expect(await cast()).not.toMatch(/fault: |noticed: /); // it would tell of the second strike as well
	const report = page.getByRole('link', { name: /^Report of/ });
	await expect(report).toBeVisible({ timeout: 180_000 });
	await open(page, `${platform.it.origin}${await report.getAttribute('href')}`);
	await expect(page.getByRole('row', { name: /Noticed within/ })).toContainText('Met');
	await expect(page.getByRole('row', { name: /Well again within/ })).toContainText('Met');
	await expect(page.getByRole('row', { name: /No acknowledged write lost/ })).toContainText('Met');
	await expect(page.getByText('Second strike: Restart of box')).toBeVisible();
	await expect(page.getByText('The first bad one: The page, refused').first()).toBeVisible();
	await expect(page.getByText('Nothing that was asked')).toHaveCount(0);
	expect(await cast()).toMatch(
		/fault: The web server was killed.*noticed: .*repair: Well again after.*fault: Second/s
	);
	await expect(page.locator('.moments .command')).toContainText('sudo ln -s /etc/sv/web /etc/service/web');

	await test.step('what they make of it is kept', async () => {
		await page.getByLabel('What happened?').fill('The web server ended.');
		await page.getByLabel('Why?').fill('Nobody watched over it.');
		await page.getByLabel('What would have prevented it?').fill('A supervisor.');
		await page.getByRole('button', { name: 'Keep it' }).click();
		await expect(page.getByRole('heading', { name: 'After the action' })).toBeVisible();
	});

	await test.step('the file one takes along needs nothing else', async () => {
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Take it along as one file' }).click();
		const path = await (await download).path();
		const text = readFileSync(path, 'utf8');
		expect(text).toContain('<svg');
		expect(text).toContain('sudo ln -s /etc/sv/web');
		expect(text).not.toMatch(/<script|<link|src="|@import|url\((?!#)/);
		const context = await page.context().browser()!.newContext({ offline: true });
		const offline = await context.newPage();
		await offline.setContent(text);
		await expect(offline.getByRole('heading', { name: 'Drill: One door' })).toBeVisible();
		await offline.screenshot({ path: 'test-results/drill-file.png', fullPage: true });
		await context.close();
	});

	await test.step('it is for everybody, wide and narrow, light and dark', async () => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			for (const width of [1440, 390]) {
				await page.setViewportSize({ width, height: 900 });
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
				).toBeLessThanOrEqual(0);
				await page.screenshot({
					path: `test-results/drill-report-${colorScheme}-${width}.png`,
					fullPage: true
				});
				expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			}
		}
	});

	await open(page, `${platform.it.origin}/drills`);
	await expect(page.getByRole('row', { name: /One door/ })).toContainText('Played to the end');
});

test('without scripts a drill is begun, noticed and given up by plain forms', async ({ browser }) => {
	test.setTimeout(240_000);
	const context = await browser.newContext();
	const page = await context.newPage();
	await signUp(page, platform.it, 'bea');
	await start(page);
	const post = (action: string, form: Record<string, string> = {}) =>
		page.request.post(`${platform.it.origin}/labs/one-door?/${action}`, {
			form,
			headers: { origin: platform.it.origin, accept: 'text/html' }
		});
	expect((await post('drill')).status()).toBe(200);
	expect((await post('drill')).status()).toBe(409);
	await expect
		.poll(async () => (await post('notice', { text: 'odd' })).status(), { timeout: 60_000 })
		.toBe(200);
	expect((await post('giveup')).status()).toBe(200);
	expect((await post('runbook', { runbook: 'x'.repeat(8001) })).status()).toBe(409);
	expect((await post('runbook', { runbook: 'for next time' })).status()).toBe(200);
	const bare = await browser.newContext({
		javaScriptEnabled: false,
		storageState: await context.storageState()
	});
	const plain = await bare.newPage();
	await plain.goto(`${platform.it.origin}/drills`);
	await plain.getByRole('link', { name: 'One door' }).click();
	await expect(plain.getByText('Given up. What was measured until then')).toBeVisible();
	await bare.close();
	await context.close();
});
