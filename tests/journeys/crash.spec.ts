import { enter, hasKeys, pane, rows } from './desk.ts';
import { expect, freePort, platformFor, signUp, startLab, test } from './platform.ts';
import { Wire } from './wire.ts';

const port = await freePort();
const platform = platformFor(() => ({ ORIGIN: `http://localhost:${port}` }));

test('vim in one pane and a running top in another survive kill -9 of the server, and a minute without a network', async ({
	page
}) => {
	test.setTimeout(300_000);
	const wire = new Wire(port, () => platform.it.port);
	await signUp(page, platform.it, 'vera');
	await startLab(page, platform.it);
	const [vim, top] = [pane(page, 'box'), pane(page, 'box 2')];
	// More than the shell itself remembers, so that only a kept screen can bring it back.
	await enter(
		page,
		vim,
		'seq -f "early line %.0f of many that go by" 1 900; seq 1 200000 | tail -n 50; clear -x'
	);
	await enter(page, vim, 'vi ~/hello.txt');
	await page.keyboard.type('ian unfinished sentence');
	await expect(rows(vim)).toContainText('an unfinished sentence');
	await page.keyboard.press('Alt+Shift+R');
	await hasKeys(top);
	await expect(rows(top)).toContainText('learner@box');
	await page.keyboard.type('top -d 1\n');
	await expect(rows(top)).toContainText(/%Cpu/);
	await page.waitForTimeout(4000); // a screen is kept within two seconds of its last change

	const broken = page.getByText('Trying again');
	const asTheyWere = async (words: string) => {
		await expect(broken).toHaveCount(0, { timeout: 30_000 });
		await expect(rows(vim)).toContainText(words);
		await expect(rows(top)).toContainText(/%Cpu/);
		const then = (await rows(top).textContent()) ?? '';
		await expect(rows(top)).not.toHaveText(then); // it is the running program, not its picture
	};

	await test.step('the server is killed and started', async () => {
		await platform.it.kill('SIGKILL');
		await expect(broken).toHaveCount(2);
		await platform.it.start();
		await asTheyWere('an unfinished sentence');
	});
	await vim.locator('.xterm-helper-textarea').focus();
	await page.keyboard.type(', finished');
	await expect(rows(vim)).toContainText('an unfinished sentence, finished');

	await test.step('the network goes silent for a minute, and says so to nobody', async () => {
		wire.cut();
		const since = Date.now();
		await page.keyboard.type(' and more');
		await expect(broken).toHaveCount(2, { timeout: 50_000 });
		await page.waitForTimeout(Math.max(0, 60_000 - (Date.now() - since)));
		wire.mend();
		await asTheyWere('an unfinished sentence, finished');
	});

	await vim.locator('.xterm-helper-textarea').focus();
	await page.keyboard.press('Escape');
	await page.keyboard.type(':wq\n');
	await expect(rows(vim)).toContainText('learner@box');
	await page.keyboard.type('clear -x; cat ~/hello.txt\n');
	await expect(rows(vim)).toContainText('an unfinished sentence, finished');
	await page.keyboard.press('Control+Shift+F');
	await page.getByRole('search').getByRole('textbox').fill('early line 7 of many');
	await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
	await page.keyboard.press('Escape');
	await top.locator('.xterm-helper-textarea').focus();
	await page.keyboard.type('q');
	await expect(rows(top)).toContainText('learner@box');
	wire.close();
});
