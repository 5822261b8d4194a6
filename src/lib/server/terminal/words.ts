/** What the server and its screens' thread say to each other. */
import type { WindowSize } from '#lib/server/sandbox/index.ts';

/** Where a shell stands when somebody joins it. */
export interface Standing {
	/** It has just begun: nothing that was kept belongs to it. */
	fresh: boolean;
	/** Bytes it had printed before the first one that will be handed over. */
	from: number;
	/** Of those handed over, so many were printed before anybody listened. */
	past: number;
}

/** Where a recording is written. */
export interface Recording {
	file: string;
	/** Milliseconds since 1970 that are second 0 of it. */
	startedAt: number;
	title: string;
}

export interface Opening {
	is: 'open';
	id: number;
	size: WindowSize;
	standing: Standing;
	/** Where the screen is kept over a crash. */
	kept: string | null;
	recording: Recording | null;
}

export type ToThread =
	| Opening
	| { is: 'output'; id: number; bytes: Uint8Array<ArrayBuffer> }
	| { is: 'resize'; id: number; size: WindowSize }
	| { is: 'picture'; id: number; asked: number }
	/** Its last lines as plain text. */
	| { is: 'glance'; id: number; asked: number }
	/** `ended`: the shell is over, so nobody comes back to its screen. */
	| { is: 'close'; id: number; ended: boolean }
	/** Keep everything, then say so: the server ends. */
	| { is: 'stop' };

export type FromThread =
	| { is: 'drawn'; id: number; bytes: number }
	| { is: 'picture'; id: number; asked: number; size: WindowSize; picture: Uint8Array<ArrayBuffer> }
	| { is: 'glance'; id: number; asked: number; text: string }
	/** Something could not be kept; the terminal itself goes on. */
	| { is: 'trouble'; message: string }
	| { is: 'stopped' };
