import { describe, expect, it } from 'vitest';
import { commandOf, described, isPaste } from './shortcuts.ts';

const none = { altKey: false, ctrlKey: false, shiftKey: false, metaKey: false };
const press = (code: string, ...held: (keyof typeof none)[]) =>
	commandOf({ code, ...none, ...Object.fromEntries(held.map((key) => [key, true])) });

describe('shortcuts', () => {
	it('leave every key to the shell that it can tell apart', () => {
		const codes = [
			'KeyA',
			'KeyC',
			'KeyD',
			'KeyF',
			'KeyN',
			'KeyR',
			'KeyX',
			'ArrowLeft',
			'Digit1',
			'Tab',
			'F1',
			'F6'
		];
		for (const code of codes) {
			for (const held of [[], ['ctrlKey'], ['altKey'], ['ctrlKey', 'altKey'], ['metaKey']] as const)
				expect([code, held, press(code, ...held)]).toEqual([code, held, null]);
		}
	});

	it('never mean AltGr, which types characters', () => {
		expect(press('KeyE', 'ctrlKey', 'altKey', 'shiftKey')).toBeNull();
	});

	it('have a way out, and open, divide, search and help', () => {
		expect(press('F6', 'shiftKey')).toEqual({ do: 'leave' });
		expect(press('KeyN', 'altKey', 'shiftKey')).toEqual({ do: 'new' });
		expect(press('Digit3', 'altKey', 'shiftKey')).toEqual({ do: 'show', by: 2 });
		expect(press('KeyF', 'ctrlKey', 'shiftKey')).toEqual({ do: 'find' });
		expect(press('KeyV', 'ctrlKey', 'shiftKey')).toBeNull();
		expect(isPaste({ code: 'KeyV', ...none, ctrlKey: true, shiftKey: true })).toBe(true);
	});

	it('are all described', () => {
		const kinds = [
			'new',
			'right',
			'down',
			'close',
			'rename',
			'find',
			'copy',
			'transcript',
			'settings',
			'help',
			'leave'
		];
		expect(described.length).toBeGreaterThanOrEqual(kinds.length);
	});
});
