import AxeBuilder from '@axe-core/playwright';
import { resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, open, PASSWORD, platformFor, screen, shows, signUp, test, type } from './platform.ts';

const platform = platformFor(() => ({ LABS: resolve('tests/drill-labs') }));

async function fine(page: Page, name: string): Promise<void> {
	for (const [colorScheme, width] of [
		['light', 1440],
		['dark', 390]
	] as const) {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width, height: 900 });
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect([name, width, Math.max(0, over)]).toEqual([name, width, 0]);
		await page.screenshot({ path: `test-results/game-day-${name}-${colorScheme}.png`, fullPage: true });
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	}
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
}

async function somebody(browser: Browser): Promise<Page> {
	return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
}

test('a class plays in a team: struck by hand, noticed by the lead, mended by the operator', async ({
	browser
}) => {
	test.setTimeout(420_000);
	const { origin } = platform.it;
	const [grace, ada, bob] = [await somebody(browser), await somebody(browser), await somebody(browser)];
	await open(grace, platform.it.operatorLink);
	await grace.getByLabel('Name').fill('Grace');
	await grace.getByLabel('Password').fill(PASSWORD);
	await grace.locator('main').getByRole('button').click();
	await grace.waitForURL((url) => url.pathname !== '/welcome');
	await open(grace, `${origin}/classes`);
	await grace.getByLabel('Name of the class').fill('Night shift');
	await grace.getByLabel('Name of the class').press('Enter');
	await grace.waitForURL(/\/classes\/1/);
	await open(grace, `${origin}/classes/1/people`);
	await grace.getByRole('button', { name: 'Make a code' }).click();
	const code = (await grace.locator('.code').textContent()) ?? '';
	for (const [page, name] of [
		[ada, 'ada'],
		[bob, 'bob']
	] as const) {
		await signUp(page, platform.it, name);
		await open(page, `${origin}/join?code=${encodeURIComponent(code.trim())}`);
		await page.getByRole('button', { name: 'Join the class' }).click();
		await expect(page.getByRole('button', { name: 'Join the class' })).toHaveCount(0);
	}

	await test.step('it is planned, and its people are called', async () => {
		await open(grace, `${origin}/classes/1/game-days`);
		await grace.getByLabel('Lab').selectOption('one-door');
		await grace.getByLabel('Begins').fill('2030-01-01T10:00');
		await grace.getByLabel(/Teams share/).check();
		await grace.getByRole('button', { name: 'Plan it' }).click();
		await grace.waitForURL(/game-days\/1$/);
		await expect(grace.getByRole('heading', { name: 'Team 1' })).toBeVisible();
		await expect(grace.getByLabel('Role of bob')).toHaveValue('operator');
		await fine(grace, 'planned');
		await grace.getByRole('button', { name: 'Begin the day now' }).click();
		await expect(grace.getByText('The day has begun.')).toBeVisible();
		await open(bob, origin);
		await bob.getByRole('link', { name: /Game day of Night shift/ }).click();
		await expect(bob.getByText('you are its operator')).toBeVisible();
		await fine(bob, 'player');
	});

	await grace.getByRole('button', { name: 'Start everybody’s machines' }).click();
	await open(ada, `${origin}/labs/one-door`);
	await expect(screen(ada)).toContainText('learner@box', { timeout: 120_000 });
	await grace.getByRole('button', { name: 'Begin the drill where machines are up' }).click();
	await expect(ada.getByText('Anything may happen')).toBeVisible({ timeout: 120_000 });
	await expect(grace.getByText('Steady. 0 of 2 strikes so far')).toBeVisible();

	await test.step('the operator works on the machines of the lead, beside her', async () => {
		await bob.getByRole('link', { name: 'Go to the control room' }).click();
		await shows(bob, 'learner@box');
		await expect(bob.getByRole('button', { name: 'I have noticed something' })).toHaveCount(0);
		await bob.getByRole('button', { name: /^box .*Open its terminal/ }).click();
		await expect(bob.locator('.xterm-helper-textarea').first()).toBeFocused();
		await type(bob, 'echo from-bob-$((40+2))');
		await shows(ada, 'from-bob-42');
		await fine(bob, 'room');
	});

	await grace.getByRole('button', { name: 'Strike Team 1' }).click();
	await expect(ada.locator('figure', { hasText: 'The page' })).toContainText('no good answer (refused)', {
		timeout: 60_000
	});
	await expect(grace.getByText('Not noticed yet')).toBeVisible();
	await fine(grace, 'board');
	await ada.getByLabel('A line for the log').fill('The page is refused');
	await ada.getByRole('button', { name: 'I have noticed something' }).click();
	await expect(grace.getByText(/^Noticed by ada after/)).toBeVisible();
	await type(bob, 'sudo ln -s /etc/sv/web /etc/service/web');
	await expect(grace.getByText(/Well again after|It stood/)).toBeVisible({ timeout: 120_000 });

	await test.step('it is over for everybody when she says so, and all of them have the report', async () => {
		await grace.getByText('End the day').click();
		await grace.getByRole('button', { name: 'End it for everybody' }).click();
		await expect(grace.getByRole('link', { name: 'Report of Team 1' })).toBeVisible();
		await expect(bob).toHaveURL(/\/drills\/1$/);
		await expect(bob.getByText('ada (incident lead), bob (operator)')).toBeVisible();
		const room = await bob.request.get(`${origin}/drills/1/room`, { maxRedirects: 0 });
		expect(room.status()).toBe(303);
		await open(grace, `${origin}/operator/audit`);
		await expect(grace.getByText('strike, one-door')).toBeVisible();
		await open(grace, `${origin}/classes/1/game-days`);
		await fine(grace, 'days');
	});
});
