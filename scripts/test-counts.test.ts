import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, sumUp } from './test-counts.ts';

const vitest = (over: object) =>
	JSON.stringify({
		numPassedTests: 5,
		numFailedTests: 0,
		numPendingTests: 1,
		numTodoTests: 0,
		testResults: [],
		...over
	});

const playwright = (stats: object, errors: unknown[] = []) =>
	JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('Vitest', () => {
	test('tests that passed, failed and were left out are counted', () => {
		expect(countVitest(vitest({ numFailedTests: 2 }))).toEqual({ passed: 5, failed: 2, skipped: 1 });
	});

	test('a file that could not be read counts as one failure', () => {
		const testResults = [
			{ status: 'failed', assertionResults: [] },
			{ status: 'failed', assertionResults: [{ status: 'failed' }] }
		];
		expect(countVitest(vitest({ numFailedTests: 1, testResults })).failed).toBe(2);
	});

	test('no report, or half of one, is no test', () => {
		expect(countVitest('')).toEqual({ passed: 0, failed: 0, skipped: 0 });
		expect(countVitest(vitest({}).slice(0, 40))).toEqual({ passed: 0, failed: 0, skipped: 0 });
	});
});

describe('Playwright', () => {
	test('a test that passed only at the second try has failed', () => {
		expect(countPlaywright(playwright({ flaky: 1, unexpected: 1, skipped: 3 }))).toEqual({
			passed: 2,
			failed: 2,
			skipped: 3
		});
	});

	test('an error outside of any test counts as one failure', () => {
		expect(countPlaywright(playwright({}, [{ message: 'syntax' }])).failed).toBe(1);
	});
});

describe('the last line', () => {
	const passed = { passed: 3, failed: 0, skipped: 0 };

	test('sums over the runners, and speaks of skipped tests only if there are any', () => {
		expect(sumUp([passed, passed]).line).toBe('6 passed, 0 failed');
		expect(sumUp([passed, { passed: 1, failed: 2, skipped: 4 }]).line).toBe('4 passed, 2 failed, 4 skipped');
	});

	test('says failure when one failed, and when nothing ran at all', () => {
		expect(sumUp([passed]).failed).toBe(false);
		expect(sumUp([passed, { passed: 1, failed: 1, skipped: 0 }]).failed).toBe(true);
		expect(sumUp([]).failed).toBe(true);
	});
});
