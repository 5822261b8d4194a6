import { expect, open, PASSWORD, platformFor, test } from './platform.ts';

const platform = platformFor(() => ({ ENGINE: 'memory' }));

const svg = (inner = '') => ({
	name: 'logo.svg',
	mimeType: 'image/svg+xml',
	buffer: Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0a6"/>${inner}</svg>`
	)
});

test('an operator gives the platform a logo, a name and a theme, and visitors see them from the first byte', async ({
	browser
}) => {
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

	await test.step('taken away, the mark and the name stand there again', async () => {
		await open(page, `${origin}/operator/settings`);
		await page.getByRole('button', { name: 'Take the logo away' }).click();
		await expect(page.getByRole('banner').getByRole('link', { name: 'Harbour Labs' })).toBeVisible();
		await expect(page.getByRole('banner').getByRole('img')).toHaveCount(0);
	});
});
