/**
 * Is this the answer? Compared here, on the server, and never in the browser.
 *
 * Kind to spelling: surrounding and doubled space, case and the two ways to write é do not count.
 */
import vm from 'node:vm';
import type { AnswerCheck } from './lab.ts';
import { fillIn, type Values } from './params.ts';

/** Longer answers are wrong: it is a field for a word or a line. */
export const LONGEST_ANSWER = 500;

/** An author's pattern must decide within this; validation refuses those known to take for ever. */
const PATTERN_MILLISECONDS = 100;

/** `values` fill {{NAME}} in the expected text, secret parameters included. */
export function isRightAnswer(check: Pick<AnswerCheck, 'expect'>, answer: string, values: Values): boolean {
	if (answer.length > LONGEST_ANSWER) return false;
	const given = plain(answer);
	if ('text' in check.expect) {
		return given !== '' && check.expect.text.some((text) => plain(fillIn(text, values)) === given);
	}
	return matches(compilePattern(check.expect.regex, values), answer.normalize('NFC').trim());
}

const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * A pattern of an author. It is always tried without regard to case and on the whole answer, so
 * `(?i)`, `^` and `$` are welcome but not needed. Values are taken literally.
 *
 * @throws SyntaxError when it is not a pattern.
 */
export function compilePattern(source: string, values: Values = {}): RegExp {
	const literal = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escape(value)]));
	return new RegExp(`^(?:${fillIn(source.replace(/^\(\?i\)/, ''), literal)})$`, 'iu');
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Regular expressions cannot be stopped from outside, except in a context of their own. */
function matches(pattern: RegExp, text: string): boolean {
	try {
		const context = { pattern, text };
		return vm.runInNewContext('pattern.test(text)', context, { timeout: PATTERN_MILLISECONDS }) as boolean;
	} catch {
		return false;
	}
}
