import { expect, test } from 'vitest';
import { isRightAnswer } from './answers.ts';
import { flawOf } from './rules/patterns.ts';

const text = (...texts: string[]) => ({ expect: { text: texts } });
const regex = (pattern: string) => ({ expect: { regex: pattern } });

test.each([
	['metricsd', 'metricsd'],
	['  metricsd\n', 'metricsd'],
	['METRICSD', 'metricsd'],
	['port   8080', 'Port 8080'],
	['cafe\u0301', 'caf\u00e9'],
	['second', 'first', 'second']
])('%j is taken', (answer, ...expected) => {
	expect(isRightAnswer(text(...expected), answer, {})).toBe(true);
});

test.each([
	['', 'x'],
	['   ', 'x'],
	['metrics', 'metricsd'],
	['metricsd2', 'metricsd'],
	['{{NAME}}', '{{NAME}}']
])('%j is not', (answer, expected) => {
	expect(isRightAnswer(text(expected), answer, { NAME: 'samplerd' })).toBe(false);
});

test('parameters stand for their values, secret ones too', () => {
	expect(isRightAnswer(text('SC-{{CASE}}'), 'sc-4f', { CASE: '4F' })).toBe(true);
});

test('an empty expectation is met by nothing', () => {
	expect(isRightAnswer(text('{{EMPTY}}'), '', { EMPTY: '' })).toBe(false);
});

test('a pattern is tried without case and on the whole answer', () => {
	const agent = regex('(?i)^\\s*(neutron-)?dhcp([ -]agent)?\\s*$');
	expect(isRightAnswer(agent, ' Neutron-DHCP agent ', {})).toBe(true);
	expect(isRightAnswer(agent, 'not the dhcp agent', {})).toBe(false);
	expect(isRightAnswer(regex('80|443'), '8080', {})).toBe(false);
});

test('a value in a pattern is taken literally', () => {
	expect(isRightAnswer(regex('{{NAME}}!?'), 'a.c!', { NAME: 'a.c' })).toBe(true);
	expect(isRightAnswer(regex('{{NAME}}!?'), 'abc', { NAME: 'a.c' })).toBe(false);
});

test('a long answer is wrong, whatever is expected', () => {
	expect(isRightAnswer(regex('.*'), 'a'.repeat(500), {})).toBe(true);
	expect(isRightAnswer(regex('.*'), 'a'.repeat(501), {})).toBe(false);
});

test('a pattern that would take for ever is given up and the answer is wrong', () => {
	const started = performance.now();
	expect(isRightAnswer(regex('(a+)+b'), 'a'.repeat(400), {})).toBe(false);
	expect(performance.now() - started).toBeLessThan(1000);
});

test.each(['(a+)+', '(a*)*b', '(a|aa)+', '((a)+b?)*', '(?:x{2,})+', '(?:(a|b)c)*', '(a+){20}', '(?<n>a+)+'])(
	'an author cannot use %s',
	(pattern) => expect(flawOf(pattern)).toContain('can take for ever')
);

test.each([
	'(neutron-)?dhcp',
	'(a|b)?c+',
	'[(+*)]+x',
	'\\(a+\\)+',
	'(?:10\\.){3}\\d+',
	'a+b+c+',
	'(?:ab)+',
	'(?i)yes'
])('an author can use %s', (pattern) => expect(flawOf(pattern)).toBeNull());

test.each([
	['(a)\\1', 'refer back'],
	['(', 'not a pattern'],
	['a'.repeat(201), 'at most 200']
])('an author cannot use %s: %s', (pattern, reason) => expect(flawOf(pattern)).toContain(reason));
