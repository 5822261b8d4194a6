import AxeBuilder from '@axe-core/playwright';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { begin, enter, pane, shot } from './desk.ts';
import { expect, open, PASSWORD, platformFor, signUp, test } from './platform.ts';

/** The tiny course; its lab names a page, and has a shop that is curious about the platform. */
const labs = mkdtempSync(join(tmpdir(), 'labwright-previews-'));
cpSync('tests/labs', labs, { recursive: true });
const lab = join(labs, 'tiny-course/first-steps/hello-file');
const yaml = readFileSync(join(lab, 'lab.yaml'), 'utf8');
mkdirSync(join(lab, 'files'), { recursive: true });
writeFileSync(
	join(lab, 'lab.yaml'),
	yaml.replace(/^( +files:)$/m, '$1\n      - { from: files/shop.py, to: /srv/shop.py }') +
		'\nviews:\n  - { web: "box:8080", title: The shop }\n'
);
appendFileSync(join(lab, 'guide.md'), '\n::open[Look at the shop]{web=box:8080/cart}\n');
test.afterAll(() => rmSync(labs, { recursive: true }));

const SHOP = `
import http.server
PAGE = b"""<!doctype html><html lang=en><title>Shop</title><h1>Open for business</h1><p id=way></p><pre id=out>asking</pre><script>
const said = [];
const tried = async (what, act) => { try { said.push(what + ': ' + await act()); } catch (e) { said.push(what + ': refused'); } out.textContent = said.join('\\\\n'); };
(async () => {
  const home = new URL(document.referrer || 'http://localhost').origin;
  const platform = 'http://localhost:' + location.port;
  await tried('cookie', () => document.cookie || 'none');
  await tried('page of the platform', () => fetch(platform + '/account', { credentials: 'include' }).then((r) => r.text()));
  await tried('form of the platform', () => fetch(platform + '/sign-out', { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(() => 'sent'));
  await tried('socket of the platform', () => new Promise((ok, no) => { const s = new WebSocket(platform.replace('http', 'ws') + '/terminal/1/box/main'); s.onopen = () => ok('open'); s.onerror = no; }));
  await tried('parent', () => parent === window ? 'refused' : parent.document.title);
  await tried('top', () => { if (top !== window) top.location = 'about:blank'; return 'asked'; });
  await tried('worker', () => navigator.serviceWorker.register('/sw.js').then(() => 'registered'));
  for (const more of ['', '; domain=localhost', '; path=/labs'])
    document.cookie = 'labwright=planted' + more + '; SameSite=None; Secure';
  await tried('storage', () => { localStorage.setItem('kept', 'yes'); return localStorage.getItem('kept'); });
  await tried('own', () => fetch('/api', { method: 'POST', body: 'x' }).then((r) => r.text()));
  out.textContent = said.join('\\\\n') + '\\\\ndone';
})();
way.textContent = location.pathname;
</script>"""
class Shop(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/html')
        self.send_header('Set-Cookie', 'cart=7; HttpOnly')
        self.send_header('Set-Cookie', 'labwright=planted; Path=/; Domain=localhost')
        self.send_header('X-Frame-Options', 'DENY')
        self.end_headers()
        self.wfile.write(PAGE)
    def do_POST(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write((self.headers.get('Host') + ' ' + str(self.headers.get('Cookie'))).encode())
    def log_message(self, *args): pass
http.server.ThreadingHTTPServer(('127.0.0.1', 8080), Shop).serve_forever()
`;
writeFileSync(join(lab, 'files/shop.py'), SHOP);

const platform = platformFor(() => ({ LABS: labs }));

const sessionOf = async (page: Page) =>
	(await page.context().cookies(platform.it.origin)).map(({ name, value }) => `${name}=${value}`).sort();

test('a page of a machine opens beside the terminals, and gets nothing of the platform', async ({ page }) => {
	await begin(page, platform.it, 'pam', 'hello-file');
	const before = await sessionOf(page);
	await page.getByRole('link', { name: 'Web pages' }).click();
	const pages = page.getByRole('region', { name: 'Web pages' });
	const frame = page.frameLocator('iframe[title^="Page of"]');
	await expect(
		frame.getByText('Nothing answers on box:8080 yet. Start the service, then reload.')
	).toBeVisible();
	await shot(page, 'preview-nothing');

	await enter(page, pane(page, 'box'), 'python3 /srv/shop.py &');
	await expect(async () => {
		await pages.getByRole('button', { name: 'Reload' }).click();
		await expect(frame.getByRole('heading', { name: 'Open for business' })).toBeVisible({ timeout: 3000 });
	}).toPass();
	await expect(frame.locator('#out')).toContainText('done');
	await shot(page, 'preview');
	const said = (await frame.locator('#out').innerText()).split('\n');
	expect(said).toEqual([
		'cookie: none',
		'page of the platform: refused',
		'form of the platform: refused',
		'socket of the platform: refused',
		'parent: refused',
		'top: refused',
		'worker: refused',
		expect.stringMatching(/^storage: (yes|refused)$/), // as the browser keeps frames of other sites
		'own: box:8080 cart=7',
		'done'
	]);
	expect(await sessionOf(page)).toEqual(before);
	expect(new URL(page.url()).pathname).toBe('/labs/hello-file');

	await page.getByRole('link', { name: 'Look at the shop' }).click();
	await expect(frame.locator('#way')).toHaveText('/cart');
	await expect(pages.getByLabel('Path')).toHaveValue('/cart');
	await pages.getByLabel('Port').fill('8081');
	await pages.getByLabel('Port').press('Enter');
	await expect(frame.getByText('Nothing answers on box:8081 yet.')).toBeVisible();
	await pages.getByRole('button', { name: 'The shop' }).click();
	await expect(frame.getByRole('heading', { name: 'Open for business' })).toBeVisible();
	expect(
		(await new AxeBuilder({ page }).include('section[aria-label="Web pages"]').exclude('iframe').analyze())
			.violations
	).toEqual([]);

	const opening = page.waitForEvent('popup');
	await pages.getByRole('link', { name: 'Own window' }).click();
	const own = await opening;
	await expect(own.locator('#out')).toContainText('done');
	const alone = said.with(5, 'top: asked').with(7, 'storage: yes');
	expect((await own.locator('#out').innerText()).split('\n')).toEqual(alone);
	expect(await sessionOf(page)).toEqual(before);
	await own.close();

	await page.setViewportSize({ width: 1440, height: 900 });
	await shot(page, 'preview-1440');
	await page.emulateMedia({ colorScheme: 'dark' });
	await shot(page, 'preview-dark');
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(frame.getByRole('heading', { name: 'Open for business' })).toBeVisible();
	await shot(page, 'preview-390');
	await pages.getByRole('button', { name: 'Close the web pages' }).click();
	await expect(page.getByRole('link', { name: 'Web pages' })).toBeFocused();

	await page.goto(`${platform.it.origin}/labs/hello-file/views`);
	await shot(page, 'preview-page-390');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('it works without scripts, and for nobody else', async ({ browser, page }) => {
	await begin(page, platform.it, 'pia', 'hello-file');
	await enter(page, pane(page, 'box'), 'python3 /srv/shop.py &');
	const plain = await browser.newContext({ javaScriptEnabled: false });
	await plain.addCookies(await page.context().cookies());
	const still = await plain.newPage();
	await still.goto(`${platform.it.origin}/labs/hello-file/views`);
	await shot(still, 'preview-plain');
	const opening = still.waitForEvent('popup');
	await still.getByRole('link', { name: 'The shop' }).click();
	const shop = await opening;
	await expect(async () => {
		await shop.reload();
		await expect(shop.getByRole('heading', { name: 'Open for business' })).toBeVisible({ timeout: 2000 });
	}).toPass();
	const address = shop.url();
	await still.getByLabel('Port').fill('8080');
	await still.getByRole('button', { name: 'Show' }).click();
	const second = still.waitForEvent('popup');
	await still.getByRole('link', { name: 'Open box:8080' }).click();
	await expect((await second).getByRole('heading', { name: 'Open for business' })).toBeVisible();

	const stranger = await browser.newContext();
	const other = await stranger.newPage();
	await signUp(other, platform.it, 'quin');
	expect((await other.goto(address))?.status()).toBe(403);
	await expect(other.getByText('Open it from there: this address alone opens it for nobody.')).toBeVisible();
	const asked = `${platform.it.origin}/labs/hello-file/views/open?host=box&port=8080&path=/`;
	expect((await other.request.get(asked)).status()).toBe(409);
	for (const wrong of ['host=grader&port=80', 'host=box&port=0', 'host=box&port=x'])
		expect((await page.request.get(asked.replace(/host=.*/, wrong))).status()).toBe(409);
	await stranger.close();

	await test.step('an instructor who looks on may read it and send nothing, and is seen', async () => {
		const staff = await browser.newContext();
		const grace = await staff.newPage();
		await grace.goto(platform.it.operatorLink);
		await grace.getByLabel('Name').fill('Grace');
		await grace.getByLabel('Password').fill(PASSWORD);
		await grace.locator('main').getByRole('button').click();
		await grace.waitForURL((url) => url.pathname !== '/welcome');
		await open(grace, `${platform.it.origin}/watch`);
		await grace.locator('main a[href^="/watch/"]').filter({ hasText: 'pia' }).click();
		await expect(grace.locator('.xterm-rows')).toContainText('shop.py');
		await grace.getByText('Web pages of these machines').click();
		expect((await new AxeBuilder({ page: grace }).analyze()).violations).toEqual([]);
		const looked = grace.waitForEvent('popup');
		await grace.getByRole('link', { name: 'The shop' }).click();
		const seen = await looked;
		await expect(seen.locator('#out')).toContainText('done');
		await expect(seen.locator('#out')).not.toContainText('own: box:8080');
		await expect(page.getByText('Grace looks at your terminals now.')).toBeVisible();
		await staff.close();
		await open(page, `${platform.it.origin}/recordings`);
		await expect(page.getByRole('region', { name: 'Who has looked' })).toContainText('box:8080 · page');
	});

	await still.goto(`${platform.it.origin}/sign-out`);
	await still.locator('main').getByRole('button', { name: 'Sign out' }).click();
	expect((await shop.reload())?.status()).toBe(403);
	await plain.close();
});
