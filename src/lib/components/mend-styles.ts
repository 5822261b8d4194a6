/**
 * A stylesheet that was lost on its way (a laptop that changes its network while a page loads) is asked
 * for again. Browsers do not do that by themselves, and what loads a part of a page later finds the
 * link in the page and believes it: the part would have no looks for as long as the page is open.
 */
const PAUSES_MILLISECONDS = [100, 1000, 5000, 30_000];

export function mendStyles(): void {
	// No script of the page runs before its stylesheets are settled: those without a sheet are lost.
	for (const link of document.querySelectorAll('link')) if (isStyle(link) && !link.sheet) askAgain(link);
	addEventListener(
		'error',
		({ target }) => target instanceof HTMLLinkElement && isStyle(target) && askAgain(target),
		{ capture: true }
	);
}

const isStyle = ({ rel, disabled }: HTMLLinkElement) => rel === 'stylesheet' && !disabled;

/** A link like it takes its place: in the same order, and fetched anew. */
function askAgain(lost: HTMLLinkElement): void {
	const tries = Number(lost.dataset.tries ?? 0);
	const pause = PAUSES_MILLISECONDS[tries];
	if (pause === undefined) return;
	setTimeout(() => {
		const link = lost.cloneNode() as HTMLLinkElement;
		link.dataset.tries = `${tries + 1}`;
		lost.replaceWith(link);
	}, pause);
}
