import { describe, expect, test } from 'vitest';
import type { Param } from './lab.ts';
import { choicesOf, fillIn, paramValues, visibleValues } from './params.ts';

const lab = (...params: Param[]) => ({ id: 'small', params });
const owner = (learner: number | string, scope = '1') => ({
	key: 'server key',
	learner: `${learner}`,
	scope
});
const pick: Param = { name: 'NAME', type: 'pick', from: ['a', 'b', 'c', 'd', 'e'], secret: false };
const port: Param = {
	name: 'PORT',
	type: 'int',
	min: 10,
	max: 30,
	not: [12, 20, 99, 13],
	step: 2,
	secret: false
};
const seal: Param = { name: 'SEAL', type: 'token', bytes: 6, secret: true };
const fixed: Param = { name: 'HERE', type: 'fixed', value: 'x', secret: false };
const learners = Array.from({ length: 400 }, (_, n) => n);

describe('values', () => {
	test('are the same for the same learner, scope, lab and key', () => {
		const all = lab(pick, port, seal, fixed);
		expect(paramValues(all, owner(1))).toEqual(paramValues(all, owner(1)));
	});

	test('differ by learner, scope, lab, name and key', () => {
		const value = (id: string, name: string, who: Parameters<typeof paramValues>[1]) =>
			paramValues({ id, params: [{ ...seal, name }] }, who)[name];
		const values = [
			value('a', 'SEAL', owner(1)),
			value('a', 'SEAL', owner(2)),
			value('a', 'SEAL', owner(1, '2')),
			value('b', 'SEAL', owner(1)),
			value('a', 'LEAS', owner(1)),
			value('a', 'SEAL', { ...owner(1), key: 'another' })
		];
		expect(new Set(values).size).toBe(values.length);
	});

	test('do not change when other parameters come or go', () => {
		expect(paramValues(lab(port, pick), owner(7)).NAME).toBe(paramValues(lab(pick, seal), owner(7)).NAME);
	});

	test('do not move together: two lists of the same length are drawn apart', () => {
		const two = lab(pick, { ...pick, name: 'OTHER' });
		const pairs = new Set(learners.map((n) => Object.values(paramValues(two, owner(n))).join()));
		expect(pairs.size).toBe(25);
	});

	test('a picked one is each of the list at some learner', () => {
		const drawn = new Set(learners.map((n) => paramValues(lab(pick), owner(n)).NAME));
		expect([...drawn].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	test('a number keeps to its step, its ends and what it must not be', () => {
		const drawn = new Set(learners.map((n) => Number(paramValues(lab(port), owner(n)).PORT)));
		expect([...drawn].sort((a, b) => a - b)).toEqual([10, 14, 16, 18, 22, 24, 26, 28, 30]);
		expect(choicesOf(port as Extract<Param, { type: 'int' }>)).toBe(9);
	});

	test('a token is hexadecimal and as long as asked, a fixed one is as written', () => {
		expect(paramValues(lab(seal, fixed), owner(1))).toEqual({
			SEAL: expect.stringMatching(/^[0-9a-f]{12}$/),
			HERE: 'x'
		});
	});

	test('a learner may read all but the secret ones', () => {
		const all = lab(seal, fixed);
		expect(visibleValues(all, paramValues(all, owner(1)))).toEqual({ HERE: 'x' });
	});
});

describe('filling in', () => {
	test('replaces declared names, everywhere', () => {
		expect(fillIn('{{A}} and {{A}}{{B_2}}', { A: '1', B_2: '2' })).toBe('1 and 12');
	});

	test.each([
		'{{.State}}',
		'{{ A }}',
		'{{a}}',
		'${A}',
		'{A}',
		'{{UNKNOWN}}',
		'{{toString}}',
		'{{__proto__}}'
	])('leaves %s alone', (text) => expect(fillIn(text, { A: '1' })).toBe(text));

	test('takes values as they are, once', () => {
		expect(fillIn('{{A}}', { A: '$& {{B}} $1', B: 'no' })).toBe('$& {{B}} $1');
	});
});
