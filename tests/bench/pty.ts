/** A command on a pseudo-terminal of this machine, through `script` of util-linux: how peers are run. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Line } from './line.ts';

const LEAVING_MILLISECONDS = 1000;

/** Open it. The command is read by a shell; it gets 80 columns and 24 rows, as our own terminals do. */
export function openPty(command: string): Line {
	const child = spawn('script', ['-qfc', `stty rows 24 cols 80; exec ${command}`, '/dev/null'], {
		stdio: ['pipe', 'pipe', 'ignore'],
		env: { ...process.env, TERM: 'xterm-256color', SHELL: '/bin/sh' }
	});
	child.stdin.on('error', () => {}); // it has ended: whoever waits for output is told so
	const ended = new Promise<void>((resolve, reject) => {
		child.once('close', () => resolve());
		child.once('error', () => reject(new Error('`script` could not be run: it is part of util-linux.')));
	});
	ended.catch(() => {});
	return {
		type: (text) => void child.stdin.write(text),
		listen(hear) {
			child.stdout.on('data', hear);
			return () => child.stdout.off('data', hear);
		},
		/** As a person leaves: what is cut off in a container would stay there. */
		async close() {
			child.stdin.write('\r\x04');
			await Promise.race([ended, pause(LEAVING_MILLISECONDS, null, { ref: false })]);
			child.kill('SIGTERM');
			await ended;
		}
	};
}
