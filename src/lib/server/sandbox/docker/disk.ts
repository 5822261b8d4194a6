/**
 * How much disk hosts use, watched from outside. Few storage drivers have quotas (see quota.ts), not all of those
 * keep them, none counts files, and Docker's own count misses small ones; so blocks and files of the layer a host writes to are counted, where this
 * process may read it, else from inside with the toolbox's own tools.
 */
import { access, constants } from 'node:fs/promises';
import type Dockerode from 'dockerode';
import { runErrand } from './errand.ts';
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
	const images = new ImageCounts(docker, instance);
	while (!signal.aborted) {
		// While the engine is away nothing is forgotten: its hosts are still there when it is back.
		await look({ docker, instance, incidents, signal }, known, images).catch(() => {});
		await pause(EVERY_MILLISECONDS, signal);
	}
}

/** What of a host stays as it is for as long as it is there. */
interface Known {
	/** The folder of this machine that it writes to; null when that is not to be had. */
	upper: string | null;
	/** Id of its image, and the volume of its toolbox. */
	image: string;
	volume: string;
}

async function look(
	{ docker, instance, incidents, signal }: Watch,
	known: Map<string, Known>,
	images: ImageCounts
) {
	const filters = { label: [`${LABELS.instance}=${instance}`, LABELS.disk] };
	const hosts = await docker.listContainers({ filters });
	await learn(docker, new Set(hosts.map(({ Id }) => Id)), known);
	const counted = await usageBelow([...known.values()].flatMap(({ upper }) => upper ?? []));
	for (const { Id, Labels } of hosts) {
		if (signal.aborted) return;
		const container = docker.getContainer(Id);
		const about = known.get(Id);
		const used = about && (await measure({ container, known: about, counted, images }).catch(() => null));
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
		const found = await lookAt(docker, id).catch(() => null);
		if (found) known.set(id, found);
	}
}

const always = () => true;
const never = () => false;

async function lookAt(docker: Dockerode, id: string): Promise<Known> {
	const { GraphDriver, Image, Mounts } = await docker.getContainer(id).inspect();
	const folder = (GraphDriver.Data as { UpperDir?: string } | null)?.UpperDir;
	const isHere = folder ? await access(folder, constants.R_OK).then(always, never) : false;
	const volume = Mounts.find(({ Destination }) => Destination === '/.lab')?.Name ?? '';
	return {
		upper: isHere ? (folder ?? null) : null,
		...{ image: Image, volume }
	};
}

interface Measured {
	container: Dockerode.Container;
	known: Known;
	/** What was found below all their folders just now. */
	counted: Map<string, Usage>;
	images: ImageCounts;
}

/** What a container has written. */
async function measure({ container, known, counted, images }: Measured): Promise<Usage> {
	const { upper } = known;
	// One host with too much to count shall not hide what the others have.
	const seen = upper ? (counted.get(upper) ?? (await usageBelow([upper])).get(upper)) : null;
	// Its layer lies on this machine, so its processes are this machine's, too; but a kernel of its own hides them.
	if (seen) return { ...seen, MiB: seen.MiB + (await hiddenMiB(await pidsOf(container).catch(() => []))) };
	const [all, before] = await Promise.all([fromInside(container), images.count(known)]);
	return { MiB: all.MiB - before.MiB, files: all.files - before.files };
}

/** What images bring, counted once in a host of nobody's: a learner may have written before the first look at theirs. */
class ImageCounts {
	readonly #docker: Dockerode;
	readonly #instance: string;
	readonly #counts = new Map<string, Promise<Usage>>();

	constructor(docker: Dockerode, instance: string) {
		this.#docker = docker;
		this.#instance = instance;
	}

	count({ image, volume }: Known): Promise<Usage> {
		const there = this.#counts.get(image);
		if (there) return there;
		const about = { docker: this.#docker, instance: this.#instance, image, volume };
		const count = runErrand({ ...about, script: COUNT, diskMiB: 16 }).then(asUsage);
		this.#counts.set(image, count);
		count.catch(() => this.#counts.delete(image));
		return count;
	}
}

async function pidsOf(container: Dockerode.Container): Promise<number[]> {
	const { Processes } = (await container.top({ ps_args: '-eo pid' })) as { Processes: string[][] };
	return Processes.map(([pid]) => Number(pid));
}

const COUNT = `echo "$(du -sxm / 2>/dev/null | cut -f1) $(find / -xdev 2>/dev/null | wc -l)"`;

/** Everything a container has, its image included. Exported for its test. */
export async function fromInside(container: Dockerode.Container): Promise<Usage> {
	const exec = await container.exec({
		Cmd: ['/.lab/bin/sh', '-c', `export PATH=/.lab/bin; ${COUNT}`],
		User: '0',
		AttachStdout: true
	});
	const stream = await exec.start({ abortSignal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
	const output = new DockerOutput([1]);
	let said = '';
	for await (const piece of stream) said += Buffer.concat(output.push(Buffer.from(piece))).toString();
	return asUsage(said);
}

function asUsage(said: string): Usage {
	const [, MiB, files] = /^(\d+) (\d+)$/.exec(said.trim()) ?? [];
	if (MiB === undefined) throw new Error('The host did not count its files.');
	return { MiB: Number(MiB), files: Number(files) };
}
