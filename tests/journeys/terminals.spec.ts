import AxeBuilder from '@axe-core/playwright';
import { begin, enter, hasKeys, pane, rows, shot, tab, tabs } from './desk.ts';
import { expect, open, platformFor, signUp, test } from './platform.ts';

const platform = platformFor();

test('tabs, splits, names, order and sizes are made by keys and remembered', async ({ page }) => {
	await begin(page, platform.it, 'ada');
	const [near, second, third] = [pane(page, 'near'), pane(page, 'near 2'), pane(page, 'near 3')];
	await enter(page, near, 'A=first; clear; tput cols');
	await expect(rows(near)).toContainText(/^\d+/);
	const wide = Number(await rows(near).locator('> div').first().textContent());

	await page.keyboard.press('Alt+Shift+R');
	await hasKeys(second);
	await page.keyboard.type('B=other; clear; tput cols\n');
	await expect(rows(second)).toContainText(/^\d+/);
	expect(Number(await rows(second).locator('> div').first().textContent())).toBeLessThan(wide * 0.6);
	await page.keyboard.press('Alt+Shift+D');
	await hasKeys(third);
	await page.keyboard.press('Alt+Shift+ArrowDown'); // around the end
	await hasKeys(near);

	const border = page.getByRole('separator', { name: 'Size of the panes' }).first();
	await border.focus();
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Shift+ArrowRight');
	await expect(border).toHaveAttribute('aria-valuenow', '70');
	await expect(async () => {
		await enter(page, near, 'clear; echo "$A is $(tput cols)"');
		const [, cols] = /first is (\d+)/.exec((await rows(near).textContent()) ?? '') ?? [];
		expect(Number(cols)).toBeGreaterThan(wide * 0.6); // and the shell was told
	}).toPass();

	await page.keyboard.press('Alt+Shift+E');
	await page.getByRole('textbox', { name: /^Name/ }).fill('the work');
	await page.keyboard.press('Enter');
	await expect(tab(page, 'the work')).toBeVisible();
	await page.keyboard.press('Alt+Shift+N');
	await page.getByRole('dialog', { name: 'New terminal' }).getByRole('button', { name: 'far' }).click();
	await hasKeys(pane(page, 'far 2'));
	await expect(tabs(page)).toHaveText([/the work/, /far 1/, /far 2/]);
	await tab(page, 'far 2').focus();
	await page.keyboard.press('Shift+ArrowLeft');
	await expect(tabs(page)).toHaveText([/the work/, /far 1/, /far 2/]); // both are called by their order
	await page.keyboard.press('Shift+ArrowLeft');
	await expect(tabs(page)).toHaveText([/far 1/, /the work/, /far 2/]);
	await page.keyboard.press('Alt+Shift+2');
	await hasKeys(near);
	await shot(page, 'splits');

	await page.reload();
	await expect(tabs(page)).toHaveText([/far 1/, /the work/, /far 2/]);
	await expect(tab(page, 'the work')).toHaveAttribute('aria-selected', 'true');
	await expect(border).toHaveAttribute('aria-valuenow', '70');
	await enter(page, second, 'clear; echo still-$B');
	await expect(rows(second)).toContainText('still-other');
	await expect(rows(third)).toContainText('learner@near');
});

test('tabs are dragged, a closed terminal ends its shell, and an ended shell makes room for a new one', async ({
	page
}) => {
	await begin(page, platform.it, 'bea');
	const near = pane(page, 'near');
	const [from, to] = [await tab(page, 'far').boundingBox(), await tab(page, 'near').boundingBox()];
	await page.mouse.move(from!.x + from!.width / 2, from!.y + 10);
	await page.mouse.down();
	await page.mouse.move(to!.x + 8, from!.y + 10, { steps: 8 });
	await page.mouse.up();
	await expect(tabs(page)).toHaveText([/far/, /near/]);
	await tab(page, 'near').click();

	await enter(page, near, 'sleep 4242 & ');
	await page.keyboard.press('Alt+Shift+R');
	const second = pane(page, 'near 2');
	await hasKeys(second);
	await page.keyboard.type('sleep 4343\n');
	await expect(rows(second)).toContainText('sleep 4343');
	await page.keyboard.press('Alt+Shift+X');
	const question = page.getByRole('dialog', { name: 'Close this terminal?' });
	await question.getByRole('button', { name: 'Cancel' }).click();
	await expect(second).toBeVisible();
	await second.locator('.xterm-helper-textarea').focus();
	await page.keyboard.press('Alt+Shift+X');
	await question.getByRole('button', { name: 'Close' }).click();
	await expect(second).toHaveCount(0);
	await hasKeys(near);
	await expect(async () => {
		await page.keyboard.type('clear; pgrep -c -f "[s]leep 4343"; pgrep -c -f "[s]leep 4242"\n');
		await expect(rows(near)).toContainText(/^\s*0\s*1\s*learner/, { timeout: 1500 });
	}).toPass();

	await page.keyboard.type('exit\n');
	await expect(near).toContainText('Your shell has ended');
	await shot(page, 'ended');
	await page.keyboard.press('Enter');
	await expect(near).not.toContainText('Your shell has ended');
	await expect(rows(near)).toContainText('learner@near');
	await expect(rows(near)).not.toContainText('4242');
});

test('a command of the guide goes to the pane in use of its host, and a host opens from the picture', async ({
	page
}) => {
	await begin(page, platform.it, 'cleo');
	await page.locator('.xterm-helper-textarea').first().focus();
	await page.keyboard.press('Alt+Shift+D');
	await hasKeys(pane(page, 'near 2'));
	await expect(rows(pane(page, 'near 2'))).toContainText('learner@near');
	await page.getByRole('button', { name: /^Run/ }).click();
	await expect(rows(pane(page, 'near 2'))).toContainText('ls /tmp');
	await expect(rows(pane(page, 'near'))).not.toContainText('ls /tmp');

	await page.getByText('2 machines, all up').click();
	await page.getByRole('button', { name: /^far .*Open its terminal/ }).press('Enter'); // in the picture
	await expect(tab(page, 'far')).toHaveAttribute('aria-selected', 'true');
	await expect(rows(pane(page, 'far'))).toContainText('learner@far');
	await page.getByRole('button', { name: /^Run/ }).click();
	await expect(tab(page, 'near')).toHaveAttribute('aria-selected', 'true');
	await hasKeys(pane(page, 'near 2'));
});

test('two windows on one shell say which one sets the size, and typing takes it over', async ({
	page,
	context
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await begin(page, platform.it, 'hana', 'hello-file');
	const small = await context.newPage();
	await small.setViewportSize({ width: 1000, height: 600 });
	await open(small, `${platform.it.origin}/labs/hello-file`);
	await expect(pane(page, 'box')).toContainText('Another window sets the size of this shell');
	await shot(page, 'shared');
	await pane(page, 'box').getByRole('button', { name: 'Use this window’s size' }).click();
	await expect(pane(page, 'box')).not.toContainText('Another window');
	await expect(pane(small, 'box')).toContainText('Another window sets the size of this shell');
	await enter(small, pane(small, 'box'), 'clear');
	await expect(pane(small, 'box')).not.toContainText('Another window');
	await expect(pane(page, 'box')).toContainText('Another window');
});

test('a keyboard alone opens, divides, searches, reads as text, and leaves; axe finds nothing with all of it open', async ({
	browser
}) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		const refused: string[] = [];
		page.on('console', (line) => line.text().includes('Content Security') && refused.push(line.text()));
		await begin(page, platform.it, `ivy-${colorScheme}`);
		const axe = async () =>
			(await new AxeBuilder({ page }).analyze()).violations.map(
				({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
			);
		await page.locator('.xterm-helper-textarea').first().focus();
		await page.keyboard.press('Alt+Shift+R');
		await hasKeys(pane(page, 'near 2'));
		await page.keyboard.type('clear; echo words to read\n');
		await expect(rows(pane(page, 'near 2'))).toContainText('words to read');
		await page.keyboard.press('Alt+Shift+L');
		await expect(page.getByRole('region', { name: 'Plain text of near 2' })).toContainText('words to read');
		await page.keyboard.press('Control+Shift+F');
		await expect(page.getByRole('search').getByRole('textbox')).toBeFocused();
		await page.keyboard.type('words');
		await expect(page.getByRole('search').getByRole('status')).toHaveText(/of [12]$/);
		expect(await axe()).toEqual([]);
		await page.keyboard.press('Escape');
		for (const [key, name] of [
			['S', 'Settings of the terminal'],
			['H', 'Keys of the terminal'],
			['N', 'New terminal']
		]) {
			await page.keyboard.press(`Alt+Shift+${key}`);
			await expect(page.getByRole('dialog', { name, exact: true })).toContainText(/\w/);
			expect(await axe()).toEqual([]);
			await shot(page, `${key}-${colorScheme}`);
			if (key !== 'N') await page.keyboard.press('Escape');
		}
		await page.keyboard.press('Tab'); // near
		await page.keyboard.press('Tab'); // far
		await page.keyboard.press('Enter');
		await hasKeys(pane(page, 'far 2'));
		await page.keyboard.press('Shift+F6');
		expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('xterm');
		expect(refused).toEqual([]);
		await context.close();
	}
});

test('a phone has the keys it lacks, and one pane at a time', async ({ browser }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		const context = await browser.newContext({
			...{ colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		});
		const page = await context.newPage();
		await signUp(page, platform.it, `joan-${colorScheme}`);
		await open(page, `${platform.it.origin}/labs/hello-file`);
		await page.getByRole('tab', { name: 'Terminal' }).tap();
		await page.getByRole('button', { name: /^Start/ }).tap();
		const box = pane(page, 'box');
		await expect(rows(box)).toContainText('learner@box');
		await box.locator('.xterm-helper-textarea').focus();
		await page.keyboard.type('sleep 999\n');
		await expect(rows(box)).toContainText('sleep 999');
		const keys = page.getByRole('toolbar', { name: 'Keys' });
		await keys.getByRole('button', { name: 'Ctrl' }).tap();
		await expect(keys.getByRole('button', { name: 'Ctrl' })).toHaveAttribute('aria-pressed', 'true');
		await hasKeys(box);
		await page.keyboard.type('c');
		await expect(rows(box)).toContainText('^C');
		await expect(keys.getByRole('button', { name: 'Ctrl' })).toHaveAttribute('aria-pressed', 'false');
		await page.keyboard.type('clear; echo a ');
		await keys.getByRole('button', { name: 'Pipe' }).tap();
		await page.keyboard.type(' tr a b\n');
		await expect(rows(box)).toContainText(/\bb\s*learner/);
		await keys.getByRole('button', { name: 'Up', exact: true }).tap();
		await expect(rows(box)).toContainText(/tr a b.*tr a b|clear; echo a \| tr a b\s*$/);
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(overflow).toBeLessThanOrEqual(0);
		expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
		await shot(page, `phone-${colorScheme}`);
		await context.close();
	}
});
