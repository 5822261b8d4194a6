/** A browser's half of a terminal, without a browser: the same protocol, drawn at once. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { RECEIPT, terminalUrl, type ClientMessage } from '../../src/lib/terminal/protocol.ts';
import type { Line } from './line.ts';

export interface Door {
	origin: string;
	cookie: string;
	runId: number;
	shell: string;
}

/** Connect to a shell on the bench's host. @throws when the server refuses. */
export function openTerminal({ origin, cookie, runId, shell }: Door): Line {
	const path = terminalUrl(runId, 'box', shell, { cols: 80, rows: 24 });
	const socket = new WebSocket(origin.replace('http', 'ws') + path, {
		headers: { origin, cookie },
		perMessageDeflate: true // as browsers offer it
	});
	const listeners = new Set<(bytes: Buffer) => void>();
	const opened = new Promise<void>((resolve, reject) => {
		socket.once('open', resolve);
		socket.once('error', reject);
	});
	opened.catch(() => {});
	let undeclared = 0;
	socket.on('message', (data: Buffer, isBinary) => {
		if (!isBinary) return;
		for (const hear of listeners) hear(data);
		undeclared += data.length;
		if (undeclared < RECEIPT) return;
		socket.send(JSON.stringify({ type: 'drawn', bytes: undeclared } satisfies ClientMessage));
		undeclared = 0;
	});
	const send = (text: string) => socket.send(Buffer.from(text));
	return {
		type: (text) => (socket.readyState === socket.OPEN ? send(text) : void opened.then(() => send(text))),
		listen(hear) {
			listeners.add(hear);
			return () => listeners.delete(hear);
		},
		async close() {
			socket.close();
			await pause(20);
		}
	};
}
