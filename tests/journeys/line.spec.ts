import type { Locator, Page } from '@playwright/test';
import { Learner } from '../bench/learner.ts';
import { Premises } from './premises.ts';
import { expect, open, PASSWORD, platformFor, shows, signUp, test, type } from './platform.ts';

const LAB = 'hello-file';
const platform = platformFor(() => ({ MAX_SANDBOXES: '2', POOL: '1' }));

/** A folder for pictures of what is tried, to be looked at. */
const SHOTS = process.env.SHOTS;
async function looks(page: Page, name: string, what: Locator): Promise<void> {
	if (!SHOTS) return;
	for (const width of [1440, 390])
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
			await page.emulateMedia({ colorScheme });
			const side = page.getByRole('tab', { name: 'Terminal', exact: true });
			if (await side.isVisible()) await side.click(); // on a narrow screen, one half at a time
			await what.scrollIntoViewIfNeeded();
			await page.screenshot({ path: `${SHOTS}/${name}-${width}-${colorScheme}.png` });
		}
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: null });
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test('machines wait for learners, learners wait in line, and files wait for who comes back', async ({
	page,
	browser
}) => {
	test.setTimeout(600_000);
	const premises = new Premises(platform.it);
	const lab = `${platform.it.origin}/labs/${LAB}`;
	const bo = await Learner.signUp(platform.it.origin, 'bo', LAB);
	const cy = await Learner.signUp(platform.it.origin, 'cy', LAB);
	const waits = () => premises.pool().some(({ readyAt }) => readyAt !== null);

	await test.step('a machine that waits is handed over with the click', async () => {
		await bo.start();
		await bo.press('stop');
		await expect.poll(waits, { timeout: 120_000 }).toBe(true);
		await signUp(page, platform.it, 'ada');
		await open(page, lab);
		await press(page, 'Start the lab');
		await shows(page, 'learner@');
		expect(premises.runs().at(-1)?.sandbox).toMatch(/^pool-/);
		await type(page, 'echo precious > ~/mine.txt; clear; cat ~/mine.txt');
		await shows(page, 'precious');
	});

	await test.step('when the time is over, the files are kept, and one goes on with them', async () => {
		premises.timePasses();
		const go = page.getByRole('button', { name: 'Continue where you left' });
		await expect(go).toBeVisible({ timeout: 60_000 });
		await looks(page, 'resume', go);
		await go.click();
		await shows(page, 'learner@');
		await type(page, 'clear; cat ~/mine.txt');
		await shows(page, 'precious');
	});

	const late = await browser.newPage();
	await test.step('when every place is taken, one is told one’s place and may leave it', async () => {
		await cy.start();
		await bo.press('start');
		await signUp(late, platform.it, 'late');
		await open(late, lab);
		await press(late, 'Start the lab');
		await expect(late.getByRole('heading', { name: 'You have a place in line' })).toBeVisible();
		await expect(late.getByRole('status').filter({ hasText: 'One learner is before you.' })).toContainText(
			/Your turn probably comes in about/
		);
		await looks(late, 'line', late.getByRole('button', { name: 'Give up my place' }));
		await press(late, 'Give up my place');
		await expect(late.getByRole('button', { name: 'Start the lab' })).toBeVisible();
		await press(late, 'Start the lab');
		await expect(late.getByText('One learner is before you.')).toBeVisible();
		await bo.press('stop');
		await expect(late.getByText('You are the next.')).toBeVisible();
	});

	await test.step('the operator sees how much room there is', async () => {
		const operator = await browser.newPage();
		await open(operator, platform.it.operatorLink);
		await operator.getByLabel('Name').fill('Grace');
		await operator.getByLabel('Password').fill(PASSWORD);
		await operator.locator('main').getByRole('button').click();
		await operator.waitForURL((url) => url.pathname !== '/welcome');
		await open(operator, `${platform.it.origin}/operator/platform`);
		const room = operator.getByRole('region', { name: 'Room' });
		await looks(operator, 'room', room);
		await expect(room.getByRole('row').filter({ hasText: 'no more' }).first()).toBeVisible();
		await operator.close();
	});

	await test.step('and one’s machine comes by itself when somebody leaves', async () => {
		await cy.press('stop');
		await shows(late, 'learner@');
	});
	await late.close();
	premises.close();
});
