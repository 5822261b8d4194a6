/** Colours of the terminal. Every text colour has at least 4.5:1 against its ground, or 7:1 where it says so. */
import type { ITheme } from '@xterm/xterm';

export const themeNames = ['night', 'slate', 'paper', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

type Colours = Required<
	Pick<ITheme, 'background' | 'foreground' | 'cursor' | 'cursorAccent' | 'selectionBackground'> & Ansi
>;
type Ansi = Pick<
	ITheme,
	'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | `bright${Colour}`
>;
type Colour = 'Black' | 'Red' | 'Green' | 'Yellow' | 'Blue' | 'Magenta' | 'Cyan' | 'White';

export interface Theme {
	title: 'Night' | 'Slate' | 'Paper' | 'High contrast';
	/** The least contrast of its text. */
	contrast: number;
	colours: Colours;
	/** Grounds of what a search has found, and of the one it stands on. */
	found: string;
	foundHere: string;
}

export const themes: Record<ThemeName, Theme> = {
	night: {
		title: 'Night',
		contrast: 4.5,
		colours: {
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
		},
		found: '#4a3a17',
		foundHere: '#7a4a00'
	},
	slate: {
		title: 'Slate',
		contrast: 4.5,
		colours: {
			background: '#232a31',
			foreground: '#dfe3e6',
			cursor: '#74c7d5',
			cursorAccent: '#232a31',
			selectionBackground: '#46545f',
			black: '#95a1aa',
			red: '#f4a19a',
			green: '#9ed39b',
			yellow: '#e4c68c',
			blue: '#99c0f2',
			magenta: '#d9b3ee',
			cyan: '#8ed3d1',
			white: '#dfe3e6',
			brightBlack: '#a8b3bb',
			brightRed: '#fbbab4',
			brightGreen: '#b8e2b4',
			brightYellow: '#f0d9a8',
			brightBlue: '#b7d4fa',
			brightMagenta: '#e7ccf6',
			brightCyan: '#ade4e2',
			brightWhite: '#ffffff'
		},
		found: '#57481f',
		foundHere: '#80530f'
	},
	paper: {
		title: 'Paper',
		contrast: 4.5,
		colours: {
			background: '#fbfaf7',
			foreground: '#22272b',
			cursor: '#0b5a69',
			cursorAccent: '#fbfaf7',
			selectionBackground: '#c6dfe4',
			black: '#22272b',
			red: '#a3272a',
			green: '#1f6632',
			yellow: '#735000',
			blue: '#1a549c',
			magenta: '#7f3290',
			cyan: '#0d6063',
			white: '#5d646a',
			brightBlack: '#5f676d',
			brightRed: '#b5312c',
			brightGreen: '#27713b',
			brightYellow: '#7d5700',
			brightBlue: '#2862ae',
			brightMagenta: '#8d3da0',
			brightCyan: '#106a6e',
			brightWhite: '#444b50'
		},
		found: '#f6e2a6',
		foundHere: '#f2b75c'
	},
	contrast: {
		title: 'High contrast',
		contrast: 7,
		colours: {
			background: '#000000',
			foreground: '#ffffff',
			cursor: '#ffff00',
			cursorAccent: '#000000',
			selectionBackground: '#0050b0',
			black: '#b4b4b4',
			red: '#ff9d96',
			green: '#5cf06a',
			yellow: '#ffe14d',
			blue: '#8fc4ff',
			magenta: '#ff9dff',
			cyan: '#4ff2f2',
			white: '#ffffff',
			brightBlack: '#cfcfcf',
			brightRed: '#ffb8b3',
			brightGreen: '#98ff9f',
			brightYellow: '#fff089',
			brightBlue: '#b8daff',
			brightMagenta: '#ffc2ff',
			brightCyan: '#9dffff',
			brightWhite: '#ffffff'
		},
		found: '#5a4a00',
		foundHere: '#8a3c00'
	}
};
