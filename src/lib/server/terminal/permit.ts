/** What somebody may do at a terminal, as settled before they come in. */
import type { Shell, WindowSize } from '#lib/server/sandbox/index.ts';
import type { Recording } from './words.ts';

/** To open this one shell. */
export interface Permit {
	/** Of the session it was given to: when that ends, so does the socket. */
	sessionId: string;
	/** The same for everybody who is to share one shell. */
	key: string;
	/** The run it belongs to: so many shells may be open in one, and no more. */
	run: string;
	open(size: WindowSize): Promise<Shell>;
	/** Where what it shows is recorded; null when it is not. `fresh`: the shell has just begun. */
	recording(fresh: boolean): Recording | null;
	/** Asked again every second; for ever when not said. Machines may change hands. */
	mayStay?: () => boolean;
	/** The person has typed these bytes. */
	onTyped(keys: Uint8Array): void;
	/** Set for who is not at home here: they look at a shell that is open, and open none. */
	guest?: Guest;
}

export interface Guest {
	/** The socket has come in; the function returned is called when it has gone. */
	came(): () => void;
	/** Asked again every second. */
	mayStay(): boolean;
	/** Asked for every key: what may not be typed is dropped. */
	mayType(): boolean;
}
