/**
 * Copy and Run on the code of a guide.
 *
 * The guide's HTML marks it: `<figure class="code" data-copy data-run data-host="web"><pre>…`.
 * Buttons are added in the browser only, because without it neither could do anything.
 */
import type { Attachment } from 'svelte/attachments';
import { language, t } from '#lib/words/index.ts';
import { ICONS, type IconName } from './icons.ts';

/** Type `text` into the terminal of `host`; null for the lab's first host. */
export type RunCode = (host: string | null, text: string) => void;

export interface CodeButtons {
	/** Without it there is nothing to run on, only Copy. */
	onrun?: RunCode;
	/** Say on which host code runs; a lab of one host need not. */
	nameHosts?: boolean;
}

/** How long a button says that it has done its work, in milliseconds. */
const SAID = 1600;

/** Attach to an element that holds guide HTML. */
export const enhanceCode =
	(buttons: CodeButtons = {}): Attachment<HTMLElement> =>
	(root) => {
		const figures = root.querySelectorAll<HTMLElement>('figure.code[data-copy], figure.code[data-run]');
		const bars = [...figures].map((figure) => addBar(figure, buttons));
		return () => bars.forEach((bar) => bar.remove());
	};

function addBar(figure: HTMLElement, { onrun, nameHosts }: CodeButtons): HTMLElement {
	const text = () => (figure.querySelector('pre')?.textContent ?? '').replace(/\n$/, '');
	const bar = document.createElement('div');
	bar.className = 'code-actions';
	bar.lang = language(); // the guide around it may be in another one
	bar.append(button('copy', t('Copy'), t('Copied'), () => navigator.clipboard.writeText(text())));
	if (onrun && figure.dataset.run !== undefined) {
		const host = figure.dataset.host || null;
		const label = host && nameHosts ? t('Run on {host}', { host }) : t('Run ## verb');
		bar.append(button('play', label, t('Typed ## into a terminal'), () => onrun(host, text())));
	}
	figure.append(bar);
	return bar;
}

function button(icon: IconName, label: string, said: string, press: () => unknown): HTMLButtonElement {
	const made = document.createElement('button');
	const words = document.createElement('span');
	words.textContent = label;
	words.ariaLive = 'polite';
	made.type = 'button';
	made.append(drawn(icon), words);
	made.addEventListener('click', () => {
		new Promise((resolve) => resolve(press()))
			.then(() => (words.textContent = said))
			.catch(() => (words.textContent = t('Not allowed'))) // no permission, or not a secure origin
			.finally(() => setTimeout(() => (words.textContent = label), SAID));
	});
	return made;
}

function drawn(icon: IconName): SVGElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	svg.setAttribute('viewBox', '0 0 20 20');
	svg.setAttribute('aria-hidden', 'true');
	path.setAttribute('d', ICONS[icon]);
	svg.append(path);
	return svg;
}
