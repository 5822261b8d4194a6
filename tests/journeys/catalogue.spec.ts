import { expect, open, platformFor, screen, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor(() => ({ ENGINE: 'memory' }));

test('the catalogue is searched and filtered, with scripts and without', async ({ page, browser }) => {
	await open(page, `${platform.it.origin}/courses`);
	const labs = page.locator('main a[href^="/labs/"]:visible');
	await expect(labs.filter({ hasText: 'Two hosts' }).first()).toBeVisible();
	await page.getByRole('searchbox').fill('hello');
	await expect(labs.filter({ hasText: 'Two hosts' })).toHaveCount(0);
	await expect(labs.filter({ hasText: 'A file that says hello' }).first()).toBeVisible();

	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await plain.goto(`${platform.it.origin}/courses`);
	await plain.getByRole('searchbox').fill('nothing like this');
	await plain.getByRole('button', { name: 'Search' }).click();
	await expect(plain.locator('main a[href^="/labs/"]')).toHaveCount(0);
	await plain.context().close();
});

test('home leads back to where one left off, and the theme is remembered', async ({ page }) => {
	await signUp(page, platform.it, 'ada');
	await startLab(page, platform.it);
	await expect(screen(page)).toContainText('in-memory engine');
	await type(page, 'touch /x; ls');
	await open(page, platform.it.origin);
	await expect(page.getByRole('heading', { name: 'Continue where you left off' })).toBeVisible();
	await page.getByRole('link', { name: 'Back to the lab' }).click();
	await expect(screen(page)).toContainText('/x');

	await page.getByRole('button', { name: 'Dark' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a part of the page whose stylesheet was lost on the way has its looks when it is shown', async ({
	page
}) => {
	await signUp(page, platform.it, 'bea');
	let lost = 0;
	await page.route('**/Transcript*.css', (route) =>
		lost++ === 0 ? route.abort('internetdisconnected') : route.continue()
	);
	await startLab(page, platform.it);
	expect(lost).toBeGreaterThan(0);
	await page.locator('.xterm-helper-textarea').first().focus();
	await page.keyboard.press('Alt+Shift+L');
	const header = page.getByRole('region', { name: 'Plain text of box' }).locator('header');
	await expect(header).toHaveCSS('display', 'flex');
});

test('the machines of a lab are drawn in their colours from the first moment, scripts or not', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${platform.it.origin}/labs/two-hosts`);
	const host = page.locator('main svg rect').first();
	expect(await host.evaluate((drawn) => getComputedStyle(drawn).fill)).not.toBe('rgb(0, 0, 0)');
	await context.close();
});
