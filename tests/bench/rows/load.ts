/** What a browser has to fetch, and how long it takes, until the terminal of a warm lab can be used. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { findChromium } from '../../../scripts/chromium.mjs';
import type { AtWork } from '../bench-site.ts';
import { atMost, percentile, percentiles } from '../figures.ts';
import { LAB } from '../learner.ts';
import { times, type Row } from '../row.ts';

const BUILT = 'build/client';

export const load: Row = {
	name: 'load',
	async measure(site, share) {
		const at = await site.atWork();
		await (await at.learner.terminal(at.runId, 'main')).close(); // the lab is warm: its shell is open
		const browser = await openBrowser();
		try {
			const visits = [];
			for (let visit = 0; visit < times(7, share); visit++) visits.push(await visitLab(browser, at));
			const milliseconds = visits.map((visit) => visit.milliseconds);
			const kib = Math.max(...visits.map((visit) => visit.kib));
			return {
				row: 'load',
				title: 'The lab page in Chromium with an empty cache, until a prompt is drawn; the lab is warm.',
				figures: [
					{ who: 'ours', what: 'JavaScript before that, brotli', unit: 'KiB', values: { most: kib } },
					{
						...{ who: 'ours', what: 'from navigation to the drawn prompt', unit: 'ms' },
						values: percentiles(milliseconds, 0.5, 0.95)
					}
				],
				goals: [
					atMost('JavaScript', kib, 150, 'KiB'),
					atMost('prompt, p50', percentile(milliseconds, 0.5), 1000, 'ms')
				],
				notes: [`${Math.max(...visits.map(({ files }) => files))} files of JavaScript were asked for.`]
			};
		} finally {
			await browser.close();
		}
	}
};

async function openBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath)
		throw new Error('There is no Chromium here. Install it, or say where it is in CHROMIUM.');
	const { chromium } = await import('@playwright/test'); // big: only who needs it has it in memory
	return chromium.launch({
		executablePath,
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-3d-apis', // the prompt is in the document, where it can be seen
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}

/** One visit with nothing in the cache. */
async function visitLab(browser: Browser, { learner: { origin, cookie } }: AtWork) {
	const context = await browser.newContext();
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: origin }]);
	const page = await context.newPage();
	const scripts = new Set<string>();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith('.js')) scripts.add(pathname);
	});
	await page.goto(`${origin}/labs/${LAB}`, { waitUntil: 'commit' });
	const prompt = await page.waitForFunction(
		() => document.querySelector('.xterm-rows')?.textContent?.includes('learner@') && performance.now()
	);
	const files = [...scripts];
	const milliseconds = Number(await prompt.jsonValue());
	await context.close();
	return { milliseconds, files: files.length, kib: files.map(brotliBytes).reduce((a, b) => a + b, 0) / 1024 };
}

function brotliBytes(pathname: string): number {
	const file = join(BUILT, pathname);
	return existsSync(`${file}.br`)
		? readFileSync(`${file}.br`).length
		: brotliCompressSync(readFileSync(file)).length;
}
