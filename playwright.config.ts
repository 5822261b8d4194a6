/**
 * Journeys through the production build in a real browser. Each starts the server it needs by
 * itself, because some of them kill it.
 */
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results/journeys',
	// One browser and one server at a time: they share the machine with real sandboxes.
	workers: 1,
	fullyParallel: false,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		launchOptions: {
			executablePath: findChromium() ?? undefined,
			args: [
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
				'--disable-gpu',
				'--disable-3d-apis', // terminals drawn by the document can be read by a test
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		},
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		actionTimeout: 15_000,
		navigationTimeout: 30_000
	}
});
