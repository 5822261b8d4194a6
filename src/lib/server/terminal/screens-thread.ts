/**
 * The thread on which screens are followed, kept and recorded. It runs beside the server's own and
 * gives way to it, so that a shell that floods is felt by nobody else.
 */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Followed } from './followed.ts';
import type { FromThread, ToThread } from './words.ts';

const NICER = 10;
/** Bytes drawn are told in sums of this size: one message for each key would be a message too many. */
const RECEIPT = 32 * 1024;
const KEEP_MILLISECONDS = 1500;
/** Keeping takes at most this share of the thread's time. */
const KEEP_SHARE = 0.25;

const followed = new Map<number, Followed>();
const undeclared = new Map<number, number>();

try {
	setPriority(NICER); // of this thread alone
} catch {
	// Not allowed here: then all threads are equal.
}

const say = (message: FromThread, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

/** Whatever the disk does, the terminal goes on. */
function tryTo(act: () => void): void {
	try {
		act();
	} catch (error) {
		say({ is: 'trouble', message: (error as Error).message });
	}
}

function open(message: Extract<ToThread, { is: 'open' }>): void {
	try {
		followed.set(message.id, new Followed(message));
	} catch (error) {
		say({ is: 'trouble', message: (error as Error).message });
		followed.set(message.id, new Followed({ ...message, kept: null, recording: null }));
	}
}

function drawn(id: number, bytes: number): void {
	const sum = (undeclared.get(id) ?? 0) + bytes;
	undeclared.set(id, sum < RECEIPT ? sum : 0);
	if (sum >= RECEIPT) say({ is: 'drawn', id, bytes: sum });
}

function picture(id: number, asked: number): void {
	followed.get(id)?.picture((text, size) => {
		const bytes = new TextEncoder().encode(text);
		say({ is: 'picture', id, asked, size, picture: bytes }, [bytes.buffer]);
	});
}

function glance(id: number, asked: number): void {
	followed.get(id)?.glance((text) => say({ is: 'glance', id, asked, text }));
}

function close(id: number, ended: boolean): void {
	const one = followed.get(id);
	followed.delete(id);
	undeclared.delete(id);
	// After what is still waiting to be drawn.
	one?.picture(() => tryTo(() => one.close(ended)));
}

function hear(message: ToThread): void {
	if (message.is === 'open') open(message);
	else if (message.is === 'output')
		followed.get(message.id)?.write(message.bytes, () => drawn(message.id, message.bytes.length));
	else if (message.is === 'resize') followed.get(message.id)?.resize(message.size);
	else if (message.is === 'picture') picture(message.id, message.asked);
	else if (message.is === 'glance') glance(message.id, message.asked);
	else if (message.is === 'close') close(message.id, message.ended);
	else stop();
}

function keepAll(): void {
	const began = performance.now();
	for (const one of followed.values()) tryTo(() => one.keep());
	const took = performance.now() - began;
	setTimeout(keepAll, Math.max(KEEP_MILLISECONDS, took / KEEP_SHARE));
}

function stop(): void {
	for (const one of followed.values()) tryTo(() => one.close(false));
	followed.clear();
	say({ is: 'stopped' });
}

parentPort?.on('message', hear);
setTimeout(keepAll, KEEP_MILLISECONDS);
