/** How the editor looks: the page's tokens, and the classes that code in a guide has. */
import type { syntaxHighlighting } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';

/** What a language calls its parts, and the class we have for them. */
const CLASSES: Record<string, string> = {
	comment: 'tok-comment',
	string: 'tok-string',
	regexp: 'tok-string',
	escape: 'tok-string',
	number: 'tok-constant',
	bool: 'tok-constant',
	null: 'tok-constant',
	atom: 'tok-constant',
	keyword: 'tok-keyword',
	operatorKeyword: 'tok-keyword',
	controlKeyword: 'tok-keyword',
	propertyName: 'tok-function',
	heading: 'tok-keyword',
	function: 'tok-function',
	typeName: 'tok-function'
};

/** Each part of a text has a tag, and every tag those it is a kind of. */
export const TOKENS: Parameters<typeof syntaxHighlighting>[0] = {
	style: (tags) => {
		for (const { set } of tags)
			for (const kind of set) {
				const found = CLASSES[kind.toString().replace(/\(.*$/, '')];
				if (found) return found;
			}
		return null;
	}
};

export const LOOKS: Parameters<typeof EditorView.theme>[0] = {
	'&': {
		flex: '1',
		minHeight: '0',
		height: '100%',
		backgroundColor: 'var(--surface)',
		color: 'var(--ink)',
		fontSize: 'var(--text-small)'
	},
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
	'.cm-content': { caretColor: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
	'.cm-gutters': {
		backgroundColor: 'var(--surface-sunken)',
		color: 'var(--ink-quiet)',
		borderRight: '1px solid var(--line)'
	},
	'.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 7%, transparent)' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
		backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)'
	},
	'.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--warn-soft)' },
	'&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
	'.cm-panels': { backgroundColor: 'var(--surface-raised)', color: 'var(--ink)' },
	'.cm-button': { backgroundImage: 'none', backgroundColor: 'var(--surface-sunken)', color: 'var(--ink)' },
	'.cm-textfield': { backgroundColor: 'var(--surface)', color: 'var(--ink)' }
};
