import { invalidate } from '$app/navigation';
import { hearNews } from './news.ts';

/** What changes at once is read once. */
const APART_MILLISECONDS = 30;

/**
 * Read what a page shows anew whenever the server says that something of this person's has changed:
 * at once after the first word, and not more often than every 30 ms. Call it in `onMount`, and
 * return what it returns.
 */
export function rereadOnEvents(what: `app:${string}`): () => void {
	let soon: ReturnType<typeof setTimeout> | undefined;
	let last = -Infinity;
	const reread = () => {
		clearTimeout(soon);
		soon = setTimeout(
			() => {
				last = performance.now();
				// While the server is away the page stays: reading then would leave it for an error.
				if (news.isOpen) void invalidate(what);
			},
			Math.max(0, last + APART_MILLISECONDS - performance.now())
		);
	};
	const news = hearNews('/events', reread);
	return () => {
		clearTimeout(soon);
		news.close();
	};
}
