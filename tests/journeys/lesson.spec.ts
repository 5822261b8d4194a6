import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { until } from '../bench/line.ts';
import { Learner } from '../bench/learner.ts';
import { Premises } from './premises.ts';
import { expect, open, PASSWORD, platformFor, shows, startLab, test, type } from './platform.ts';

const PEOPLE = 30;
const platform = platformFor();
const names = Array.from({ length: PEOPLE }, (_, n) => `student-${String(n + 1).padStart(2, '0')}`);
const roster = ['name,full name,id', ...names.map((name, n) => `${name},Somebody ${n + 1},${9000 + n}`)].join(
	'\n'
);

const violations = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);

/** As an input of date and time wants it, in UTC. */
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);

test('a lesson: a class from a list, a lab that is due, help, work that is late, and grades that are right', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const { origin } = platform.it;
	const premises = new Premises(platform.it);
	const [graces, ones] = [await browser.newContext({ timezoneId: 'UTC' }), await browser.newContext()];
	const [grace, one] = [await graces.newPage(), await ones.newPage()];
	let codes: string[] = [];
	let others: Learner[] = [];

	await test.step('an instructor makes a class from a CSV of thirty, and assigns a lab', async () => {
		await open(grace, platform.it.operatorLink);
		await grace.getByLabel('Name').fill('Grace');
		await grace.getByLabel('Password').fill(PASSWORD);
		await grace.locator('main').getByRole('button').click();
		await grace.waitForURL((url) => url.pathname !== '/welcome');
		await open(grace, `${origin}/classes`);
		await grace.getByLabel('Name of the class').fill('Autumn');
		await grace.getByRole('button', { name: 'Make' }).click();
		await grace.waitForURL('**/classes/1/people');
		const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) };
		await grace.getByLabel('CSV file').setInputFiles(file);
		await grace.getByRole('button', { name: 'Add these people' }).click();
		await expect(grace.getByText('30 people new, 0 with an account already')).toBeVisible();
		codes = await grace.locator('.arrivals .code').allTextContents();
		expect(codes).toHaveLength(PEOPLE);
		await open(grace, `${origin}/classes/1/assignments`);
		await grace.getByLabel('Lab, course or track').selectOption('lab/hello-file');
		await grace.getByLabel('Due').fill(inMinutes(60));
		await grace.getByRole('button', { name: 'Assign' }).click();
		await expect(grace.getByRole('link', { name: 'A file that says hello' })).toBeVisible();
	});

	await test.step('five come in with their codes, and work', async () => {
		await open(one, `${origin}/enter?code=${codes[0]}`);
		await one.getByLabel('Password').fill(PASSWORD);
		await one.getByRole('button', { name: 'Sign in' }).click();
		await one.waitForURL(`${origin}/`);
		await expect(one.getByText('Due in your classes')).toBeVisible();
		await startLab(one, platform.it);
		others = await Promise.all(codes.slice(1, 5).map((code) => Learner.enter(origin, code, 'hello-file')));
		for (const learner of others.slice(0, 3)) await greet(learner);
		for (const hint of ['0', '1']) await others[1]!.press('hint', { task: 'greet', hint });
	});

	await test.step('one asks for help in one click, and the board shows it with what does not hold', async () => {
		await open(grace, `${origin}/classes/1/board`);
		await expect(grace.getByText('4 people at work, 0 ask for help.')).toBeVisible();
		const task = one.getByRole('region', { name: 'Say hello' });
		await task.getByRole('button', { name: 'Check' }).click();
		await expect(one.getByText('There is no /home/learner/hello.txt yet.').first()).toBeVisible();
		await one.getByRole('button', { name: 'Ask for help' }).click();
		await expect(one.getByText('You have asked for help. You are next.')).toBeVisible();
		await one.getByLabel('What it is about, in a line').fill('Where is my home?');
		await one.getByRole('button', { name: 'Add' }).click();
		await expect(grace.getByText('4 people at work, 1 asks for help.')).toBeVisible();
		const call = grace.getByRole('listitem').filter({ hasText: 'student-01' }).first();
		await expect(call).toContainText('There is no /home/learner/hello.txt yet.');
		await expect(call).toContainText('Where is my home?');
		await expect(call).toContainText('Nothing has changed on their machines since the start.');
		expect(await violations(grace)).toEqual([]);
		expect(await violations(one)).toEqual([]);
	});

	await test.step('a terminal is on the board when its learner says so, and only then', async () => {
		await open(grace, `${origin}/classes/1/board/screens`);
		await expect(grace.getByText('No terminal to show')).toBeVisible();
		await type(one, 'echo seen-at-a-glance-$((20+2))');
		await one.getByRole('button', { name: 'Show its last lines' }).click();
		await expect(one.getByText('shows the last lines of your terminal.')).toBeVisible();
		await expect(grace.getByLabel('Terminal of student-01')).toContainText('seen-at-a-glance-22');
		expect(await violations(grace)).toEqual([]);
		await one.getByRole('button', { name: 'Show it no longer' }).click();
		await expect(grace.getByText('No terminal to show')).toBeVisible();
		await open(grace, `${origin}/classes/1/board`);
	});

	await test.step('with names hidden nothing on the board says who it is', async () => {
		await grace.getByRole('button', { name: 'Hide names' }).click();
		await expect(grace.getByText('Names are hidden here')).toBeVisible();
		await grace.reload(); // what the server sends, with the data of the page
		const told = await grace.content();
		expect(told).not.toMatch(/student-0\d|Somebody \d/);
		await grace.getByRole('button', { name: 'Show names' }).click();
		await expect(grace.getByText('student-01').first()).toBeVisible();
	});

	await test.step('the instructor comes, types with consent, and leaves an answer', async () => {
		await grace.getByRole('button', { name: 'I come to help student-01' }).click();
		await expect(one.getByText('Grace comes to help you.')).toBeVisible();
		await grace.getByRole('link', { name: 'Watch, take the keyboard' }).click();
		await expect(one.getByText('Grace looks at your terminals now.')).toBeVisible();
		await grace.getByRole('button', { name: 'Ask for the keyboard' }).click();
		await one.getByRole('button', { name: 'Let them type' }).click();
		await expect(grace.getByText('student-01 lets you type.')).toBeVisible();
		await type(grace, 'echo here-you-are-$((40+2))');
		await shows(one, 'here-you-are-42');
		await open(grace, `${origin}/classes/1/board`);
		await grace.getByLabel('A line for student-01 to keep').fill('Your home is ~.');
		await grace.getByRole('button', { name: 'Done with student-01' }).click();
		await expect(one.getByText('has answered your call for help: Your home is ~.')).toBeVisible();
		await expect(grace.getByText('4 people at work, 0 ask for help.')).toBeVisible();
	});

	await test.step('what a check said is all there for who teaches, and more time is written down', async () => {
		await grace.getByRole('link', { name: 'More about student-01' }).first().click();
		await grace.getByRole('button', { name: '30 minutes more' }).last().click();
		await expect(grace.getByText('One lab gets 30 minutes more.')).toBeVisible();
		await grace.getByRole('link', { name: 'All checks of student-01' }).click();
		const look = grace.locator('li').filter({ hasText: 'There is no /home/learner/hello.txt yet.' }).first();
		await look.getByText('All it said').click();
		await expect(look.getByText('[exit 1]')).toBeVisible();
		await expect(look.getByText('fail', { exact: true })).toBeVisible();
		expect(await violations(grace)).toEqual([]);
		const other = await graces.newPage();
		await open(other, `${origin}/operator/audit`);
		await expect(
			other.locator('main li').filter({ hasText: 'gave machines more time: student-01' })
		).toBeVisible();
		await other.close();
		await open(grace, `${origin}/classes/1/board`);
	});

	await test.step('what is said to the class is read at once', async () => {
		await grace.getByLabel('Message').fill('Ten minutes left.');
		await grace.getByRole('button', { name: 'Say it' }).click();
		await expect(one.getByRole('status').filter({ hasText: 'Ten minutes left.' })).toBeVisible();
		await one.getByRole('button', { name: 'I have read it' }).click();
		await expect(one.getByText('Ten minutes left.')).toBeHidden();
	});

	await test.step('four are in time, the fifth hands in a day late', async () => {
		const word = (
			await one
				.getByText(/It says hello to/)
				.first()
				.textContent()
		)?.match(/hello to (\w+)/)?.[1];
		await type(one, `echo "hello ${word}" > ~/hello.txt; echo written`);
		await shows(one, 'written');
		await one.getByRole('region', { name: 'Say hello' }).getByRole('button', { name: 'Check' }).click();
		await expect(one.getByText('1 of 2 tasks done')).toBeVisible();
		premises.dayPasses();
		await greet(others[3]!);
	});

	await test.step('the gradebook and its file are right', async () => {
		await open(grace, `${origin}/classes/1/gradebook`);
		const row = (name: string) => grace.getByRole('row').filter({ hasText: name });
		for (const name of ['student-01', 'student-02', 'student-04'])
			await expect(row(name)).toContainText('4 of 6');
		await expect(row('student-03')).toContainText('3 of 6'); // a hint was 1
		await expect(row('student-05')).toContainText('3.6 of 6');
		await expect(row('student-05')).toContainText('1 day late');
		await expect(row('student-06')).toContainText('none');
		const waiting = grace.waitForEvent('download');
		await grace.getByRole('link', { name: 'Download as CSV' }).click();
		const lines = (await readFile(await (await waiting).path(), 'utf8')).trim().split('\n');
		expect(lines).toHaveLength(PEOPLE + 1);
		expect(lines.slice(1, 7).map((line) => line.trim().split(',').slice(3).join(','))).toEqual([
			...['4,4,6', '4,4,6', '3,3,6', '4,4,6', '3.6,3.6,6', ',0,6']
		]);
	});

	await test.step('before a rule changes it is said who would have other points, and nothing is done unasked', async () => {
		await open(grace, `${origin}/classes/1/assignments/1`);
		await grace.getByLabel('Per cent off for each day late').fill('50');
		await grace.getByRole('button', { name: 'Change the dates' }).click();
		await expect(grace.getByText('Nothing is changed yet')).toBeVisible();
		await expect(grace.getByRole('row').filter({ hasText: 'student-05' })).toContainText(
			/3\.6.*2 of 6.*-1\.6/s
		);
		await expect(grace.getByRole('region', { name: 'Who changes' }).getByRole('row')).toHaveCount(2);
		expect(await violations(grace)).toEqual([]);
		await grace.getByRole('link', { name: 'Leave it as it is' }).click();
		await expect(grace.getByText('Nothing is changed yet')).toBeHidden();
		await expect(grace.getByLabel('Per cent off for each day late')).toHaveValue('10');
		await grace.getByLabel('Per cent off for each day late').fill('50');
		await grace.getByRole('button', { name: 'Change the dates' }).click();
		await grace.getByRole('button', { name: 'Change the points of 1 person' }).click();
		await expect(grace.getByText('The dates are changed.')).toBeVisible();
		await open(grace, `${origin}/classes/1/gradebook`);
		await expect(grace.getByRole('row').filter({ hasText: 'student-05' })).toContainText('2 of 6');
	});

	await test.step('the analytics know where people are, and the call leads to its recording', async () => {
		await open(grace, `${origin}/classes/1/analytics`);
		await grace.getByRole('link', { name: 'A file that says hello' }).click();
		await expect(grace.getByText('5 people of this class began it, 0 finished it.')).toBeVisible();
		expect(await violations(grace)).toEqual([]);
		const { id } = premises.runs().find(({ userId }) => userId === 2)!;
		await open(grace, `${origin}/watch/${id}/recording?at=${Date.now()}`);
		expect(new URL(grace.url()).pathname).toMatch(/^\/recordings\/\d+$/);
		await grace.getByRole('button', { name: 'Text' }).click();
		await expect(grace.locator('pre')).toBeVisible();
	});
	premises.close();
	await graces.close();
	await ones.close();
});

/** Over a websocket, as a browser would: start, write the line, have it looked at. */
async function greet(learner: Learner): Promise<void> {
	const line = await learner.terminal(await learner.start(), 'main');
	const { tasks } = await learner.page();
	const word = tasks[0]?.checks
		.find(({ id }) => id === 'word')
		?.title.split(' ')
		.at(-1);
	const written = until(line, 'is-written');
	line.type(`echo "hello ${word}" > ~/hello.txt; echo is-'written'\r`);
	await written;
	await learner.press('check', { task: 'greet' });
	await line.close();
}
