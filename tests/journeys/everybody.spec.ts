import { globSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { QUESTION, zipOfFiles } from '../../src/lib/server/drafts/testing.ts';
import { expect, open, PASSWORD, platformFor, screen, shows, startLab, test, type } from './platform.ts';

const platform = platformFor();

/** Every page there is, as an operator sees it. */
const PAGES = [
	'/',
	'/courses',
	'/courses/tiny-course',
	'/tracks',
	'/tracks/tiny-track',
	'/labs/how-it-works',
	'/labs/hello-file',
	'/account',
	'/recordings',
	'/watch',
	'/authoring',
	'/authoring/drafts',
	'/authoring/drafts/1',
	'/authoring/drafts/2',
	'/operator',
	'/operator/invitations',
	'/operator/sign-up',
	'/operator/settings',
	'/operator/teams',
	'/sign-out',
	'/nothing-here',
	'/account/data',
	'/certificates',
	'/classes',
	'/classes/1/game-days',
	'/drills',
	'/join',
	'/operator/audit',
	'/classes/1/people',
	'/classes/1/assignments',
	'/classes/1/gradebook',
	'/classes/1/board',
	'/classes/1/board/2',
	'/classes/1/board/2/checks',
	'/classes/1/board/screens',
	'/classes/1/analytics',
	'/classes/1/analytics/hello-file',
	'/classes/1/settings',
	'/classes/1/skills',
	'/classes/1/skills/2',
	'/classes/1/report',
	'/classes/1/capstones',
	'/skills',
	'/attempts',
	'/operator/platform',
	'/classes',
	'/classes/1/assignments/1',
	'/classes/1/gradebook/1/2',
	'/privacy',
	'/labs/two-hosts/files',
	'/labs/two-hosts/views'
];
/** Pages that want more than an operator with a class; where axe looks at each of them. */
const ELSEWHERE = {
	'/certificates/[code]': 'team.spec.ts',
	'/classes/[class]/game-days/[day]': 'game-day.spec.ts',
	'/game-days/[day]': 'game-day.spec.ts',
	'/drills/[drill]': 'drill.spec.ts',
	'/drills/[drill]/room': 'drill.spec.ts',
	'/watch/[run]': 'watching.spec.ts',
	'/recordings/[id]': 'watching.spec.ts',
	'/design': 'nowhere: it is there in development only',
	'/welcome': 'team.spec.ts'
};
const VISITORS = ['/', '/courses', '/enter', '/join', '/labs/hello-file', '/sign-in', '/sign-up'];

test.beforeAll(async ({ browser }) => {
	const page = await browser.newPage();
	await open(page, platform.it.operatorLink);
	await page.getByLabel('Name').fill('Grace');
	await page.getByLabel('Password').fill(PASSWORD);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL((url) => url.pathname !== '/welcome');
	await makeClass(page);
	await writePrivacy(page);
	await startLab(page, platform.it, 'two-hosts');
	await bringLabs(page);
	await page.context().storageState({ path: STATE });
	await page.close();
});

/** A class of two with something to do. */
async function makeClass(page: Page): Promise<void> {
	await open(page, `${platform.it.origin}/classes`);
	await page.getByLabel('Name of the class').fill('Autumn');
	await page.getByRole('button', { name: 'Make' }).click();
	await page.waitForURL('**/classes/1/people');
	const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from('name\nlea\nmax\n') };
	await page.getByLabel('CSV file').setInputFiles(file);
	await page.getByRole('button', { name: 'Add these people' }).click();
	await page.getByText('2 people new').waitFor();
	await open(page, `${platform.it.origin}/classes/1/assignments`);
	await page.getByLabel('Lab, course or track').selectOption('lab/hello-file');
	await page.getByRole('button', { name: 'Assign' }).click();
	await page.getByRole('link', { name: 'A file that says hello' }).waitFor();
}

async function writePrivacy(page: Page): Promise<void> {
	await open(page, `${platform.it.origin}/operator/settings`);
	await page.getByLabel('What people are told about their data here').fill('Kept for a year.\n\nAsk Grace.');
	await page.getByRole('button', { name: 'Save the text' }).click();
	await page.getByText('Saved. It is linked').waitFor();
}

/** A draft that must be mended, and one that is sound. */
async function bringLabs(page: Page): Promise<void> {
	for (const level of ['simple', 'beginner']) {
		const yaml = QUESTION['lab.yaml']!.replace('level: beginner', `level: ${level}`);
		const buffer = zipOfFiles({ ...QUESTION, 'lab.yaml': yaml });
		await open(page, `${platform.it.origin}/authoring/drafts`);
		const file = { name: 'port.zip', mimeType: 'application/zip', buffer };
		await page.getByLabel('Zip of a lab’s folder').setInputFiles(file);
		await page.getByRole('button', { name: 'Bring this lab' }).click();
		await page
			.getByRole('heading', { name: level === 'simple' ? 'To mend' : 'Proof', exact: true })
			.waitFor();
	}
}

const STATE = 'test-results/grace.json';

const violations = async (page: Page) =>
	(await new AxeBuilder({ page }).analyze()).violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);

/** How far what was there has moved by itself since the page came, as browsers count it: less than 0.1 is good. */
const shifted = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((tell) => {
				let sum = 0;
				const add = (list: PerformanceObserverEntryList) => {
					for (const one of list.getEntries() as (PerformanceEntry & {
						value: number;
						hadRecentInput: boolean;
					})[])
						if (!one.hadRecentInput) sum += one.value;
				};
				new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => tell(sum), 50); // what is buffered is told in a task of its own
			})
	);

test('every page there is, is among those that are looked at', () => {
	const routes = globSync('src/routes/**/+page.svelte').map(
		(path) => path.slice('src/routes'.length, -13) || '/'
	);
	const walked = [...PAGES, ...VISITORS];
	const isWalked = (route: string) => {
		const pattern = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`);
		return route in ELSEWHERE || walked.some((path) => pattern.test(path));
	};
	expect(routes.length).toBeGreaterThan(50);
	expect(routes.filter((route) => !isWalked(route))).toEqual([]);
});

for (const [name, width, colorScheme, locale] of [
	['a desk in the light', 1440, 'light', 'en-GB'],
	['a phone in the dark', 390, 'dark', 'en-GB'],
	['a desk in the dark, in French', 1440, 'dark', 'fr-CH'],
	['a phone in the light, in French', 390, 'light', 'fr-CH']
] as const) {
	test(`axe finds nothing on any page, and nothing is cut off: ${name}`, async ({ browser }) => {
		test.setTimeout(300_000); // there are many pages, and the machine may be busy
		for (const [paths, storageState] of [
			[PAGES, STATE],
			[VISITORS, undefined]
		] as const) {
			const context = await browser.newContext({
				viewport: { width, height: 900 },
				colorScheme,
				locale,
				storageState
			});
			const page = await context.newPage();
			const refused: string[] = [];
			page.on(
				'console',
				(message) => message.text().includes('Content Security Policy') && refused.push(message.text())
			);
			for (const path of paths) {
				const answered = page.waitForResponse((response) => response.url() === platform.it.origin + path);
				await open(page, platform.it.origin + path);
				expect([path, (await answered).status()]).toEqual([path, path === '/nothing-here' ? 404 : 200]);
				expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
				expect([path, await violations(page)]).toEqual([path, []]);
				expect(await shifted(page), `what moves on ${path}`).toBeLessThan(0.1);
				const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
				expect([path, Math.max(0, overflow)]).toEqual([path, 0]);
			}
			expect(refused).toEqual([]);
			await context.close();
		}
	});
}

test('whoever chooses French keeps it, and English is one press away', async ({ page }) => {
	const wrong: string[] = [];
	page.on(
		'console',
		(message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text())
	);
	await open(page, `${platform.it.origin}/courses`);
	await page.getByRole('contentinfo').getByRole('button', { name: 'Français' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cours');
	await open(page, `${platform.it.origin}/sign-in`);
	await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
	await page.getByLabel('Nom').fill('Nobody');
	await page.getByLabel('Mot de passe').fill('not the password');
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page.getByText('Le nom ou le mot de passe n’est pas juste.')).toBeVisible();
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
	expect(wrong.filter((text) => !text.includes('400'))).toEqual([]);
});

test.describe('in a running lab', () => {
	test.use({ storageState: STATE });

	test('axe finds nothing, the policy refuses nothing, and colours are right', async ({ page }) => {
		const refused: string[] = [];
		page.on(
			'console',
			(message) => message.text().includes('Content Security Policy') && refused.push(message.text())
		);
		await startLab(page, platform.it);
		await type(
			page,
			String.raw`clear; printf '\033[31mcrimson\033[0m \033[38;2;10;200;30mleaf\033[0m \033[34;42mfolder\033[0m\n'`
		);
		await shows(page, 'folder');
		const colour = (text: string) =>
			screen(page)
				.getByText(text, { exact: true })
				.last()
				.evaluate((span) => getComputedStyle(span).color);
		expect(await colour('crimson')).toBe('rgb(255, 138, 128)');
		expect(await colour('leaf')).toBe('rgb(10, 200, 30)');
		expect(await colour('folder')).not.toBe('rgb(130, 180, 255)'); // blue on green, made readable
		expect(await violations(page)).toEqual([]);
		expect(refused).toEqual([]);
		const longer = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
		expect(longer).toBe(0); // its panes scroll, the page does not
	});

	test('a keyboard alone gets in, works, and gets out again', async ({ page }) => {
		await open(page, `${platform.it.origin}/labs/hello-file`);
		await tabTo(page, () => document.activeElement?.classList.contains('xterm-helper-textarea') ?? false);
		await page.keyboard.type('clear; echo typed-only\n');
		await shows(page, 'typed-only');
		await page.keyboard.press('Tab'); // belongs to the shell
		expect(await page.evaluate(() => document.activeElement?.className)).toContain('xterm');
		await page.keyboard.press('Shift+F6');
		expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('xterm');
		await tabTo(page, () => document.activeElement?.textContent?.trim() === 'Check');
		await page.keyboard.press('Enter');
		await expect(page.getByText('There is no /home/learner/hello.txt yet.').first()).toBeVisible();
	});

	test('a phone shows guide and terminal as tabs', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await open(page, `${platform.it.origin}/labs/hello-file`);
		await expect(page.getByText('Write the line')).toBeVisible();
		await expect(screen(page)).toBeHidden();
		const close = page.locator('[role=tab][aria-selected=true] .close'); // of the terminal that is away
		await expect(close).toBeHidden();
		await page.getByRole('tab', { name: 'Terminal' }).click();
		await expect(screen(page)).toBeVisible();
		await expect(close).toBeVisible();
		await type(page, 'clear; echo on-a-phone');
		await shows(page, 'on-a-phone');
		await page.getByRole('tab', { name: 'Guide' }).click();
		await expect(page.getByText('Write the line')).toBeVisible();
	});
});

async function tabTo(page: Page, there: () => boolean): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(there)) return;
	}
	throw new Error('The keyboard does not get there.');
}
