/**
 * News from the server: a stream that says that something has changed, and nothing more.
 *
 * A network that is lost tells a browser nothing: the stream stays open, and nothing comes. The server
 * says every now and then that it is still there, and who has not heard that for long begins anew.
 */

/** The server speaks every 15 seconds. */
const SILENT_MILLISECONDS = 40_000;
const LOOK_MILLISECONDS = 5000;

export interface News {
	readonly isOpen: boolean;
	close(): void;
}

/** `changed` is called at each word, and whenever the line is up again: something may have been missed. */
export function hearNews(address: string, changed: () => void): News {
	let events: EventSource;
	let heardAt = 0;
	const heard = () => (heardAt = Date.now());
	const open = () => {
		heard();
		events = new EventSource(address);
		events.addEventListener('here', heard);
		events.onopen = events.onmessage = () => {
			heard();
			changed();
		};
	};
	const again = () => {
		events.close();
		open();
	};
	open();
	const looking = setInterval(() => Date.now() - heardAt > SILENT_MILLISECONDS && again(), LOOK_MILLISECONDS);
	addEventListener('online', again);
	return {
		get isOpen() {
			return events.readyState === EventSource.OPEN;
		},
		close() {
			clearInterval(looking);
			removeEventListener('online', again);
			events.close();
		}
	};
}
