import AxeBuilder from '@axe-core/playwright';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, platformFor, shows, signUp, startLab, test, type } from './platform.ts';

let labs = '';
test.beforeAll(() => {
	labs = mkdtempSync(join(tmpdir(), 'labwright-watch-'));
	cpSync('tests/watch-labs', labs, { recursive: true });
});
const platform = platformFor(() => ({ LABS: labs }));
test.afterAll(() => rmSync(labs, { recursive: true, force: true }));

test('a task turns green by itself after the right command, and the work is handed in', async ({ page }) => {
	await signUp(page, platform.it, 'ada');
	await startLab(page, platform.it, 'by-itself');
	const task = page.getByRole('region', { name: 'Write a file' });
	await expect(task).toContainText('Looked at by itself while you work.');
	await expect(page.getByText('0 of 6 points')).toBeVisible();
	const word = /Write (\w+) into/.exec((await task.textContent()) ?? '')?.[1] ?? '';

	await type(page, 'echo nothing > /tmp/word');
	await expect(task).toContainText(`It does not say ${word}.`);
	await type(page, `echo ${word} > /tmp/word`);
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible();
	await expect(task.getByRole('button', { name: 'Check' })).toHaveCount(0);

	await test.step('what must hold is noticed when it breaks', async () => {
		await type(page, 'rm /tmp/word');
		await expect(page.getByText('0 of 2 tasks done')).toBeVisible();
		await type(page, `echo ${word} > /tmp/word; chmod 600 /tmp/word`);
		await expect(page.getByText('1 of 2 tasks done')).toBeVisible();
	});

	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('4 of 7 points; 1 of 1 hidden check passed')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Hand in again' })).toBeVisible();
});

test('a quiz is answered in the guide, with the keyboard, and explains itself', async ({ page }) => {
	await signUp(page, platform.it, 'bob');
	await startLab(page, platform.it, 'by-itself');
	const task = page.getByRole('region', { name: 'What did you see?' });
	expect(await page.content()).not.toMatch(/Read, write and execute|It points at the file|"right"/);

	await task.getByRole('radio', { name: '|', exact: true }).focus();
	await page.keyboard.press('Space');
	await task.getByRole('textbox').fill('3');
	for (const [index, name] of ['owner', 'group', 'others'].entries())
		await task.getByRole('combobox', { name }).selectOption(`${index + 1}`);
	await task.getByRole('button', { name: 'Answer' }).click();
	await expect(task).toContainText('2 of 3 right.');
	await expect(task).toContainText('That one feeds another program.');
	await expect(task).toContainText('Read, write and execute.');
	await expect(task).not.toContainText('It points at the file.');
	const seen = await new AxeBuilder({ page }).include('.quiz').analyze();
	expect(seen.violations.map(({ id }) => id)).toEqual([]);

	await page.reload();
	await expect(task.getByRole('textbox')).toHaveValue('3');
	await task.getByRole('radio', { name: '>', exact: true }).check();
	await task.getByRole('button', { name: 'Answer again' }).click();
	await expect(task).toContainText('All 3 right.');
	await expect(task).toContainText('It points at the file.');
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible();
});

test('a quiz is answered without scripts', async ({ browser }) => {
	const context = await browser.newContext();
	await signUp(await context.newPage(), platform.it, 'cleo');
	await startLab(context.pages()[0]!, platform.it, 'by-itself');
	const cookies = await context.cookies();
	const plain = await browser.newContext({ javaScriptEnabled: false });
	await plain.addCookies(cookies);
	const page = await plain.newPage();
	await page.goto(`${platform.it.origin}/labs/by-itself`);
	const task = page.getByRole('region', { name: 'What did you see?' });
	await task.getByRole('radio', { name: '>', exact: true }).check();
	await task.getByRole('textbox').fill('3');
	for (const [index, name] of ['owner', 'group', 'others'].entries())
		await task.getByRole('combobox', { name }).selectOption(`${index + 1}`);
	await task.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByRole('region', { name: 'What did you see?' })).toContainText('All 3 right.');
	await context.close();
	await plain.close();
});

test('a run keeps to the version it began with, over a restart, until Reset', async ({ page }) => {
	await signUp(page, platform.it, 'dora');
	await startLab(page, platform.it, 'by-itself');
	const task = page.getByRole('region', { name: 'Write a file' });

	const yaml = join(labs, 'small-course/one-module/by-itself/lab.yaml');
	writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('The file is there', 'There is a file'));
	await expect(async () => {
		await page.reload();
		await expect(page.getByText('revised since you started')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(task).toContainText('The file is there');

	await platform.it.kill('SIGKILL');
	await platform.it.start();
	await page.reload();
	await expect(task).toContainText('The file is there');
	await shows(page, '$');

	await page.getByRole('button', { name: 'Reset', exact: true }).click();
	await page.getByRole('button', { name: 'Reset the machines' }).click();
	await expect(task).toContainText('There is a file');
	await expect(page.getByText('revised since you started')).toHaveCount(0);
});
