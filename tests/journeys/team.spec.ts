import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { importJWK, jwtVerify, type JWK } from 'jose';
import { enter, pane, rows, tab } from './desk.ts';
import { expect, open, PASSWORD, platformFor, screen, shows, startLab, test, type } from './platform.ts';

const platform = platformFor();

const violations = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);

test('a team goes a track: what is next, what was shown, a report that prints, and a badge that verifies', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const { origin } = platform.it;
	const [grace, lea] = [
		await (await browser.newContext()).newPage(),
		await (await browser.newContext()).newPage()
	];

	await test.step('an operator makes a team and gives it a track until a day', async () => {
		await open(grace, platform.it.operatorLink);
		expect(await violations(grace)).toEqual([]);
		await grace.getByLabel('Name').fill('Grace');
		await grace.getByLabel('Password').fill(PASSWORD);
		await grace.locator('main').getByRole('button').click();
		await grace.waitForURL((url) => url.pathname !== '/welcome');
		await open(grace, `${origin}/operator/teams`);
		await grace.getByLabel('Name of the team').fill('Night shift');
		await grace.getByRole('button', { name: 'Make the team' }).click();
		await grace.waitForURL('**/classes/1/people');
		const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nlea\nmax\n') };
		await grace.getByLabel('CSV file').setInputFiles(file);
		await grace.getByRole('button', { name: 'Add these people' }).click();
		await grace.getByText('2 people new').waitFor();
		const code = await grace.locator('.arrivals .code').first().textContent();
		await open(grace, `${origin}/classes/1/assignments`);
		await grace.getByLabel('Lab, course or track').selectOption('track/tiny-track');
		await grace.getByLabel('Due').fill('2030-01-02T12:00');
		await grace.getByRole('button', { name: 'Assign' }).click();
		await expect(grace.getByText('everybody in this team')).toBeVisible();
		await open(lea, `${origin}/enter?code=${code}`);
		await lea.getByLabel('Password').fill(PASSWORD);
		await lea.getByRole('button', { name: 'Sign in' }).click();
		await lea.waitForURL(`${origin}/`);
	});

	await test.step('a capstone is handed in, read, handed in again and accepted', async () => {
		await open(lea, `${origin}/courses/tiny-course`);
		const work = lea.getByRole('region', { name: 'The capstone' });
		await work.getByLabel('What you hand in').fill('It says hello.');
		await work.getByRole('button', { name: 'Hand in' }).click();
		await expect(work).toContainText('Nobody has read it yet');

		await open(grace, `${origin}/classes/1/capstones`);
		await expect(grace.getByText('1 capstone waits to be read.')).toBeVisible();
		await expect(grace.getByText('It says hello.')).toBeVisible();
		await grace.getByLabel('Something is missing').check();
		await grace.getByRole('button', { name: 'Tell lea' }).click();
		await expect(grace.getByRole('alert')).toContainText('Say in a sentence what is missing');
		await grace.getByLabel('What you say to it').fill('To whom?');
		expect(await violations(grace)).toEqual([]);
		await grace.getByRole('button', { name: 'Tell lea' }).click();
		await expect(grace.getByText('0 capstones wait to be read.')).toBeVisible();

		await open(lea, `${origin}/courses/tiny-course`);
		await expect(work).toContainText('Grace has read it, and asks for more.');
		await expect(work).toContainText('To whom?');
		await work.getByLabel('Hand in another version').fill('It says hello to the world.');
		await work.getByRole('button', { name: 'Hand in' }).click();
		await expect(work).toContainText('Nobody has read it yet');
		expect(await violations(lea)).toEqual([]);

		await open(grace, `${origin}/classes/1/capstones`);
		await grace.getByLabel('It is accepted').check();
		await grace.getByRole('button', { name: 'Tell lea' }).click();
		await expect(grace.getByText('accepted by Grace')).toBeVisible();
		await open(lea, `${origin}/courses/tiny-course`);
		await expect(work).toContainText('Grace has accepted it.');
		await expect(work.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
		await open(lea, origin);
	});

	await test.step('home says which lab is next on the track, and moves on when it is done', async () => {
		const next = lea.getByRole('region', { name: 'Next on your tracks' });
		await expect(next).toContainText('A tiny track');
		await expect(next.getByRole('link', { name: 'A file that says hello', exact: true })).toBeVisible();
		await sayHello(lea);
		await open(lea, origin);
		await expect(next).toContainText('1 of 2 labs');
		await next.getByRole('link', { name: 'Go on with Two hosts on one network' }).click();
		await lea.waitForURL('**/labs/two-hosts');
		await leaveMarks(lea);
	});

	await test.step('home shows what she can do as a picture, and her attempts with what the checks said', async () => {
		await open(lea, origin);
		await expect(lea.getByRole('region', { name: 'Next on your tracks' })).toHaveCount(0);
		const skills = lea.getByRole('region', { name: 'My skills' });
		const shown = skills.getByRole('link', { name: 'Can write a line into a file' });
		await expect(shown.locator('svg.done')).toBeVisible();
		expect(await violations(lea)).toEqual([]);
		await skills.getByRole('link', { name: 'My attempts' }).click();
		await lea.waitForURL('**/attempts');
		await expect(lea.getByText('2 attempts, the newest first')).toBeVisible();
		const hello = lea.getByRole('article').filter({ hasText: 'A file that says hello' });
		await expect(hello).toContainText('2 of 2 tasks');
		await hello.getByText('What the checks said').click();
		await expect(hello.getByText('There is no /home/learner/hello.txt yet.').first()).toBeVisible();
		await expect(hello).toContainText(/It says hello to (anchor|beacon|cinder|dynamo)/);
		await expect(hello).not.toContainText('The seal');
		expect(await violations(lea)).toEqual([]);
	});

	await test.step('the report says so, and prints', async () => {
		await open(grace, `${origin}/classes/1/report`);
		await expect(grace.getByRole('row', { name: /^A tiny track/ })).toContainText('1 of 2');
		expect(await isPdf(grace)).toBe(true);
	});

	await test.step('her badge verifies with the published key and jose, and nothing else', async () => {
		await open(lea, `${origin}/certificates`);
		await lea.getByRole('button', { name: 'Get the certificate of A tiny course' }).click();
		await lea.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
		expect(await violations(lea)).toEqual([]);
		const { pathname } = new URL(lea.url());
		const waiting = lea.waitForEvent('download');
		await lea.getByRole('link', { name: 'Download the badge' }).click();
		const jwt = (await readFile(await (await waiting).path(), 'utf8')).trim();
		const key = (await (await fetch(`${origin}/credentials/key`)).json()) as JWK;
		const { payload } = await jwtVerify(jwt, await importJWK(key, 'RS256'), {
			issuer: `${origin}/credentials/issuer`
		});
		expect(payload).toMatchObject({ id: origin + pathname, name: 'A tiny course' });
		expect(JSON.stringify(payload.evidence)).toMatch(
			/hello-file were done, with \d+ of \d+ points.*sha256 [0-9a-f]/
		);
		const forged = `${jwt.split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`;
		await expect(jwtVerify(forged, await importJWK(key, 'RS256'))).rejects.toThrow(/signature/);
		expect(await isPdf(lea)).toBe(true);
	});

	await test.step('revoked by an operator it says so to whoever looks', async () => {
		await open(grace, lea.url());
		await grace.getByLabel('Why').fill('Given by mistake.');
		await grace.locator('main').getByRole('button', { name: 'Revoke' }).click();
		await expect(grace.getByText('It is revoked')).toBeVisible();
		await open(lea, lea.url());
		await expect(lea.getByText('Given by mistake.')).toBeVisible();
	});
	await grace.context().close();
	await lea.context().close();
});

/** The first lab: a file, and an answer that is in another. */
async function sayHello(page: Page): Promise<void> {
	await startLab(page, platform.it);
	const task = page.getByRole('region', { name: 'Say hello' });
	await task.getByRole('button', { name: 'Check' }).click();
	await expect(task).toContainText('There is no /home/learner/hello.txt yet.');
	const word = /the line hello (\w+)/.exec((await task.textContent()) ?? '')?.[1] ?? '';
	await type(page, `echo "hello ${word}" > ~/hello.txt; clear; cat /srv/note.txt`);
	await shows(page, /port \d{4}/);
	await task.getByRole('button', { name: 'Check' }).click();
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible();
	const port = /port (\d{4})/.exec((await screen(page).textContent()) ?? '')?.[1] ?? '';
	const read = page.getByRole('region', { name: 'Read the note' });
	await read.getByRole('textbox').fill(port);
	await read.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByText('2 of 2 tasks done')).toBeVisible();
}

/** The second: something on each of two hosts. */
async function leaveMarks(page: Page): Promise<void> {
	await startLab(page, platform.it, 'two-hosts');
	await enter(page, pane(page, 'near'), 'touch /tmp/mark; echo near-is-$((40+2))');
	await expect(rows(pane(page, 'near'))).toContainText('near-is-42');
	await tab(page, 'far').click();
	await expect(rows(pane(page, 'far'))).toContainText(/[$#]/);
	await enter(page, pane(page, 'far'), 'touch /tmp/mark; echo far-is-$((40+2))');
	await expect(rows(pane(page, 'far'))).toContainText('far-is-42');
	await page.getByRole('button', { name: 'Check' }).click();
	await expect(page.getByText('1 of 1 tasks done')).toBeVisible();
}

/** What the browser's Print makes of the page. */
async function isPdf(page: Page): Promise<boolean> {
	const pdf = await page.pdf({ format: 'A4' });
	return pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10_000;
}
