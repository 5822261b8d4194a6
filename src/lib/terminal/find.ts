/** Search in what a terminal has printed. Loaded when somebody searches. */
import { SearchAddon, type ISearchOptions } from '@xterm/addon-search';
import type { Terminal } from '@xterm/xterm';
import type { Theme } from './themes.ts';

export interface Wanted {
	text: string;
	caseSensitive: boolean;
	regex: boolean;
}

/** `at` counts from 1; 0: found, but too many to say where. */
export interface Found {
	at: number;
	of: number;
}

export interface Finder {
	/** Also while the text is being typed: then what it stands on may stay. */
	next(wanted: Wanted, typing?: boolean): void;
	previous(wanted: Wanted): void;
	close(): void;
}

/** More are not counted, and not marked. */
export const MOST_FOUND = 1000;

export function openFinder(terminal: Terminal, theme: Theme, tell: (found: Found) => void): Finder {
	const search = new SearchAddon({ highlightLimit: MOST_FOUND });
	terminal.loadAddon(search);
	search.onDidChangeResults(({ resultIndex, resultCount }) => tell({ at: resultIndex + 1, of: resultCount }));
	const options = ({ caseSensitive, regex }: Wanted): ISearchOptions => ({
		caseSensitive,
		regex,
		decorations: {
			matchBackground: theme.found,
			matchOverviewRuler: theme.found,
			activeMatchBackground: theme.foundHere,
			activeMatchBorder: theme.colours.cursor,
			activeMatchColorOverviewRuler: theme.foundHere
		}
	});
	/** Half a regular expression, while it is typed, finds nothing. */
	const isSound = ({ text, regex }: Wanted) => {
		if (!text) return false;
		try {
			return !regex || Boolean(new RegExp(text));
		} catch {
			return false;
		}
	};
	const look = (wanted: Wanted, find: () => boolean) => {
		if (isSound(wanted)) {
			if (!find()) tell({ at: 0, of: 0 });
			return;
		}
		search.clearDecorations();
		tell({ at: 0, of: 0 });
	};
	return {
		next: (wanted, typing = false) =>
			look(wanted, () => search.findNext(wanted.text, { ...options(wanted), incremental: typing })),
		previous: (wanted) => look(wanted, () => search.findPrevious(wanted.text, options(wanted))),
		close: () => search.dispose()
	};
}
