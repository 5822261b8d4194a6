/**
 * How much disk hosts use, watched from outside. Few storage drivers have quotas, and Docker's own
 * count misses small files; so blocks and files of the layer a host writes to are counted, where this
 * process may read it, else from inside with the toolbox's own tools.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type Dockerode from 'dockerode';
import { hiddenMiB } from './disk-hidden.ts';
import { DockerOutput } from './frames.ts';
import { pause, type Incidents } from './incidents.ts';
import { LABELS } from './objects.ts';

export interface Usage {
	MiB: number;
	files: number;
}

const EVERY_MILLISECONDS = 4000;
const PATIENCE_MILLISECONDS = 20_000;
/** Files a host may have for each MiB of its disk, and at least. */
const FILES_PER_MIB = 100;
const FILES_AT_LEAST = 20_000;

/** Why a host must stop, or null when it keeps within its bounds. */
export function excess(host: string, used: Usage, diskMiB: number): string | null {
	const files = Math.max(FILES_AT_LEAST, diskMiB * FILES_PER_MIB);
	if (used.MiB > diskMiB)
		return `${host} had written more than the ${diskMiB} MiB of disk it has, so it was stopped.`;
	if (used.files > files)
		return `${host} had made more than the ${files} files it may have, so it was stopped.`;
	return null;
}

export interface Watch {
	docker: Dockerode;
	instance: string;
	incidents: Incidents;
	signal: AbortSignal;
}

/** Look at every host again and again until the signal aborts, and stop those that use too much. Never throws. */
export async function watchDisks({ docker, instance, incidents, signal }: Watch): Promise<void> {
	const before = new Map<string, Usage>();
	while (!signal.aborted) {
		// While the engine is away nothing is forgotten: its hosts are still there when it is back.
		await look({ docker, instance, incidents, signal }, before).catch(() => {});
		await pause(EVERY_MILLISECONDS, signal);
	}
}

async function look({ docker, instance, incidents, signal }: Watch, before: Map<string, Usage>) {
	const filters = { label: [`${LABELS.instance}=${instance}`, LABELS.disk] };
	const hosts = await docker.listContainers({ filters });
	const ids = new Set(hosts.map(({ Id }) => Id));
	for (const id of before.keys()) if (!ids.has(id)) before.delete(id);
	for (const { Id, Labels } of hosts) {
		if (signal.aborted) return;
		const used = await measure(docker, Id, before).catch(() => null);
		const host = Labels[LABELS.host] ?? '';
		const text = used && excess(host, used, Number(Labels[LABELS.disk]));
		if (!text) continue;
		const stopped = await docker
			.getContainer(Id)
			.kill()
			.then(
				() => true,
				() => false
			);
		if (stopped)
			incidents.report({ sandbox: Labels[LABELS.sandbox] ?? '', host, kind: 'disk', text, at: new Date() });
	}
}

/** What a container has written. `before` keeps what its image brought, where only both can be counted. */
async function measure(docker: Dockerode, id: string, before: Map<string, Usage>): Promise<Usage> {
	const container = docker.getContainer(id);
	const { GraphDriver } = await container.inspect();
	const upper = (GraphDriver.Data as { UpperDir?: string } | null)?.UpperDir;
	const seen = upper ? await fromOutside(upper).catch(() => null) : null;
	// Its layer lies on this machine, so its processes are this machine's, too; but a kernel of its own hides them.
	if (seen) return { ...seen, MiB: seen.MiB + (await hiddenMiB(await pidsOf(container).catch(() => []))) };
	const all = await fromInside(container);
	const first = before.get(id) ?? all;
	before.set(id, first);
	return { MiB: all.MiB - first.MiB, files: all.files - first.files };
}

async function pidsOf(container: Dockerode.Container): Promise<number[]> {
	const { Processes } = (await container.top({ ps_args: '-eo pid' })) as { Processes: string[][] };
	return Processes.map(([pid]) => Number(pid));
}

async function fromOutside(folder: string): Promise<Usage> {
	// What vanishes while it is counted makes du fail, and its answer is right all the same.
	const count = async (unit: string) => {
		const counted = promisify(execFile)('du', ['-sx', unit, folder], { timeout: PATIENCE_MILLISECONDS });
		const { stdout } = await counted.catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
		const number = /^(\d+)\t/.exec(stdout)?.[1];
		if (number === undefined) throw new Error(`${folder} cannot be counted.`);
		return Number(number);
	};
	const [MiB, files] = await Promise.all([count('--block-size=1M'), count('--inodes')]);
	return { MiB, files };
}

const COUNT = `export PATH=/.lab/bin; echo "$(du -sxm / 2>/dev/null | cut -f1) $(find / -xdev 2>/dev/null | wc -l)"`;

/** Everything a container has, its image included. Exported for its test. */
export async function fromInside(container: Dockerode.Container): Promise<Usage> {
	const exec = await container.exec({
		Cmd: ['/.lab/bin/sh', '-c', COUNT],
		User: '0',
		AttachStdout: true
	});
	const stream = await exec.start({ abortSignal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
	const output = new DockerOutput([1]);
	let said = '';
	for await (const piece of stream) said += Buffer.concat(output.push(Buffer.from(piece))).toString();
	const [, MiB, files] = /^(\d+) (\d+)$/.exec(said.trim()) ?? [];
	if (MiB === undefined) throw new Error('The host did not count its files.');
	return { MiB: Number(MiB), files: Number(files) };
}
