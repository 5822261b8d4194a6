/** Addresses in a terminal. Whatever prints there may print them, so nothing is opened but pages. */
import type { ILinkHandler, Terminal } from '@xterm/xterm';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { t } from '#lib/words/index.ts';

export type LinkKind = 'page' | 'other' | 'refused';

const OTHERS = ['ftp:', 'sftp:', 'ssh:', 'mailto:', 'tel:', 'irc:', 'ircs:', 'news:', 'git:', 'magnet:'];

/** Pages open, others are asked about, and what could do something in this page is nothing. */
export function kindOf(address: string): LinkKind {
	const protocol = URL.parse(address)?.protocol ?? '';
	if (protocol === 'http:' || protocol === 'https:') return 'page';
	return OTHERS.includes(protocol) ? 'other' : 'refused';
}

/** A page of its own that knows nothing of ours. */
export const openPage = (address: string) => void window.open(address, '_blank', 'noopener,noreferrer');

/** Makes addresses links: plain ones that can be read, and those that a program puts behind other words. */
export function addLinks(terminal: Terminal, ask: (address: string) => void): void {
	const { element } = terminal;
	const hint = (event: MouseEvent, address: string) =>
		element?.setAttribute(
			'title',
			t('{key} + click opens {address}', { key: isMac() ? '⌘' : 'Ctrl', address })
		);
	const unhint = () => element?.removeAttribute('title');
	const press = (event: MouseEvent, address: string, isShown: boolean) => {
		if (!isMeant(event)) return;
		const kind = kindOf(address);
		if (kind === 'page' && isShown) openPage(address);
		else if (kind !== 'refused') ask(address);
	};
	terminal.loadAddon(
		new WebLinksAddon((event, address) => press(event, address, true), { hover: hint, leave: unhint })
	);
	const behindWords: ILinkHandler = {
		activate: (event, address) => press(event, address, false),
		hover: hint,
		leave: unhint,
		allowNonHttpProtocols: true
	};
	terminal.options.linkHandler = behindWords;
}

/** A click alone may only want the keyboard, or to select; a finger has no other way. */
const isMeant = (event: MouseEvent) =>
	event.ctrlKey || event.metaKey || matchMedia('(pointer: coarse)').matches;

const isMac = () => /mac/i.test(navigator.platform);
