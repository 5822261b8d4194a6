/** The moving border of two panes. Sizes are the first pane's share in percent. */
export const LEAST = 20;
export const MOST = 80;

const STEP = 2;
const STRIDE = 10;

const key = (name: string) => `split:${name}`;

/** The share somebody chose before, or null. A browser that keeps nothing is one without a choice. */
export function keptSize(name: string): number | null {
	try {
		const size = Number(localStorage.getItem(key(name)));
		return size >= LEAST && size <= MOST ? size : null;
	} catch {
		return null;
	}
}

export function keepSize(name: string, size: number): void {
	try {
		localStorage.setItem(key(name), String(Math.round(size * 10) / 10));
	} catch {
		// Private windows may refuse; the size then lasts as long as the page.
	}
}

/** The share after a key press, or null when the key means nothing here. */
export function stepSize(
	size: number,
	{ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>
): number | null {
	const step = shiftKey ? STRIDE : STEP;
	switch (key) {
		case 'ArrowLeft':
			return Math.max(LEAST, size - step);
		case 'ArrowRight':
			return Math.min(MOST, size + step);
		case 'Home':
			return LEAST;
		case 'End':
			return MOST;
		default:
			return null;
	}
}
