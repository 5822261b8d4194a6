/**
 * A small process that starts programs for us. A big process forks slowly, and that must not be
 * held against the peers: what they are asked goes through here.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface SmallShell {
	/** Run it so many times at once, and wait for all of them. @throws when one of them fails. */
	run(command: string, times?: number): Promise<void>;
	close(): void;
}

export function openSmallShell(): SmallShell {
	const child = spawn('bash', ['--norc'], { stdio: ['pipe', 'pipe', 'ignore'] });
	const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
	return {
		async run(command, times = 1) {
			const each = `(${command}) </dev/null >/dev/null & p="$p $!"`;
			child.stdin.write(
				`p=; f=0; for i in $(seq ${times}); do ${each}; done; for i in $p; do wait $i || f=$((f+1)); done; echo $f\n`
			);
			const { value: failed } = (await answers.next()) as IteratorResult<string, undefined>;
			if (failed === undefined) throw new Error('The shell that starts programs has ended.');
			if (failed !== '0') throw new Error(`${failed} of ${times} failed: ${command}`);
		},
		close: () => void child.kill('SIGTERM')
	};
}
