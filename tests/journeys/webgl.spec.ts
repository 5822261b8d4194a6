import { chromium } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { pane, rows, shot } from './desk.ts';
import { expect, open, platformFor, signUp, test } from './platform.ts';

const platform = platformFor();

test('a terminal is drawn by the graphics card, and by the document when that is lost', async () => {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? undefined,
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
			...['--ignore-gpu-blocklist', '--disable-quic', '--no-first-run', '--disable-background-networking']
		]
	});
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const hasWebgl = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
	test.skip(!hasWebgl, 'this browser has no WebGL, not even one without a card');
	const refused: string[] = [];
	page.on('console', (line) => line.text().includes('Content Security') && refused.push(line.text()));
	await signUp(page, platform.it, 'wim');
	await open(page, `${platform.it.origin}/labs/hello-file`);
	await page.getByRole('button', { name: /^Start/ }).click();
	const box = pane(page, 'box');
	const canvas = box.locator('.xterm-screen canvas');
	await expect(canvas.first()).toBeAttached({ timeout: 60_000 });
	await expect(rows(box)).toHaveCount(0);
	await box.locator('.xterm-helper-textarea').focus();
	await page.keyboard.type('clear; echo drawn-$((20+1))\n');
	await page.keyboard.press('Alt+Shift+L');
	await expect(page.getByRole('region', { name: 'Plain text of box' })).toContainText('drawn-21');
	await shot(page, 'webgl');

	await canvas.evaluateAll((all) => {
		for (const one of all as HTMLCanvasElement[])
			one.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
	});
	await expect(rows(box)).toContainText('drawn-21');
	await box.locator('.xterm-helper-textarea').focus();
	await page.keyboard.type('echo by-the-document-$((30+1))\n');
	await expect(rows(box)).toContainText('by-the-document-31');
	await expect(rows(box)).toHaveCSS('color', 'rgb(217, 222, 229)');
	await shot(page, 'webgl-lost');
	expect(refused).toEqual([]);
	await browser.close();
});
