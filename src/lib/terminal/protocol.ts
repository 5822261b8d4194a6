/**
 * What a browser and the server say to each other about a terminal. Binary frames are bytes of
 * the terminal itself; text frames are JSON about them. Both sides share this file.
 */

/** From the browser. */
export type ClientMessage =
	| { type: 'resize'; cols: number; rows: number }
	/** So many bytes have been drawn since the last receipt. */
	| { type: 'drawn'; bytes: number }
	/** Is anybody there? */
	| { type: 'ask' }
	/** The terminal was closed for good: end its shell and what runs in it. */
	| { type: 'end' };

/** From the server. */
export type ServerMessage =
	/** Forget what is drawn: the next binary frame is the whole screen. `fresh`: the shell has just begun. */
	| { type: 'screen'; cols: number; rows: number; fresh: boolean }
	/** The answer to whoever asks. */
	| { type: 'here' }
	/** Somebody else in this shell has another window size, and theirs counts now. */
	| { type: 'size'; cols: number; rows: number };

/** Bytes that may be on their way to the screen; more are held back, in the end by the program itself. */
export const WINDOW = 128 * 1024;

/** A browser says what it has drawn after this many bytes, not after every write. */
export const RECEIPT = 16 * 1024;

/** Keys and pastes are sent in pieces of this size at most; the server refuses frames above 64 KiB. */
export const TYPED_PIECE = 16 * 1024;

/** Shells of one run at the same time, over all its hosts; each holds memory in its sandbox and here. */
export const MOST_SHELLS = 12;

/** Why a socket was closed: 4000 and up are ours. */
export const CLOSED = {
	/** The shell has ended: by `exit`, or because somebody closed it. */
	exited: 4000,
	/** One shell more than a run may have; the reason is a sentence for the person. */
	refused: 4429,
	/** The person signed out, here or elsewhere. */
	signedOut: 4401,
	/** Too much was typed too fast. */
	flood: 1008,
	/** Who looks on may not do so any longer. */
	notYours: 4403,
	/** There is no such shell to look at. */
	notOpen: 4404,
	/** We lost the shell; trying again may find it. */
	lost: 4500
} as const;

export const terminalUrl = (
	runId: number,
	host: string,
	shell: string,
	size: { cols: number; rows: number }
) => `/terminal/${runId}/${host}/${shell}?cols=${size.cols}&rows=${size.rows}`;
