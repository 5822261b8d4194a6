import { expect, open, platformFor, screen, shows, signUp, startLab, test, type } from './platform.ts';

const platform = platformFor();

test('a stranger signs up, does a lab, and finds everything again after a crash', async ({ page }) => {
	await signUp(page, platform.it, 'ada');
	await open(page, `${platform.it.origin}/courses`);
	await page.getByRole('link', { name: 'A file that says hello' }).first().click();
	await page.getByRole('button', { name: 'Start the lab' }).click();
	await shows(page, 'learner@box');

	const task = page.getByRole('region', { name: 'Say hello' });
	await task.getByRole('button', { name: 'Check' }).click();
	await expect(task).toContainText('There is no /home/learner/hello.txt yet.');

	const word = /the line hello (\w+)/.exec((await task.textContent()) ?? '')?.[1] ?? '';
	await type(page, `MARK=unbroken; echo "hello ${word}" > ~/hello.txt`);
	await task.getByRole('button', { name: 'Check' }).click();
	await expect(task).toContainText(`Hello, ${word}.`);
	await expect(task.getByRole('button', { name: 'Check' })).toHaveCount(0);
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible();

	await test.step('the server is killed in the middle of it', async () => {
		await platform.it.kill('SIGKILL');
		await expect(page.getByText('Trying again')).toBeVisible();
		await platform.it.start();
		await expect(page.getByText('Trying again')).toBeHidden();
		await type(page, 'echo still-$MARK');
		await shows(page, 'still-unbroken');
	});

	await page.reload();
	await shows(page, 'still-unbroken');
	await expect(page.getByText('1 of 2 tasks done')).toBeVisible();

	const read = page.getByRole('region', { name: 'Read the note' });
	await read.getByRole('textbox').fill('1');
	await read.getByRole('button', { name: 'Answer' }).click();
	await expect(read).toContainText('That is not it. 2 tries left.');
	await type(page, 'clear; cat /srv/note.txt');
	await shows(page, /port \d{4}/);
	const port = /port (\d{4})/.exec((await screen(page).textContent()) ?? '')?.[1] ?? '';
	await read.getByRole('textbox').fill(port);
	await read.getByRole('button', { name: 'Answer' }).click();
	await expect(page.getByText('2 of 2 tasks done')).toBeVisible();
	await expect(page.getByRole('link', { name: /Two hosts on one network/ })).toBeVisible();

	await open(page, `${platform.it.origin}/courses/tiny-course`);
	await expect(page.getByText('1 of 2 labs done')).toBeVisible();
});

test('reload, a second tab and a lost network come back to the same shell', async ({ page, context }) => {
	await signUp(page, platform.it, 'bea');
	await startLab(page, platform.it);
	await type(page, 'HERE=the-same; echo $HERE-one');
	await shows(page, 'the-same-one');

	const second = await context.newPage();
	await open(second, `${platform.it.origin}/labs/hello-file`);
	await shows(second, 'the-same-one');
	await type(second, 'echo $HERE-two');
	await shows(page, 'the-same-two');
	await second.close();

	await context.setOffline(true);
	await platform.it.kill('SIGKILL');
	await expect(page.getByText('Trying again')).toBeVisible();
	await platform.it.start();
	await context.setOffline(false);
	await expect(page.getByText('Trying again')).toBeHidden();
	await type(page, 'echo $HERE-three');
	await shows(page, 'the-same-three');
});

test('hints come one by one, and a code block types itself into the terminal', async ({ page }) => {
	await signUp(page, platform.it, 'cleo');
	await startLab(page, platform.it);
	let sockets = 0;
	page.on('websocket', () => (sockets += 1));
	const task = page.getByRole('region', { name: 'Say hello' });
	await expect(task).not.toContainText('can send what a command prints');
	await task.getByRole('button', { name: 'Show it' }).click();
	await expect(task).toContainText('can send what a command prints');
	await expect(task).not.toContainText('The sign for it is');

	await task.getByRole('button', { name: /^Run/ }).click();
	await shows(page, 'The service listens on port');
	expect(sockets).toBe(0); // the page was read again twice; the terminal stayed the same
});

test('Reset gives new machines, Stop takes them away, and Start brings new ones', async ({ page }) => {
	await signUp(page, platform.it, 'dora');
	await startLab(page, platform.it);
	await type(page, 'touch gone; ls -1');
	await shows(page, 'gone');

	await page.getByRole('button', { name: 'Reset', exact: true }).click();
	await page.getByRole('button', { name: 'Reset the machines' }).click();
	await expect(screen(page)).not.toContainText('gone');
	await shows(page, 'learner@box');
	await type(page, 'ls ~/gone');
	await shows(page, 'No such file');

	await page.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByText('You stopped this lab.')).toBeVisible();
	await page.getByRole('button', { name: 'Start again' }).click();
	await shows(page, 'learner@box');
});

test('what one tab does, the other shows', async ({ page, context }) => {
	await signUp(page, platform.it, 'elin');
	await open(page, `${platform.it.origin}/labs/hello-file`);
	const second = await context.newPage();
	await open(second, `${platform.it.origin}/labs/hello-file`);
	await page.getByRole('button', { name: 'Start the lab' }).click();
	await shows(second, 'learner@box');
	await page.getByRole('region', { name: 'Say hello' }).getByRole('button', { name: 'Check' }).click();
	await expect(second.getByRole('region', { name: 'Say hello' })).toContainText(
		'There is no /home/learner/hello.txt yet.'
	);
	await second.getByRole('button', { name: 'Stop', exact: true }).click();
	await expect(page.getByText('You stopped this lab.')).toBeVisible();
});

test('SIGTERM ends the server cleanly', async () => {
	expect(await platform.it.kill('SIGTERM')).toBe(0);
	await platform.it.start();
});
