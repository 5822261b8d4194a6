import { expect, open, PASSWORD, platformFor, signUp, test } from './platform.ts';

const platform = platformFor();
test.describe.configure({ mode: 'serial' });

test('the first person becomes operator by the printed link, and lets others in', async ({
	page,
	browser
}) => {
	await open(page, platform.it.operatorLink);
	await page.getByLabel('Name').fill('Grace');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL((url) => url.pathname !== '/welcome');
	await page.getByRole('link', { name: 'Operator' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Grace' })).toBeVisible();

	await test.step('the link works once', async () => {
		const other = await (await browser.newContext()).newPage();
		await open(other, platform.it.operatorLink);
		await expect(other.getByLabel('Password')).toHaveCount(0);
		await other.context().close();
	});

	await test.step('sign-up by invitation', async () => {
		await open(page, `${platform.it.origin}/operator/sign-up`);
		await page.locator('input[value=invitation]').check();
		await page.locator('main').getByRole('button', { name: 'Save' }).click();
		await open(page, `${platform.it.origin}/operator/invitations`);
		await page.getByLabel('They become').selectOption('instructor');
		await page.locator('main').getByRole('button', { name: 'Make the invitation' }).click();
		const code = (await page.locator('p').filter({ hasText: 'Code:' }).locator('code').textContent()) ?? '';

		const guest = await (await browser.newContext()).newPage();
		await open(guest, `${platform.it.origin}/sign-up`);
		await guest.getByLabel('Name').fill('ivo');
		await guest.getByLabel('Password').fill(PASSWORD);
		await guest.getByLabel(/code/i).fill('not-a-code');
		await guest.getByRole('button', { name: 'Create the account' }).click();
		await expect(guest.getByLabel(/code/i)).toHaveAttribute('aria-invalid', 'true');
		await guest.getByLabel('Password').fill(PASSWORD);
		await guest.getByLabel(/code/i).fill(code);
		await guest.getByRole('button', { name: 'Create the account' }).click();
		await guest.waitForURL(`${platform.it.origin}/`);
		await expect(guest.getByRole('link', { name: 'Authoring' })).toBeVisible();
		await guest.context().close();
	});
});

test('somebody signs out, comes back, and changes the password', async ({ page }) => {
	await page.context().clearCookies();
	await open(page, `${platform.it.origin}/sign-in?next=/courses`);
	await page.getByLabel('Name').fill('ivo');
	await page.getByLabel('Password').fill('wrong and wrong again');
	await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
	await expect(page.locator('form .notice, form [role=alert], form .error').first()).toBeVisible();
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL(`${platform.it.origin}/courses`);

	await open(page, `${platform.it.origin}/account`);
	await page.getByLabel('Password you have now').fill(PASSWORD);
	await page.getByLabel('New password').fill('another harbour at noon');
	await page.getByRole('button', { name: 'Change the password' }).click();
	await expect(page.getByText(/changed/i).first()).toBeVisible();
});

test('without scripts a learner signs up, starts a lab, checks and answers by plain forms', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const operator = await browser.newPage();
	await open(operator, `${platform.it.origin}/sign-in`);
	await operator.getByLabel('Name').fill('Grace');
	await operator.getByLabel('Password').fill(PASSWORD);
	await operator.locator('main').getByRole('button', { name: 'Sign in' }).click();
	await operator.waitForURL(`${platform.it.origin}/`);
	await open(operator, `${platform.it.origin}/operator/sign-up`);
	await operator.locator('input[value=open]').check();
	await operator.locator('main').getByRole('button', { name: 'Save' }).click();
	await operator.close();

	await page.goto(`${platform.it.origin}/sign-up`);
	await page.getByLabel('Name').fill('nora');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Create the account' }).click();
	await page.goto(`${platform.it.origin}/labs/hello-file`);
	await page.getByRole('button', { name: 'Start the lab' }).click();
	await expect(async () => {
		await page.goto(`${platform.it.origin}/labs/hello-file`);
		await expect(page.getByRole('button', { name: 'Check' })).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.getByRole('button', { name: 'Check' }).click();
	await expect(page.getByText('There is no /home/learner/hello.txt yet.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Show it' }).click();
	await expect(page.getByText('can send what a command prints')).toBeVisible();
	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByText('You stopped this lab.')).toBeVisible();
	await context.close();
});

test('an instructor sees every lab and its problems; a learner does not', async ({ page }) => {
	await signUp(page, platform.it, 'pia');
	const answer = await page.goto(`${platform.it.origin}/authoring`);
	expect(answer?.status()).toBe(403);
	expect((await page.goto(`${platform.it.origin}/operator`))?.status()).toBe(403);
});
