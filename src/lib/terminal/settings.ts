/** How somebody wants their terminals: what can be chosen, and what this browser remembers of it. */
import { isRecord, keep, readKept } from './kept.ts';
import { themeNames, type ThemeName } from './themes.ts';

export interface Settings {
	fontSize: number;
	theme: ThemeName;
	bell: 'none' | 'visual' | 'sound';
	/** Lines one can scroll back. */
	scrollback: number;
	/** Ask before a paste of several lines: always, only when they would run at once, or never. */
	askPaste: 'always' | 'risky' | 'never';
	/** Say what is printed to a screen reader. */
	screenReader: boolean;
	/** A cursor that blinks, where motion is welcome. */
	blink: boolean;
}

type Choices = { [Key in keyof Settings]: readonly Settings[Key][] };

const onOff = [true, false] as const;

export const choices: Choices = {
	fontSize: [11, 12, 13, 14, 15, 16, 18, 20, 24, 28],
	theme: themeNames,
	bell: ['none', 'visual', 'sound'],
	scrollback: [1000, 5000, 20_000],
	askPaste: ['always', 'risky', 'never'],
	screenReader: onOff,
	blink: onOff
};

export const usual: Settings = {
	fontSize: 14,
	theme: 'night',
	bell: 'visual',
	scrollback: 5000,
	askPaste: 'always',
	screenReader: false,
	blink: true
};

/** Where they are kept: other windows hear of changes by this name. */
export const SETTINGS = 'labwright.terminal';

export const keptSettings = (): Settings => asSettings(readKept(SETTINGS));

export const keepSettings = (settings: Settings): void => keep(SETTINGS, settings);

/** Each value by itself: one that is not a choice is the usual one. */
export function asSettings(value: unknown): Settings {
	const kept = isRecord(value) ? value : {};
	const sound = Object.entries(choices).filter(([key, values]) =>
		(values as readonly unknown[]).includes(kept[key])
	);
	return { ...usual, ...Object.fromEntries(sound.map(([key]) => [key, kept[key]])) };
}
