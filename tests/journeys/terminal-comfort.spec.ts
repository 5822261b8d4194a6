import { begin, enter, hasKeys, pane, rows, shot } from './desk.ts';
import { expect, platformFor, test } from './platform.ts';

const platform = platformFor();

test('what was printed can be searched, and several lines are shown before they are pasted', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: platform.it.origin });
	await begin(page, platform.it, 'dora', 'hello-file');
	const box = pane(page, 'box');
	await enter(page, box, 'clear; seq 1 300');
	await expect(rows(box)).toContainText('300');
	await page.keyboard.press('Control+Shift+F');
	const search = page.getByRole('search');
	await search.getByRole('textbox').fill('29');
	await expect(search.getByRole('status')).toHaveText(/^\d+ of 13$/);
	await page.keyboard.press('Enter');
	await expect(search.getByRole('status')).toHaveText(/^\d+ of 13$/);
	await search.getByRole('button', { name: 'Regular expression' }).click();
	await search.getByRole('textbox').fill('^1.9$');
	await expect(search.getByRole('status')).toHaveText(/^\d+ of 10$/);
	await search.getByRole('textbox').fill('(');
	await expect(search.getByRole('status')).toHaveText('Nothing found');
	await shot(page, 'search');
	await page.keyboard.press('Escape');
	await hasKeys(box);

	const paste = async (text: string) => {
		await page.evaluate((text) => navigator.clipboard.writeText(text), text);
		await box.locator('.xterm-helper-textarea').focus();
		await page.keyboard.press('Control+Shift+V');
	};
	await enter(page, box, 'clear');
	await paste('echo one-$((1+1))-line');
	await page.keyboard.press('Enter');
	await expect(rows(box)).toContainText('one-2-line');

	await paste('echo evil\x1b[201~\necho lines-$((2+2))');
	const dialog = page.getByRole('dialog', { name: 'Paste 2 lines into box?' });
	await expect(dialog.getByRole('textbox')).toHaveValue('echo evil[201~\necho lines-$((2+2))');
	await shot(page, 'paste');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await hasKeys(box);
	await expect(rows(box)).not.toContainText('evil');
	await paste('echo lines-$((2+2));\necho more');
	await page.getByRole('dialog').getByRole('button', { name: 'As one line' }).click();
	await hasKeys(box);
	await page.keyboard.press('Enter');
	await expect(rows(box)).toContainText('lines-4');
	await expect(rows(box)).toContainText('more');

	await box.locator('.xterm-screen').dblclick({ position: { x: 30, y: 8 } });
	await page.keyboard.press('Control+Shift+C');
	await expect(box).toContainText('Copied.');
});

test('a program may write to the clipboard when it is allowed, and never read it', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: platform.it.origin });
	await begin(page, platform.it, 'elin', 'hello-file');
	const box = pane(page, 'box');
	const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
	await page.evaluate(() => navigator.clipboard.writeText('mine'));
	const offer = (text: string) => `clear; printf '\\033]52;c;%s\\a' $(printf ${text} | base64)`;
	await enter(page, box, offer('theirs'));
	await expect(box.getByRole('alert')).toContainText('wants to put text on your clipboard');
	expect(await clipboard()).toBe('mine');
	await shot(page, 'osc52');
	await box.getByRole('button', { name: 'Allow in this lab' }).click();
	await expect.poll(clipboard).toBe('theirs');
	await hasKeys(box);
	await enter(page, box, offer('more'));
	await expect.poll(clipboard).toBe('more'); // asked once
	await enter(page, box, `clear; printf '\\033]52;c;?\\a'; read -t 2 -s -n 5 answer; echo "got [$answer]"`);
	await expect(rows(box)).toContainText('got []');
});

test('links open by Ctrl and a click in a page that knows nothing of ours, others are asked about', async ({
	page,
	context
}) => {
	await begin(page, platform.it, 'fay', 'hello-file');
	const box = pane(page, 'box');
	const address = `${platform.it.origin}/courses`;
	await enter(page, box, `clear; echo ${address}`);
	await expect(rows(box)).toContainText(/courses\s*learner/);
	const link = { position: { x: 60, y: 8 } };
	await box.locator('.xterm-screen').click(link);
	const opening = context.waitForEvent('page');
	await box.locator('.xterm-screen').click({ ...link, modifiers: ['Control'] });
	const opened = await opening;
	await opened.waitForURL(address);
	expect(await opened.evaluate(() => window.opener === null && document.referrer === '')).toBe(true);
	await opened.close();

	await enter(
		page,
		box,
		String.raw`clear; printf '\033]8;;mailto:ada@example.org\033\\press-here\033]8;;\033\\\n'`
	);
	await expect(rows(box)).toContainText(/press-here\s*learner/);
	await box.locator('.xterm-screen').hover({ position: { x: 200, y: 120 } }); // a cell is looked at once
	await box.locator('.xterm-screen').click({ ...link, modifiers: ['Control'] });
	await expect(box.getByRole('alert')).toContainText('mailto:ada@example.org');
	await box.getByRole('button', { name: 'Leave it' }).click();

	await enter(
		page,
		box,
		String.raw`clear; printf '\033]8;;javascript:alert(1)\033\\press-here\033]8;;\033\\\n'`
	);
	await expect(rows(box)).toContainText(/press-here\s*learner/);
	await box.locator('.xterm-screen').click({ ...link, modifiers: ['Control'] });
	await expect(box.getByRole('alert')).toHaveCount(0);
	expect(context.pages()).toHaveLength(1);
});

test('settings are chosen by keys and remembered', async ({ page }) => {
	await begin(page, platform.it, 'gita', 'hello-file');
	const box = pane(page, 'box');
	await enter(page, box, 'clear; tput cols');
	await page.keyboard.press('Alt+Shift+S');
	const settings = page.getByRole('dialog', { name: 'Settings of the terminal' });
	for (let n = 0; n < 4; n++) await settings.getByRole('button', { name: 'Larger text' }).click();
	await expect(settings.getByRole('status')).toHaveText('20');
	await settings.getByLabel('Colours').selectOption('High contrast');
	await settings.getByLabel('When a program rings').selectOption('Nothing');
	await settings.getByLabel('Screen reader').check();
	await shot(page, 'settings');
	await page.keyboard.press('Escape');
	await hasKeys(box);
	const looks = async () => {
		await expect(box).toHaveCSS('background-color', 'rgb(0, 0, 0)');
		await expect(rows(box)).toHaveCSS('font-size', '20px');
		await expect(box.locator('.xterm-accessibility')).toBeAttached();
	};
	await looks();
	await page.reload();
	await looks();
});
