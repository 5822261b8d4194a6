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
	const engine = page.getByRole('region', { name: 'Engine' });
	await expect(engine.getByRole('definition').first()).toContainText('Docker');
	await expect(page.getByText('No sandbox is running.')).toBeVisible();

	await test.step('in one look: what runs, waits and is free, who is signed in, and how old the images are', async () => {
		const now = page.getByRole('region', { name: 'Now', exact: true });
		await expect(now).toContainText(/Running\s*0\s*of \d+ places/);
		await expect(now).toContainText(/Waiting in line\s*0/);
		await expect(now).toContainText(/Memory\s*[\d.]+ GiB\s*free of \d+/);
		await expect(now).toContainText(/Disk\s*[\d.]+ GiB/);
		await expect(page.getByText('In the last week every lab that was started came up.')).toBeVisible();
		const people = page.getByRole('region', { name: 'Who is signed in' });
		await expect(people.getByRole('listitem').filter({ hasText: 'Grace' })).toContainText('operator');
		const toolbox = page.getByRole('row').filter({ hasText: 'toolbox' });
		await expect(toolbox).toContainText(/today|day/);
		await expect(toolbox).toContainText(/\d MiB/);
	});

	await page.getByRole('button', { name: 'Look again' }).click();
	await expect(page.getByText('Everything was looked at anew.')).toBeVisible();
});
