/** Links of a guide to a file of this lab: they open beside the terminals, where there are any. */
import type { Attachment } from 'svelte/attachments';

type Edit = (host: string, file: string) => void;

export const opensFiles =
	(lab: string, edit: Edit | undefined): Attachment<HTMLElement> =>
	(root) => {
		const press = (event: MouseEvent) => {
			const found = edit && isPlain(event) ? fileIn(event.target, lab) : null;
			if (!edit || !found) return;
			event.preventDefault();
			event.stopPropagation();
			edit(found.host, found.file);
		};
		root.addEventListener('click', press);
		return () => root.removeEventListener('click', press);
	};

/** Any other press asks the browser for a window of its own. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
	button === 0 && !ctrlKey && !metaKey && !shiftKey;

function fileIn(target: EventTarget | null, lab: string): { host: string; file: string } | null {
	const link = target instanceof Element ? target.closest('a') : null;
	if (!link || link.origin !== location.origin || link.pathname !== `/labs/${lab}/files`) return null;
	const asked = new URLSearchParams(link.search);
	const file = asked.get('file');
	return file ? { host: asked.get('host') ?? '', file } : null;
}
