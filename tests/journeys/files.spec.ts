import AxeBuilder from '@axe-core/playwright';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, enter, pane, rows, shot } from './desk.ts';
import { expect, open, platformFor, signUp, test } from './platform.ts';

/** The tiny course, with a link to a file in its guide. */
const labs = mkdtempSync(join(tmpdir(), 'labwright-files-'));
cpSync('tests/labs', labs, { recursive: true });
appendFileSync(
	join(labs, 'tiny-course/first-steps/hello-file/guide.md'),
	'\n::open[The note]{file=/srv/note.txt host=box}\n'
);
test.afterAll(() => rmSync(labs, { recursive: true }));

const platform = platformFor(() => ({ LABS: labs }));

test('files are looked at, fetched, brought in and saved beside the terminals', async ({ page }) => {
	await begin(page, platform.it, 'fay', 'hello-file');
	const box = pane(page, 'box');
	await enter(page, box, `mkdir -p /tmp/w && cd /tmp/w && printf 'one\\n' > note.txt && touch '<b>bold'`);
	await page.getByRole('link', { name: 'Files' }).click();
	const files = page.getByRole('region', { name: 'Files' });
	await files.getByRole('link', { name: '/', exact: true }).click();
	await files.getByRole('link', { name: 'tmp, folder' }).click();
	await files.getByRole('link', { name: 'w, folder' }).click();
	await expect(files.getByRole('link', { name: '<b>bold', exact: true })).toBeVisible();

	const fetched = page.waitForEvent('download');
	await files.getByRole('link', { name: 'Download note.txt' }).click();
	expect(await readFile(await (await fetched).path(), 'utf8')).toBe('one\n');

	const upload = files.getByLabel('Upload into this folder');
	const brought = { name: 'brought.bin', mimeType: 'text/html', buffer: Buffer.alloc(2_000_000, 'x') };
	await upload.setInputFiles(brought);
	await files.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(files.getByRole('status')).toHaveText('The file is there.');
	await shot(page, 'files');
	await upload.setInputFiles(brought);
	await files.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(files.getByRole('status')).toContainText('is there already');
	await enter(page, box, 'clear; stat -c "%s %U" brought.bin');
	await expect(rows(box)).toContainText(/2000000 \w+/);

	await files.getByRole('link', { name: 'note.txt', exact: true }).click();
	const text = files.getByRole('textbox', { name: 'Text of /tmp/w/note.txt' });
	await expect(text).toContainText('one');
	await text.press('Control+a');
	await text.press('Delete');
	await page.keyboard.type('two: 2');
	await files.getByRole('button', { name: 'Save' }).click();
	await expect(files.getByRole('status')).toHaveText('Saved.');
	await enter(page, box, 'clear; cat note.txt; echo three > note.txt');
	await expect(rows(box)).toContainText('two: 2');
	await files.getByRole('button', { name: 'Save' }).click();
	await expect(files.getByRole('status').first()).toContainText('has been changed on box');
	await text.press('Control+End');
	await page.keyboard.type('\nkept: yes');
	await page.waitForTimeout(600);
	await page.reload();
	await page.getByRole('link', { name: 'Files' }).click();
	await files.getByRole('link', { name: '/', exact: true }).click();
	await files.getByRole('link', { name: 'tmp, folder' }).click();
	await files.getByRole('link', { name: 'w, folder' }).click();
	await files.getByRole('link', { name: 'note.txt', exact: true }).click();
	await expect(files).toContainText('Your work from before, which was not saved, is back.');
	await expect(text).toContainText('kept: yes');
	await shot(page, 'files-changed');
	expect((await new AxeBuilder({ page }).include('section[aria-label=Files]').analyze()).violations).toEqual(
		[]
	);
	await files.getByRole('button', { name: 'Close the files' }).click();
	await expect(page.getByRole('link', { name: 'Files' })).toBeFocused();
});

test('a guide opens a file, on a small screen and in the dark as well', async ({ page }) => {
	await begin(page, platform.it, 'ina', 'hello-file');
	await page.getByRole('link', { name: 'The note' }).click();
	const files = page.getByRole('region', { name: 'Files' });
	const text = files.getByRole('textbox', { name: 'Text of /srv/note.txt' });
	await expect(text).toBeFocused();
	await page.keyboard.press('Shift+F6');
	await expect(files.getByRole('button', { name: 'Save' })).toBeFocused();
	await page.emulateMedia({ colorScheme: 'dark' });
	await shot(page, 'editor-dark');
	expect((await new AxeBuilder({ page }).include('section[aria-label=Files]').analyze()).violations).toEqual(
		[]
	);
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(text).toBeVisible();
	await shot(page, 'editor-390');
	await files.getByRole('button', { name: 'Back to the folder' }).click();
	await expect(files.getByRole('button', { name: 'Upload', exact: true })).toBeVisible();
	await shot(page, 'files-390');
	await page.setViewportSize({ width: 1440, height: 900 });
	await shot(page, 'files-1440-dark');
});

test('it all works without scripts, and for nobody else', async ({ browser, page }) => {
	await begin(page, platform.it, 'gil', 'hello-file');
	const cookies = await page.context().cookies();
	const plain = await browser.newContext({ javaScriptEnabled: false });
	await plain.addCookies(cookies);
	const still = await plain.newPage();
	await still.goto(`${platform.it.origin}/labs/hello-file/files?host=box&path=/tmp`);
	const buffer = Buffer.from('\nfirst line is empty\n');
	await still
		.getByLabel('Upload into this folder')
		.setInputFiles({ name: 'plain.txt', mimeType: 'text/plain', buffer });
	await still.getByRole('button', { name: 'Upload', exact: true }).click();
	await expect(still.locator('main').getByRole('status')).toHaveText('The file is there.');
	await still.goto(`${platform.it.origin}/labs/hello-file/files?host=box&file=/tmp/plain.txt`);
	await expect(still.getByRole('textbox')).toHaveValue('\nfirst line is empty\n');
	await still.getByRole('textbox').fill('a\nb\n');
	await still.getByRole('button', { name: 'Save' }).click();
	await expect(still.locator('main').getByRole('status')).toHaveText('Saved.');
	const content = `${platform.it.origin}/labs/hello-file/files/content?host=box&file=/tmp/plain.txt`;
	const answer = await page.request.get(content);
	expect(await answer.text()).toBe('a\nb\n');
	expect(answer.headers()['content-disposition']).toContain('attachment');
	expect(answer.headers()['content-type']).toBe('application/octet-stream');
	await plain.close();

	const stranger = await browser.newContext();
	expect((await stranger.request.get(content)).status()).toBe(401);
	const other = await stranger.newPage();
	await signUp(other, platform.it, 'hal');
	expect((await other.request.get(content)).status()).toBe(409);
	await open(other, `${platform.it.origin}/labs/hello-file/files?host=box&path=/tmp`);
	await expect(other.getByRole('alert')).toHaveText('This lab is not running. Start it first.');
	for (const host of ['nobody', 'grader']) {
		const asked = content.replace('host=box', `host=${host}`);
		expect((await page.request.get(asked)).status()).toBe(404);
	}
	await stranger.close();
});
