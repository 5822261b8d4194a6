import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, open, platformFor, screen, shows, signUp, test } from './platform.ts';

let folder = '';
const labs = () => join(folder, 'labs');
const containers = () => join(folder, 'containers');

/** Nobody has built it: its content is new each time. */
test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-image-'));
	cpSync('containers', containers(), { recursive: true });
	cpSync('tests/labs', labs(), { recursive: true });
	mkdirSync(join(containers(), 'slow'));
	writeFileSync(
		join(containers(), 'slow', 'Dockerfile'),
		`FROM labwright/base\nRUN useradd --create-home --shell /bin/bash learner && echo ${Date.now()} > /made && sleep 3\n`
	);
	const lab = join(labs(), 'tiny-course/first-steps/two-hosts');
	writeFileSync(
		join(lab, 'lab.yaml'),
		`apiVersion: lab/v1
id: two-hosts
title: On an image of its own
summary: A lab whose image nobody has built yet.
level: beginner
minutes: 5
outcomes: [Wait for an image]
hosts: { near: { image: slow, user: learner }, far: { image: slow, user: learner } }
tasks:
  - id: mark
    title: Leave a mark
    hints: []
    checks: [{ id: near, title: There is a mark, host: near, run: test -e /tmp/mark }]
`
	);
});
const platform = platformFor(() => ({ LABS: labs(), CONTAINERS: containers() }));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an image nobody has built yet is built while the learner watches', async ({ page }) => {
	await signUp(page, platform.it, 'ada');
	await open(page, `${platform.it.origin}/labs/two-hosts`);
	await page.getByRole('button', { name: 'Start the lab' }).click();
	await expect(page.getByText(/Building the image/)).toBeVisible();
	await shows(page, 'learner@near');
	await page.getByRole('tab', { name: 'far' }).click();
	await expect(page.locator('.xterm-rows:visible')).toContainText('learner@far');
	await expect(screen(page)).toBeHidden();
});

test('a lab that is broken while the server runs is taken away, named to instructors, and comes back', async ({
	page,
	browser
}) => {
	const author = await browser.newPage();
	await open(author, platform.it.operatorLink);
	await author.getByLabel('Name').fill('Grace');
	await author.getByLabel('Password').fill('a quiet harbour at night');
	await author.locator('main').getByRole('button').click();
	await author.waitForURL((url) => url.pathname !== '/welcome');

	const file = join(labs(), 'tiny-course/first-steps/hello-file/lab.yaml');
	cpSync(file, `${file}.kept`);
	writeFileSync(file, 'apiVersion: lab/v1\nid: hello-file\ntitel: Oh\n');
	await expect(async () => {
		expect((await page.goto(`${platform.it.origin}/labs/hello-file`))?.status()).toBe(404);
	}).toPass();
	await open(author, `${platform.it.origin}/authoring`);
	await expect(author.getByText('hello-file/lab.yaml').first()).toBeVisible();
	await expect(author.getByText(/3:1|line 3/).first()).toBeVisible();
	await expect(author.getByText('titel').first()).toBeVisible();
	expect((await page.goto(`${platform.it.origin}/labs/how-it-works`))?.status()).toBe(200);

	cpSync(`${file}.kept`, file);
	await expect(async () => {
		expect((await page.goto(`${platform.it.origin}/labs/hello-file`))?.status()).toBe(200);
	}).toPass();
	await author.close();
});
