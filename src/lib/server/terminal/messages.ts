/** What a browser says about its terminal, read with suspicion. */
import type { IncomingMessage } from 'node:http';
import type { WindowSize } from '#lib/server/sandbox/index.ts';
import type { ClientMessage } from '#lib/terminal/protocol.ts';

const LARGEST = 500;
/** Words that say all there is to say. */
const BARE = ['end', 'ask'] as const;

/** Null when it is not one of ours. */
export function readMessage(data: Buffer): ClientMessage | null {
	const message = parse(data);
	if (typeof message !== 'object' || message === null) return null;
	const { type, cols, rows, bytes } = message as Record<string, unknown>;
	if (type === 'resize' && isSize(cols) && isSize(rows)) return { type, cols, rows };
	if (type === 'drawn' && Number.isSafeInteger(bytes) && (bytes as number) >= 0)
		return { type, bytes: bytes as number };
	const bare = BARE.find((one) => one === type);
	return bare ? { type: bare } : null;
}

/** The window size in the address of an upgrade, or the size of old. */
export function sizeIn({ url = '' }: IncomingMessage): WindowSize {
	const query = new URLSearchParams(url.split('?')[1]);
	const cols = Number(query.get('cols'));
	const rows = Number(query.get('rows'));
	return isSize(cols) && isSize(rows) ? { cols, rows } : { cols: 80, rows: 24 };
}

const isSize = (value: unknown): value is number =>
	Number.isInteger(value) && (value as number) >= 2 && (value as number) <= LARGEST;

function parse(data: Buffer): unknown {
	try {
		return JSON.parse(data.toString());
	} catch {
		return null;
	}
}
