import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, PASSWORD, platformFor, shows, signUp, test, type } from './platform.ts';

const platform = platformFor(() => ({ LABS: resolve('tests/trial-labs') }));

const violations = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);

test('an instructor previews a lab as a learner, jumps to its third task, and nothing of it counts', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const { origin } = platform.it;
	const [graces, adas] = [await browser.newContext(), await browser.newContext()];
	const [grace, ada] = [await graces.newPage(), await adas.newPage()];
	await open(grace, platform.it.operatorLink);
	await grace.getByLabel('Name').fill('Grace');
	await grace.getByLabel('Password').fill(PASSWORD);
	await grace.locator('main').getByRole('button').click();
	await grace.waitForURL((url) => url.pathname !== '/welcome');
	await signUp(ada, platform.it, 'ada');

	await test.step('from Authoring she comes to the lab as a learner has it', async () => {
		await open(grace, `${origin}/authoring`);
		await grace.getByRole('button', { name: /^Preview\s+One thing after another/ }).click();
		await grace.waitForURL('**/labs/three-steps');
		await grace.waitForSelector('html[data-hydrated]');
		await expect(grace.getByText('Nothing here counts.')).toBeVisible();
		expect(await violations(grace)).toEqual([]);
	});

	await test.step('a jump starts the machines and solves what is before, answers and quizzes too', async () => {
		const third = grace.getByRole('region', { name: 'Take it away' });
		await third.getByRole('button', { name: /^Jump here/ }).click();
		await expect(grace.getByText('You are at “Take it away”: what comes before it is solved.')).toBeVisible({
			timeout: 60_000
		});
		for (const title of ['Write a file', 'Say what is in it'])
			await expect(grace.getByRole('region', { name: title }).getByLabel('Done')).toBeVisible();
		await expect(third.getByLabel('Done')).toBeHidden();
		await expect(grace.getByText('2 of 3 tasks done')).toBeVisible();
		expect(await violations(grace)).toEqual([]);
	});

	await test.step('her terminal is on those machines, and what she does there is looked at', async () => {
		await shows(grace, /[$#]/);
		await type(grace, 'rm -fv word');
		await shows(grace, "removed 'word'");
		await expect(grace.getByText('3 of 3 tasks done')).toBeVisible({ timeout: 30_000 });
	});

	await test.step('a task she has done is reached again on new machines', async () => {
		await grace
			.getByRole('region', { name: 'Say what is in it' })
			.getByRole('button', { name: /^Jump here/ })
			.click();
		await expect(
			grace.getByText('You are at “Say what is in it”: what comes before it is solved.')
		).toBeVisible({ timeout: 60_000 });
		await expect(grace.getByText('1 of 3 tasks done')).toBeVisible();
	});

	await test.step('nobody sees any of it, and she has done nothing herself', async () => {
		const other = await graces.newPage();
		await open(other, `${origin}/watch`);
		await expect(other.getByRole('link', { name: /One thing after another/ })).toHaveCount(0);
		await open(other, `${origin}/courses/three-course`);
		await expect(other.getByRole('img', { name: 'Not started' })).toBeVisible();
		await open(other, `${origin}/operator`);
		await expect(other.getByText('(trial)')).toHaveCount(0);
		await other.close();
	});

	await test.step('who is no author may neither preview nor jump', async () => {
		await open(ada, `${origin}/labs/three-steps`);
		await expect(ada.getByRole('button', { name: /Preview|Jump/ })).toHaveCount(0);
		for (const action of ['try', 'jump', 'untry']) {
			const answer = await ada.request.post(`${origin}/labs/three-steps?/${action}`, {
				headers: { origin, accept: 'text/html' },
				form: { task: 'clear' }
			});
			expect([action, answer.status()]).toEqual([action, 403]);
		}
	});

	await test.step('when she ends it she is herself again, and the machines are gone', async () => {
		await grace.getByRole('button', { name: 'End the preview' }).click();
		await expect(grace.getByText('Nothing here counts.')).toBeHidden();
		await expect(grace.getByRole('button', { name: 'Preview as a learner' })).toBeVisible();
		await expect(grace.getByRole('button', { name: /^Start/ })).toBeVisible();
	});
});
