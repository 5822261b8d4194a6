/**
 * The editor of a text, on CodeMirror. Loaded when somebody opens a file, never with the page. Its
 * colours are the page's own, so it is light or dark with it.
 *
 * Tab indents; Escape and then Tab leaves it, as does Shift+F6.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { languageOf, loadLanguage } from './languages.ts';
import { LOOKS, TOKENS } from './looks.ts';
import { editorWords } from './words.ts';

export interface EditorOptions {
	parent: HTMLElement;
	path: string;
	text: string;
	/** What a screen reader calls it. */
	label: string;
	onchange: (text: string) => void;
	onsave: () => void;
	/** The keyboard wants out. */
	onleave: () => void;
}

export interface Editor {
	text(): string;
	replace(text: string): void;
	focus(): void;
	close(): void;
}

export function openEditor({ parent, path, text, label, ...on }: EditorOptions): Editor {
	const language = new Compartment();
	const act = (deed: () => void) => () => (deed(), true);
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: text,
			extensions: [
				EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
				EditorState.phrases.of(editorWords()),
				...[lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching()],
				...[highlightActiveLine(), highlightSelectionMatches(), search({ top: true })],
				keymap.of([
					{ key: 'Mod-s', run: act(on.onsave), preventDefault: true },
					{ key: 'Shift-F6', run: act(on.onleave) },
					...[...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]
				]),
				EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) on.onchange(update.state.doc.toString());
				}),
				...[syntaxHighlighting(TOKENS), EditorView.theme(LOOKS), language.of([])]
			]
		})
	});
	void loadLanguage(languageOf(path, text)).then(
		(loaded) => view.dispatch({ effects: language.reconfigure(loaded) }),
		() => {} // colours are no reason to lose the editor
	);
	return {
		text: () => view.state.doc.toString(),
		replace: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
		focus: () => view.focus(),
		close: () => view.destroy()
	};
}
