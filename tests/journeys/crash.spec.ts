import { expect, platformFor, screen, shows, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor();

test('an editor and a running top survive kill -9 of the server, with all that has scrolled away', async ({
	page,
	context
}) => {
	test.setTimeout(300_000);
	await signUp(page, platform.it, 'vera');
	await startLab(page, platform.it);
	// More than the shell itself remembers, so that only a kept screen can bring it back.
	await type(page, 'seq -f "early line %.0f of many that go by" 1 900; seq 1 200000 | tail -n 50; clear -x');
	await type(page, 'vi ~/hello.txt');
	await page.keyboard.type('ian unfinished sentence');
	await shows(page, 'an unfinished sentence');

	await page.waitForTimeout(4000); // a screen is kept within two seconds of its last change

	await platform.it.kill('SIGKILL');
	await expect(page.getByText('Trying again')).toBeVisible();
	await platform.it.start();
	await expect(page.getByText('Trying again')).toBeHidden({ timeout: 30_000 });
	await shows(page, 'an unfinished sentence');
	await page.keyboard.type(', finished');
	await shows(page, 'an unfinished sentence, finished');
	await page.keyboard.press('Escape');
	await page.keyboard.type(':wq\n');
	await type(page, 'top -d 1');
	await shows(page, /%Cpu|CPU:/);

	await test.step('and a minute without a network', async () => {
		await context.setOffline(true);
		await platform.it.kill('SIGKILL');
		await platform.it.start();
		await page.waitForTimeout(60_000);
		await context.setOffline(false);
		await expect(page.getByText('Trying again')).toBeHidden({ timeout: 30_000 });
		await shows(page, /%Cpu|CPU:/);
		const then = (await screen(page).textContent()) ?? '';
		await expect(screen(page)).not.toHaveText(then); // it is the running program, not its picture
		await page.keyboard.type('q');
		await shows(page, 'learner@box'); // what comes sooner, top takes with it
		await type(page, 'clear; cat ~/hello.txt');
		await shows(page, 'an unfinished sentence, finished');
	});
});
