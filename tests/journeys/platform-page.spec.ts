import { expect, open, PASSWORD, platformFor, test } from './platform.ts';

const platform = platformFor();

test('the operator sees what protects the platform, and has it looked at anew', async ({ page }) => {
	await open(page, platform.it.operatorLink);
	await page.getByLabel('Name').fill('Grace');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL((url) => url.pathname !== '/welcome');

	await open(page, `${platform.it.origin}/operator/platform`);
	const networks = page.getByRole('listitem').filter({ hasText: 'Networks of sandboxes' });
	await expect(networks).toContainText('Nothing answers from: the bridge’s own address');
	await expect(page.getByRole('definition').first()).toContainText('Docker');
	await expect(page.getByText('No sandbox is running.')).toBeVisible();

	await page.getByRole('button', { name: 'Look again' }).click();
	await expect(page.getByText('Everything was looked at anew.')).toBeVisible();
});
