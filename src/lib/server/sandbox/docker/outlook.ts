/** Seen from outside, in one look each: how every host is, and what the machine has left. */
import { readFile, statfs } from 'node:fs/promises';
import type Dockerode from 'dockerode';
import type { HostState, HostStates, Machine, Usage } from '../health.ts';
import { LABELS } from './objects.ts';

const STATES: Record<string, HostState> = {
	...{ created: 'starting', running: 'up', restarting: 'starting', paused: 'paused' },
	...{ exited: 'down', dead: 'down', removing: 'down' }
};

export async function hostStates(docker: Dockerode, instance: string): Promise<HostStates> {
	const containers = await docker.listContainers({
		all: true,
		filters: { label: [`${LABELS.instance}=${instance}`, LABELS.sandbox, LABELS.host] }
	});
	const states: HostStates = new Map();
	for (const { Labels, State } of containers) {
		const sandbox = Labels[LABELS.sandbox] ?? '';
		states.set(sandbox, { ...states.get(sandbox), [Labels[LABELS.host] ?? '']: STATES[State] ?? 'down' });
	}
	return states;
}

/** In turns, so that looking costs the machine little. */
export async function usageOf(
	docker: Dockerode,
	instance: string,
	names: string[]
): Promise<Map<string, Usage>> {
	const wanted = new Set(names);
	const all = await docker.listContainers({
		filters: { label: [`${LABELS.instance}=${instance}`, LABELS.sandbox] }
	});
	const seen = new Map<string, Usage>();
	for (const { Id, Labels } of all) {
		const name = Labels[LABELS.sandbox] ?? '';
		if (!wanted.has(name)) continue;
		const stats = await docker
			.getContainer(Id)
			.stats({ stream: false, 'one-shot': true })
			.catch(() => null);
		if (!hasFigures(stats)) continue; // it ended meanwhile
		const { memoryMiB, processorSeconds } = seen.get(name) ?? { memoryMiB: 0, processorSeconds: 0 };
		seen.set(name, {
			memoryMiB: memoryMiB + held(stats) / 1024 ** 2,
			processorSeconds: processorSeconds + (stats.cpu_stats.cpu_usage.total_usage ?? 0) / 1e9
		});
	}
	return seen;
}

/** Of a machine that ends just now the engine answers with an empty account, and no error. */
const hasFigures = (stats: Partial<Dockerode.ContainerStats> | null): stats is Dockerode.ContainerStats =>
	Boolean(stats?.memory_stats && stats.cpu_stats);

/** Bytes that cannot be dropped: cgroups of version 1 and 2 call the others by different names. */
function held({ memory_stats }: Dockerode.ContainerStats): number {
	const { usage = 0, stats } = memory_stats as { usage?: number; stats?: Record<string, number> };
	const files = stats?.total_inactive_file ?? stats?.inactive_file ?? 0;
	return Math.max(0, usage - files);
}

/** Of a Docker elsewhere only the size is known: nobody there tells us what is free. */
export async function machineOf(docker: Dockerode, isHere: boolean): Promise<Machine> {
	const info = (await docker.info()) as { NCPU: number; MemTotal: number; DockerRootDir: string };
	const size = { processors: info.NCPU, memoryMiB: Math.floor(info.MemTotal / 1024 ** 2) };
	if (!isHere) return { ...size, memoryFreeMiB: null, diskFreeMiB: null };
	const disk = await statfs(info.DockerRootDir).catch(() => null);
	return {
		...size,
		memoryFreeMiB: freeMemory(await readFile('/proc/meminfo', 'utf8').catch(() => '')),
		diskFreeMiB: disk && Math.floor((disk.bavail * disk.bsize) / 1024 ** 2)
	};
}

/** What the kernel could hand out now: pages of files that it can drop count as free. */
export function freeMemory(meminfo: string): number | null {
	const kiB = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1];
	return kiB === undefined ? null : Math.floor(Number(kiB) / 1024);
}
