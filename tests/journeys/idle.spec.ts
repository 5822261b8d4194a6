import { expect, platformFor, shows, signUp, startLab, test } from './platform.ts';

const platform = platformFor(() => ({ IDLE_MINUTES: '1', LAB_MINUTES: '20', LAB_MINUTES_MAX: '40' }));

test('a learner who is away is asked first, and time can be had within the operator’s limit', async ({
	page
}) => {
	await signUp(page, platform.it, 'ada');
	await startLab(page, platform.it);
	await expect(page.getByText('Without a sign of you this lab stops in 1 min.')).toBeVisible();
	await page.getByRole('button', { name: 'I am still here' }).click();
	await shows(page, 'learner@box');

	await expect(page.getByText(/^(19|20) min left/)).toBeVisible();
	await page.getByRole('button', { name: '30 minutes more' }).click();
	await expect(page.getByText(/^(39|40) min left/)).toBeVisible();
	await expect(page.getByRole('button', { name: '30 minutes more' })).toHaveCount(0);
});

test('and is told why it was stopped', async ({ page }) => {
	test.slow();
	await signUp(page, platform.it, 'bea');
	await startLab(page, platform.it);
	await expect(page.getByText('Nobody had touched this lab for a minute')).toBeVisible({ timeout: 90_000 });
	await expect(page.getByRole('button', { name: 'Continue where you left' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start afresh' })).toBeVisible();
});
