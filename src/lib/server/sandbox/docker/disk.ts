/**
 * How much disk hosts use, watched from outside. Few storage drivers have quotas, and Docker's own
 * count misses small files; so blocks and files of the layer a host writes to are counted, where this
 * process may read it, else from inside with the toolbox's own tools.
 */
import { access, constants } from 'node:fs/promises';
import type Dockerode from 'dockerode';
import { usageBelow, type Usage } from './disk-count.ts';
import { hiddenMiB } from './disk-hidden.ts';
import { DockerOutput } from './frames.ts';
import { pause, type Incidents } from './incidents.ts';
import { LABELS } from './objects.ts';

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
	const known = new Map<string, Known>();
	while (!signal.aborted) {
		// While the engine is away nothing is forgotten: its hosts are still there when it is back.
		await look({ docker, instance, incidents, signal }, known).catch(() => {});
		await pause(EVERY_MILLISECONDS, signal);
	}
}

/** What of a host stays as it is for as long as it is there. */
interface Known {
	/** The folder of this machine that it writes to; null when that is not to be had. */
	upper: string | null;
	/** What its image brought, where only both can be counted. */
	before?: Usage;
}

async function look({ docker, instance, incidents, signal }: Watch, known: Map<string, Known>) {
	const filters = { label: [`${LABELS.instance}=${instance}`, LABELS.disk] };
	const hosts = await docker.listContainers({ filters });
	await learn(docker, new Set(hosts.map(({ Id }) => Id)), known);
	const counted = await usageBelow([...known.values()].flatMap(({ upper }) => upper ?? []));
	for (const { Id, Labels } of hosts) {
		if (signal.aborted) return;
		const container = docker.getContainer(Id);
		const about = known.get(Id);
		const used = about && (await measure(container, about, counted).catch(() => null));
		const host = Labels[LABELS.host] ?? '';
		const text = used && excess(host, used, Number(Labels[LABELS.disk]));
		if (text && (await container.kill().then(always, never)))
			incidents.report({ sandbox: Labels[LABELS.sandbox] ?? '', host, kind: 'disk', text, at: new Date() });
	}
}

/** Forget hosts that are gone, and find where new ones write. */
async function learn(docker: Dockerode, ids: Set<string>, known: Map<string, Known>) {
	for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
	for (const id of ids) {
		if (known.has(id)) continue;
		const upper = await upperOf(docker, id).catch(() => undefined);
		if (upper !== undefined) known.set(id, { upper });
	}
}

const always = () => true;
const never = () => false;

async function upperOf(docker: Dockerode, id: string): Promise<string | null> {
	const { GraphDriver } = await docker.getContainer(id).inspect();
	const folder = (GraphDriver.Data as { UpperDir?: string } | null)?.UpperDir;
	const isHere = folder ? await access(folder, constants.R_OK).then(always, never) : false;
	return isHere ? (folder ?? null) : null;
}

/** What a container has written. `counted`: what was found below all their folders just now. */
async function measure(
	container: Dockerode.Container,
	known: Known,
	counted: Map<string, Usage>
): Promise<Usage> {
	const { upper } = known;
	// One host with too much to count shall not hide what the others have.
	const seen = upper ? (counted.get(upper) ?? (await usageBelow([upper])).get(upper)) : null;
	// Its layer lies on this machine, so its processes are this machine's, too; but a kernel of its own hides them.
	if (seen) return { ...seen, MiB: seen.MiB + (await hiddenMiB(await pidsOf(container).catch(() => []))) };
	const all = await fromInside(container);
	const { MiB, files } = (known.before ??= all);
	return { MiB: all.MiB - MiB, files: all.files - files };
}

async function pidsOf(container: Dockerode.Container): Promise<number[]> {
	const { Processes } = (await container.top({ ps_args: '-eo pid' })) as { Processes: string[][] };
	return Processes.map(([pid]) => Number(pid));
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
