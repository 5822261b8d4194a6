/** Memory of a session in which nobody does anything: its sandbox, what Docker keeps for it, and our share. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BenchSite } from '../bench-site.ts';
import { atMost, percentile, type Figure } from '../figures.ts';
import { times, type Row } from '../row.ts';

const execute = promisify(execFile);
/** What a server took to serve a start is let go of by then, and what it keeps is left. */
const QUIET_MILLISECONDS = 5000;

export const idle: Row = {
	name: 'idle',
	async measure(site, share) {
		const own = new BenchSite({ MAX_SANDBOXES: '40' });
		try {
			await own.open();
			const count = times(10, share);
			// The first of everything is loaded once, whoever comes.
			await (await own.newcomer('first')).learner.press('stop');
			await pause(QUIET_MILLISECONDS);
			const before = await privateKiB(own.serverPid);
			const ours: number[] = [];
			const peers: number[] = [];
			for (let n = 0; n < count; n++) {
				const { learner, runId, container } = await own.newcomer(`idler-${n}`);
				await learner.terminal(runId, 'main'); // and it stays open
				ours.push(await containerKiB(container));
				peers.push(await dockerAlone(site));
			}
			await pause(QUIET_MILLISECONDS);
			const server = Math.max(0, (await privateKiB(own.serverPid)) - before) / count;
			const [sandbox, peer] = [percentile(ours, 0.5), percentile(peers, 0.5)];
			const figure = (who: Figure['who'], what: string, p50: number): Figure => ({
				...{ who, what, unit: 'KiB', values: { p50 } }
			});
			return {
				row: 'idle',
				title: 'Memory of one session in which nobody does anything, its terminal open.',
				figures: [
					figure('peer', '`docker run -dit … bash`: its control group and its shim', peer),
					figure('ours', 'the sandbox with its shell: control group and shim', sandbox),
					figure('ours', 'that, and what the server grew by for each', sandbox + server)
				],
				goals: [atMost('session', (sandbox + server) / peer, 1.5)],
				notes: [
					`${count} sessions. A server's memory is what it has for itself alone, before and after them.`
				]
			};
		} finally {
			await own.close();
		}
	}
};

async function dockerAlone(site: BenchSite): Promise<number> {
	const name = `${site.instance}-${randomBytes(4).toString('hex')}`;
	const options = ['--name', name, '--label', site.label, '--network', 'none', '-u', 'learner'];
	await execute('docker', ['run', '-dit', ...options, site.image, 'bash']);
	try {
		await pause(500); // its prompt is there
		return await containerKiB(name);
	} finally {
		await execute('docker', ['rm', '-f', name]);
	}
}

/** What the kernel counts for its processes, and what its shim, their parent outside, has for itself. */
async function containerKiB(container: string): Promise<number> {
	const { stdout } = await execute('docker', ['inspect', '-f', '{{.State.Pid}}', container]);
	const pid = stdout.trim();
	const parent = (await readFile(`/proc/${pid}/status`, 'utf8')).match(/^PPid:\s+(\d+)/m)?.[1];
	return (await groupKiB(pid)) + (await privateKiB(Number(parent)));
}

/** Version 2 has one line, `0::/path`; in version 1 memory has its own. */
async function groupKiB(pid: string): Promise<number> {
	const groups = await readFile(`/proc/${pid}/cgroup`, 'utf8');
	const own = groups.match(/^\d+:memory:(.*)$/m)?.[1];
	const file = own
		? `/sys/fs/cgroup/memory${own}/memory.usage_in_bytes`
		: `/sys/fs/cgroup${groups.match(/^0::(.*)$/m)?.[1] ?? ''}/memory.current`;
	return Number(await readFile(file, 'utf8')) / 1024;
}

async function privateKiB(pid: number): Promise<number> {
	const kept = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
	return [...kept.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce(
		(sum, [, kB]) => sum + Number(kB),
		0
	);
}
