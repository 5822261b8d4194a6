/**
 * The words the resident understands: containers/toolbox/resident/resident.h is the other half.
 *
 * A frame is u32 length of the payload, u8 kind, u32 channel, payload; big-endian. What comes in
 * was written inside a sandbox, perhaps by a learner who took the resident's place: it is bounded
 * and believed in nothing.
 */

export const toResident = {
	open: 1,
	input: 2,
	resize: 3,
	credit: 4,
	leave: 5,
	close: 6,
	run: 7,
	abort: 8,
	life: 9,
	ping: 10,
	dial: 11,
	finish: 12,
	lend: 13
} as const;

export const fromResident = {
	opened: 1,
	output: 2,
	exited: 3,
	stdout: 4,
	stderr: 5,
	done: 6,
	pong: 7,
	hello: 8,
	dialed: 9,
	taken: 10,
	finished: 11,
	called: 12
} as const;

export interface Frame {
	kind: number;
	channel: number;
	payload: Buffer;
}

const HEADER = 9;
/** The resident sends at most 32 KiB in one frame. */
const LONGEST = 64 * 1024;

export function frame(kind: number, channel: number, payload: Uint8Array = new Uint8Array()): Buffer {
	const bytes = Buffer.allocUnsafe(HEADER + payload.length);
	bytes.writeUInt32BE(payload.length, 0);
	bytes.writeUInt8(kind, 4);
	bytes.writeUInt32BE(channel, 5);
	bytes.set(payload, HEADER);
	return bytes;
}

export const u32 = (...numbers: number[]) => {
	const bytes = Buffer.allocUnsafe(4 * numbers.length);
	numbers.forEach((number, index) => bytes.writeUInt32BE(number, 4 * index));
	return bytes;
};

export const u64 = (number: number) => {
	const bytes = Buffer.allocUnsafe(8);
	bytes.writeBigUInt64BE(BigInt(number));
	return bytes;
};

/** Texts one after the other, each ended by a NUL. A NUL inside a text would forge a border. */
export function texts(list: string[]): Buffer {
	if (list.some((text) => text.includes('\0'))) throw new Error('A value contains a NUL character.');
	return Buffer.from(list.map((text) => `${text}\0`).join(''));
}

export const environment = (env: Record<string, string> = {}) =>
	Object.entries(env).map(([name, value]) => `${name}=${value}`);

/** Cuts a stream of bytes into frames, whatever the sizes of its pieces. */
export class FrameReader {
	#pieces: Buffer[] = [];
	#length = 0;

	/** @throws when a frame is longer than the resident would send. */
	push(bytes: Buffer): Frame[] {
		this.#pieces.push(bytes);
		this.#length += bytes.length;
		if (this.#length < HEADER) return [];

		const all = this.#pieces.length === 1 ? bytes : Buffer.concat(this.#pieces, this.#length);
		const frames: Frame[] = [];
		let at = 0;
		while (all.length - at >= HEADER) {
			const length = all.readUInt32BE(at);
			if (length > LONGEST) throw new Error('The host sent a frame that is too long.');
			if (all.length - at < HEADER + length) break;
			frames.push({
				kind: all.readUInt8(at + 4),
				channel: all.readUInt32BE(at + 5),
				payload: all.subarray(at + HEADER, at + HEADER + length)
			});
			at += HEADER + length;
		}
		this.#pieces = at < all.length ? [all.subarray(at)] : [];
		this.#length = all.length - at;
		return frames;
	}
}

/** Takes streams out of Docker's own multiplexing: u8 stream (1 output, 2 errors), 3 bytes, u32 length, bytes. */
export class DockerOutput {
	readonly #wanted: number[];
	#head = Buffer.alloc(8);
	#headLength = 0;
	#left = 0;

	constructor(wanted: number[]) {
		this.#wanted = wanted;
	}

	push(bytes: Buffer): Buffer[] {
		const out: Buffer[] = [];
		let at = 0;
		while (at < bytes.length) {
			if (this.#left === 0) {
				const taken = bytes.copy(this.#head, this.#headLength, at, at + 8 - this.#headLength);
				this.#headLength += taken;
				at += taken;
				if (this.#headLength < 8) break;
				this.#headLength = 0;
				this.#left = this.#head.readUInt32BE(4);
				continue;
			}
			const piece = bytes.subarray(at, at + this.#left);
			this.#left -= piece.length;
			at += piece.length;
			if (this.#wanted.includes(this.#head[0] ?? 0)) out.push(piece);
		}
		return out;
	}
}
