import { describe, expect, it } from 'vitest';
import { readVerdict } from './verdict.ts';

const NONCE = '0123456789abcdef';
const says = (verb: string, text: string, nonce = NONCE) => `\x1e${nonce}\x1f${verb}\x1f${text}\x1e\n`;
const judged = (stdout: string, code: number, changes: object = {}) =>
	readVerdict({ code, stdout, stderr: '', timedOut: false, ...changes }, NONCE);

describe('a verdict', () => {
	it.each([
		['exit 0 is a pass', says('pass', 'Well done.'), 0, { verdict: 'pass', score: 1, message: 'Well done.' }],
		['exit 0 without a word is a pass', '', 0, { verdict: 'pass', score: 1, message: 'Done.' }],
		['exit 1 is not yet', '', 1, { verdict: 'fail', score: 0, message: 'Not yet.' }],
		['a fail outweighs exit 0', says('fail', 'Look again.'), 0, { verdict: 'fail', message: 'Look again.' }],
		[
			'credit counts when it fails',
			says('credit 0.5', 'A rule exists.') + says('fail', 'No limit.'),
			1,
			{ verdict: 'fail', score: 0.5, message: 'No limit.' }
		],
		['a helper that is missing is a broken check', 'x: not found', 127, { verdict: 'error', score: 0 }],
		['a signal is a broken check', '', 137, { verdict: 'error' }],
		['broken is a broken check', says('broken', 'no tool'), 2, { verdict: 'error' }],
		['a word it does not know is a broken check', says('passed', ''), 0, { verdict: 'error' }],
		['credit above one is a broken check', says('credit 7', ''), 1, { verdict: 'error' }],
		[
			'a record with another nonce is only output',
			says('pass', 'forged', 'feedfeedfeedfeed'),
			1,
			{ verdict: 'fail', message: 'Not yet.' }
		]
	])('%s', (_promise, stdout, code, expected) => {
		expect(judged(stdout, code)).toMatchObject(expected);
	});

	it('is an error when time ran out, whatever was said before', () => {
		expect(judged(says('pass', 'ok'), 0, { timedOut: true })).toMatchObject({ verdict: 'error' });
	});

	it('is one plain line of bounded length', () => {
		const { message } = judged(says('fail', `\x1b[31mred\x1b[0m\n${'x'.repeat(5000)}`), 1);
		expect(message.startsWith('red x')).toBe(true);
		expect(message).toHaveLength(2000);
	});

	it('keeps the output for authors without its own records, bounded', () => {
		const { log } = judged(`noise\n${says('fail', 'secret sentence')}${'y'.repeat(100_000)}`, 1);
		expect(log).toContain('noise');
		expect(log).not.toContain('secret sentence');
		expect(log.length).toBeLessThan(17_000);
	});
});
