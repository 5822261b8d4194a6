import { expect, it } from 'vitest';
import { LEAST, MOST, stepSize } from './split.ts';

const press = (key: string, shiftKey = false) => ({ key, shiftKey });

it('moves the border by arrow keys, faster with Shift', () => {
	expect(stepSize(44, press('ArrowRight'))).toBe(46);
	expect(stepSize(44, press('ArrowLeft', true))).toBe(34);
});

it('keeps both panes usable', () => {
	expect(stepSize(MOST, press('ArrowRight'))).toBe(MOST);
	expect(stepSize(LEAST, press('ArrowLeft'))).toBe(LEAST);
	expect(stepSize(44, press('Home'))).toBe(LEAST);
	expect(stepSize(44, press('End'))).toBe(MOST);
});

it('leaves other keys to the page', () => expect(stepSize(44, press('Tab'))).toBeNull());
