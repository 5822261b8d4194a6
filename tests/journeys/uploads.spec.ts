import { zipOfFiles } from '../../src/lib/server/drafts/testing.ts';
import { expect, open, PASSWORD, platformFor, shows, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor();

const LAB = {
	'lab.yaml': `apiVersion: lab/v1
id: leave-a-mark
title: Leave a mark
summary: One file on one machine.
level: beginner
minutes: 5
outcomes: [Make a file]
hosts: { box: { image: linux, profile: strict } }
tasks:
  - id: mark
    title: Leave a mark
    hints: [A shell can make files.]
    checks: [{ id: there, title: There is a mark, host: box, run: 'test -e /tmp/mark || fail "There is no /tmp/mark yet."' }]
`,
	'guide.md': '# Leave a mark\n\n:::task{id=mark}\nMake a file `/tmp/mark`.\n:::\n',
	'solve/mark.sh': 'touch /tmp/mark\n'
};
const BROKEN = { ...LAB, 'lab.yaml': LAB['lab.yaml'].replace('level: beginner', 'level: simple') };
const file = (files: Record<string, string>) => ({
	...{ name: 'mark.zip', mimeType: 'application/zip', buffer: zipOfFiles(files, 'mark/') }
});

test('an instructor brings a lab, mends it, has it proven, publishes it, and a learner starts it', async ({
	browser,
	page
}) => {
	test.setTimeout(300_000); // a proof plays the lab several times
	await open(page, platform.it.operatorLink);
	await page.getByLabel('Name').fill('Grace');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL((url) => url.pathname !== '/welcome');

	await test.step('what must be mended is said with file and line, also without scripts', async () => {
		const storageState = await page.context().storageState();
		const plain = await browser.newContext({ javaScriptEnabled: false, storageState });
		const form = await plain.newPage();
		await form.goto(`${platform.it.origin}/authoring`);
		await form.getByRole('link', { name: 'Bring a lab' }).click();
		await form.getByLabel('Zip of a lab’s folder').setInputFiles({
			...{ name: 'notes.zip', mimeType: 'application/zip', buffer: zipOfFiles({ 'notes.md': 'x' }) }
		});
		await form.getByRole('button', { name: 'Bring this lab' }).click();
		await expect(form.getByText('There is no lab.yaml in this.')).toBeVisible();
		await form.getByLabel('Zip of a lab’s folder').setInputFiles(file(BROKEN));
		await form.getByRole('button', { name: 'Bring this lab' }).click();
		await expect(form.getByText('lab.yaml:5:8')).toBeVisible();
		await form.getByRole('button', { name: 'Publish' }).click();
		await expect(form.getByText('must be mended first')).toBeVisible();
		await plain.close();
	});

	await open(page, `${platform.it.origin}/authoring/drafts/1`);
	await page.getByLabel('Zip of a lab’s folder').setInputFiles(file(LAB));
	await page.getByRole('button', { name: 'Bring this version' }).click();
	await expect(page.getByText('Not proven yet')).toBeVisible();
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page.getByText('It is published once it is proven.')).toBeVisible();
	await test.step('before it is proven its author sees it as a learner does, and jumps; learners find nothing', async () => {
		await page.getByRole('button', { name: 'Preview as a learner' }).click();
		await page.waitForURL('**/labs/leave-a-mark');
		await page.waitForSelector('html[data-hydrated]');
		await page.getByRole('button', { name: /^Start/ }).click();
		await shows(page, 'learner@box');
		await type(page, 'touch /tmp/mark');
		await expect(page.getByText('1 of 1 tasks done')).toBeVisible({ timeout: 60_000 });
		const stranger = await browser.newContext();
		const nobody = await stranger.newPage();
		await signUp(nobody, platform.it, 'bob');
		expect((await nobody.goto(`${platform.it.origin}/labs/leave-a-mark`))?.status()).toBe(404);
		await stranger.close();
		await page.getByRole('button', { name: 'End the preview' }).click();
		await page.waitForURL('**/authoring/drafts/1');
	});
	await page.getByRole('button', { name: 'Prove it' }).click();
	await expect(page.getByText('Is being proven')).toBeVisible();
	await expect(page.getByText('Proven', { exact: true })).toBeVisible({ timeout: 240_000 });
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page.getByText('Learners find it in the catalogue.')).toBeVisible();

	const learner = await (await browser.newContext()).newPage();
	await signUp(learner, platform.it, 'ada');
	await open(learner, `${platform.it.origin}/courses/our-labs`);
	await expect(learner.getByRole('link', { name: 'Leave a mark', exact: true })).toBeVisible();
	expect((await learner.goto(`${platform.it.origin}/authoring/drafts/1`))?.status()).toBe(403);
	await startLab(learner, platform.it, 'leave-a-mark');
	await shows(learner, 'learner@box');

	await page.getByRole('button', { name: 'Take the lab back' }).click();
	await expect(page.getByText('Taken back.')).toBeVisible();
	await page.getByText('need it no more').click();
	await page.getByRole('button', { name: 'Delete the draft' }).click();
	await expect(page.getByText('No lab has been brought yet')).toBeVisible();
	// Who is at work on it goes on.
	await type(learner, 'touch /tmp/mark');
	await expect(learner.getByText('1 of 1 tasks done')).toBeVisible({ timeout: 60_000 });
	await learner.reload();
	await expect(learner.getByText('1 of 1 tasks done')).toBeVisible();
	await open(page, `${platform.it.origin}/operator/audit`);
	for (const done of [
		'brought a draft of a lab',
		'published a lab',
		'took a published lab back',
		'deleted a draft of a lab'
	])
		await expect(page.getByText(`Grace ${done}: leave-a-mark`)).toBeVisible();
});
