import type { ITheme } from '@xterm/xterm';

/** Colours of the terminal: every text colour has at least 4.5:1 against the ground. */
export const dark: ITheme = {
	background: '#12161b',
	foreground: '#d9dee5',
	cursor: '#f2b263',
	cursorAccent: '#12161b',
	selectionBackground: '#3b4a5e',
	black: '#7c8794',
	red: '#ff8a80',
	green: '#8fd08a',
	yellow: '#e6c07b',
	blue: '#82b4ff',
	magenta: '#d7a6ff',
	cyan: '#7fd4d4',
	white: '#d9dee5',
	brightBlack: '#98a3b0',
	brightRed: '#ffa79e',
	brightGreen: '#abe0a5',
	brightYellow: '#f2d594',
	brightBlue: '#a5caff',
	brightMagenta: '#e5c4ff',
	brightCyan: '#a3e6e6',
	brightWhite: '#ffffff'
};
