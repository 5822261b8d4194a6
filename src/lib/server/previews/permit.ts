/** What whoever lets people in tells us about them: whose preview it is, and how to reach what it shows. */
import type { Duplex } from 'node:stream';

export interface Permit {
	/** Whose session it is; the preview ends with it. */
	sessionId: string;
	/** The run and the generation of its machines. */
	run: string;
	host: string;
	port: number;
	/** A stream to the service; null when nothing listens. @throws with a sentence when the host is away. */
	connect(): Promise<Duplex | null>;
	/** A sign of life from the person. */
	touch(): void;
	/** Asked with every request, and every second while something is open. */
	mayStay(): boolean;
	/** Somebody who only looks on; absent for who works there. */
	guest?: Guest;
}

export interface Guest {
	/** They begin to look; the function returned is called when they have stopped. */
	came(): () => void;
	/** Send anything but a question. */
	mayAct(): boolean;
}
