/** How many tests passed and failed, from the reports of the runners. Runs nothing. */

export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** @param report JSON of Vitest; without a whole one, nothing is counted. */
export function countVitest(report: string): Counts {
	const read = parse<VitestReport>(report);
	if (!read) return NOTHING;
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read;
	// A file that could not even be read has no failed test in it, and has failed all the same.
	const broken = testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some(({ status }) => status === 'failed')
	);
	return {
		passed: numPassedTests,
		failed: numFailedTests + broken.length,
		skipped: numPendingTests + numTodoTests
	};
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
}

/** @param report JSON of Playwright; without a whole one, nothing is counted. */
export function countPlaywright(report: string): Counts {
	const read = parse<PlaywrightReport>(report);
	if (!read) return NOTHING;
	const { stats, errors } = read;
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	};
}

/** A runner that was killed leaves no report, or half of one. */
function parse<Report>(text: string): Report | null {
	try {
		return JSON.parse(text) as Report;
	} catch {
		return null;
	}
}

/** The sum, as the one line that ends a test run. */
export function sumUp(counts: Counts[]): { line: string; failed: boolean } {
	const sum = (what: keyof Counts) => counts.reduce((total, count) => total + count[what], 0);
	const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
	return {
		line: `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : ''),
		failed: failed > 0 || passed === 0
	};
}
