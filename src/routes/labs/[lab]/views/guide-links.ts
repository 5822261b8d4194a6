/** Links to a page of this lab's machines: they open beside the terminals, where there are any. */
import type { Attachment } from 'svelte/attachments';
import { sightIn, viewsOf, type Sight } from './address.ts';

export const opensViews =
	(lab: string, show: ((sight: Sight) => void) | undefined): Attachment<HTMLElement> =>
	(root) => {
		const press = (event: MouseEvent) => {
			const found = show && isPlain(event) ? sightBehind(event.target, lab) : null;
			if (!show || !found) return;
			event.preventDefault();
			event.stopPropagation();
			show(found);
		};
		root.addEventListener('click', press);
		return () => root.removeEventListener('click', press);
	};

/** Any other press asks the browser for a window of its own. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
	button === 0 && !ctrlKey && !metaKey && !shiftKey;

function sightBehind(target: EventTarget | null, lab: string): Sight | null {
	const link = target instanceof Element ? target.closest('a') : null;
	if (!link || link.origin !== location.origin || link.pathname !== `${viewsOf(lab)}/open`) return null;
	return sightIn(new URLSearchParams(link.search));
}
