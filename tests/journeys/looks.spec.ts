import { expect, open, PASSWORD, platformFor, test } from './platform.ts';

const platform = platformFor(() => ({ ENGINE: 'memory' }));

const svg = (inner = '') => ({
	name: 'logo.svg',
	mimeType: 'image/svg+xml',
	buffer: Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0a6"/>${inner}</svg>`
	)
});

test('an operator gives the platform a logo, a name, a theme, and a team its track', async ({ browser }) => {
	const { origin } = platform.it;
	const page = await browser.newPage();
	await open(page, platform.it.operatorLink);
	await page.getByLabel('Name').fill('Grace');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL((url) => url.pathname !== '/welcome');

	await test.step('what could run in a logo is refused with a sentence', async () => {
		await open(page, `${origin}/operator/settings`);
		await page.getByLabel('Logo file').setInputFiles(svg('<script>document.title = "ran"</script>'));
		await page.getByLabel('Its words').fill('Harbour School');
		await page.getByRole('button', { name: 'Save the logo' }).click();
		await expect(page.getByText(/This SVG could run something .*script/).first()).toBeVisible();
	});

	await test.step('a plain one stands at the head of every page and where people sign in', async () => {
		await page.getByLabel('Logo file').setInputFiles(svg());
		await page.getByLabel('Its words').fill('Harbour School');
		await page.getByRole('button', { name: 'Save the logo' }).click();
		const logo = page.getByRole('banner').getByRole('img', { name: 'Harbour School' });
		await expect(logo).toBeVisible();
		await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
		await page.getByLabel('Name of this installation').fill('Harbour Labs');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByText('Saved. It counts from now on.')).toBeVisible();
	});

	await test.step('a visitor finds both before any script has run, and their own choice comes first', async () => {
		const visitors = await browser.newContext({ colorScheme: 'light', javaScriptEnabled: false });
		const visitor = await visitors.newPage();
		await visitor.goto(`${origin}/sign-in`);
		await expect(visitor.getByRole('link', { name: 'Harbour School' })).toBeVisible();
		await expect(visitor.locator('main img')).toBeVisible();
		await expect(visitor.locator('html')).toHaveAttribute('data-theme', 'dark');
		await visitor.getByRole('button', { name: 'Light' }).click();
		await expect(visitor.locator('html')).toHaveAttribute('data-theme', 'light');
		await visitors.close();
	});

	await test.step('opened by itself it can do nothing', async () => {
		const address = await page.getByRole('banner').getByRole('img').first().getAttribute('src');
		const answer = await page.request.get(origin + address);
		expect(answer.headers()).toMatchObject({
			'content-type': 'image/svg+xml',
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff'
		});
	});

	await test.step('an operator makes a team, gives it a track, and finds its report first', async () => {
		await open(page, `${origin}/operator/teams`);
		await page.getByLabel('Name of the team').fill('Night shift');
		await page.getByRole('button', { name: 'Make the team' }).click();
		await page.waitForURL('**/classes/1/people');
		const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nlea\nmax\n') };
		await page.getByLabel('CSV file').setInputFiles(file);
		await page.getByRole('button', { name: 'Add these people' }).click();
		await page.getByText('2 people new').waitFor();
		const parts = page.getByRole('navigation', { name: 'Team' }).getByRole('link');
		await expect(parts).toHaveText([
			...['People', 'Tracks and labs', 'Skills', 'Capstones', 'Report', 'Board', 'Gradebook'],
			...['Game days', 'Analytics', 'Settings']
		]);
		await parts.filter({ hasText: 'Tracks and labs' }).click();
		await page.getByLabel('Lab, course or track').selectOption('track/tiny-track');
		await page.getByLabel('Due').fill('2030-01-02T12:00');
		await page.getByRole('button', { name: 'Assign' }).click();
		await expect(page.getByText('everybody in this team')).toBeVisible();
		await open(page, `${origin}/operator/teams`);
		await expect(page.getByText('0 of 2 through, until')).toBeVisible();
		await page.getByRole('link', { name: /^Report/ }).click();
		await expect(page.getByRole('heading', { name: 'What is asked' })).toBeVisible();
		await expect(
			page
				.getByRole('cell', { name: /A tiny track/ })
				.or(page.getByText('A tiny track'))
				.first()
		).toBeVisible();
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('main').getByRole('img', { name: 'Harbour School' })).toBeVisible();
		await expect(page.getByRole('banner')).toBeHidden();
		await page.emulateMedia({ media: 'screen' });
		await open(page, `${origin}/classes/1`);
		await page.waitForURL('**/classes/1/report');
		await open(page, `${origin}/classes`);
		await expect(page.locator('main').getByText('Team', { exact: true })).toBeVisible();
	});

	await test.step('taken away, the mark and the name stand there again', async () => {
		await open(page, `${origin}/operator/settings`);
		await page.getByRole('button', { name: 'Take the logo away' }).click();
		await expect(page.getByRole('banner').getByRole('link', { name: 'Harbour Labs' })).toBeVisible();
		await expect(page.getByRole('banner').getByRole('img')).toHaveCount(0);
	});
});
