/** ttyd beside us, where this machine has it: a terminal in a browser that does nothing else. */
import { execFileSync, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { freePort } from './bench-site.ts';
import { until, type Line } from './line.ts';
import { PROMPT } from './learner.ts';

export const NO_TTYD =
	'ttyd is not on this machine, so the goal against it could not be judged; `docker exec -it` stands beside us.';

export function hasTtyd(): boolean {
	try {
		execFileSync('ttyd', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** ttyd serving `docker exec -it`, and a client at its prompt. */
export async function openTtyd(container: string): Promise<Line> {
	const port = await freePort();
	const command = ['docker', 'exec', '-it', '-u', 'learner', container, 'bash'];
	const server = spawn('ttyd', ['-p', `${port}`, '-i', '127.0.0.1', '-W', ...command], { stdio: 'ignore' });
	const socket = await connect(`ws://127.0.0.1:${port}/ws`);
	const line: Line = {
		type: (text) => socket.send(Buffer.from(`0${text}`)),
		listen(hear) {
			const take = (data: Buffer) => data[0] === 0x30 && hear(data.subarray(1));
			socket.on('message', take);
			return () => socket.off('message', take);
		},
		async close() {
			socket.close();
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGTERM');
			await ended;
		}
	};
	const prompted = until(line, PROMPT);
	socket.send(JSON.stringify({ AuthToken: '', columns: 80, rows: 24 }));
	await prompted;
	return line;
}

/** It listens a moment after it was started. */
async function connect(address: string): Promise<WebSocket> {
	for (let tries = 0; ; tries++) {
		const socket = new WebSocket(address, 'tty');
		const error = await new Promise<Error | null>((resolve) => {
			socket.once('open', () => resolve(null));
			socket.once('error', resolve);
		});
		if (!error) return socket;
		if (tries > 40) throw new Error(`ttyd does not answer: ${error.message}`);
		await pause(50);
	}
}
