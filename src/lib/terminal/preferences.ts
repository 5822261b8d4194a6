/** How somebody wants their terminals, remembered by this browser. */

export const fontSizes = [11, 12, 13, 14, 15, 16, 18, 20, 24, 28];
const FONT_SIZE = 'labwright.terminal.fontSize';
const SCREEN_READER = 'labwright.terminal.screenReader';

export function keptFontSize(): number {
	const kept = Number(localStorage.getItem(FONT_SIZE));
	return fontSizes.includes(kept) ? kept : 14;
}

export const keepFontSize = (size: number) => localStorage.setItem(FONT_SIZE, `${size}`);

export const keptScreenReader = () => localStorage.getItem(SCREEN_READER) === 'on';

export const keepScreenReader = (on: boolean) => localStorage.setItem(SCREEN_READER, on ? 'on' : 'off');
