/** Somebody's line to a shell, and what is measured on any of them: ours and the peers'. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Line {
	type(text: string): void;
	/** Hear the output from now on; the function returned ends that. */
	listen(hear: (bytes: Buffer) => void): () => void;
	close(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 60_000;
/** Between two keystrokes, so that one echo has passed before the next begins. */
const BETWEEN_KEYS_MILLISECONDS = 3;

/** Wait until the output contains this; counts its bytes. @throws when it does not within a minute. */
export function until(line: Line, text: string): Promise<number> {
	return new Promise((resolve, reject) => {
		let bytes = 0;
		let tail = '';
		const stop = line.listen((piece) => {
			bytes += piece.length;
			tail = (tail + piece.toString('latin1')).slice(-piece.length - text.length);
			if (!tail.includes(text)) return;
			finish();
			resolve(bytes);
		});
		const timer = setTimeout(() => {
			finish();
			reject(
				new Error(`Nothing said “${text}” within ${PATIENCE_MILLISECONDS / 1000} s: ${tail.slice(-200)}`)
			);
		}, PATIENCE_MILLISECONDS);
		const finish = () => {
			clearTimeout(timer);
			stop();
		};
	});
}

/** Make the terminal itself echo: what is measured is the way there and back, not a line editor. */
export async function echoOnly(line: Line): Promise<void> {
	const ready = until(line, 'ready-to-echo');
	line.type("echo ready-to-'echo'; exec cat >/dev/null\r");
	await ready;
	await pause(200);
}

/** Milliseconds from each keystroke to its echo. */
export async function echoes(line: Line, count: number): Promise<number[]> {
	const seen: number[] = [];
	for (let key = 0; key < count; key++) {
		const letter = 'abcdefghijklmnopqrstuvwxyz'[key % 26] ?? 'a';
		const echoed = until(line, letter);
		const began = performance.now();
		line.type(letter);
		await echoed;
		seen.push(performance.now() - began);
		await pause(BETWEEN_KEYS_MILLISECONDS);
	}
	return seen;
}

export const BIG_FILE = '/tmp/bench-64-mb';
const BIG_FILE_MB = 64;

/** Put a file of 64 MB of text lines into the machine this line leads to. */
export async function writeBigFile(line: Line): Promise<void> {
	const written = until(line, 'file-is-written');
	line.type(
		`head -c ${(BIG_FILE_MB * 1e6 * 3) / 4} /dev/urandom | base64 -w 100 | head -c ${BIG_FILE_MB * 1e6} >${BIG_FILE}; clear; echo file-is-'written'\r`
	);
	await written;
	await pause(300);
}

/** MB/s of the big file through this line, as the file is long. @throws when some of it never came. */
export async function throughput(line: Line): Promise<number> {
	const shown = until(line, 'file-is-shown');
	const began = performance.now();
	line.type(`cat ${BIG_FILE}; echo file-is-'shown'\r`);
	const bytes = await shown;
	const seconds = (performance.now() - began) / 1000;
	if (bytes < BIG_FILE_MB * 1e6)
		throw new Error(`Only ${(bytes / 1e6).toFixed(1)} of ${BIG_FILE_MB} MB came through.`);
	return BIG_FILE_MB / seconds;
}
