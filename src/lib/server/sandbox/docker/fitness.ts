/**
 * Whether an engine is one that sandboxes may start on. Some speak Docker's language and leave out what
 * keeps learners apart, and some take a bound, repeat it when asked, and never set it; so each is asked
 * what it is and what it can before the first sandbox.
 */
import type Dockerode from 'dockerode';
import { SandboxRefused } from '../refused.ts';

/** Which bounds it can set. */
export interface Bounding {
	MemoryLimit?: boolean;
	CpuCfsQuota?: boolean;
	PidsLimit?: boolean;
}

/** What an engine says of itself, as far as we read it. */
export interface Nature {
	version: { Components?: { Name: string; Version: string }[] };
	info: Bounding;
}

export async function natureOf(docker: Dockerode): Promise<Nature> {
	const [version, info] = await Promise.all([docker.version(), docker.info() as Promise<Bounding>]);
	return { version, info };
}

/** Why no sandbox may start on it, in a sentence; null when they may. */
export function whyUnfit({ version, info }: Nature): string | null {
	const podman = version.Components?.find(({ Name }) => Name === 'Podman Engine');
	if (podman)
		return `Labs cannot run on this platform for now: its engine is Podman ${podman.Version}, which takes neither our list of system calls nor our bounded log. The operator must use Docker.`;
	const missing = [
		info.MemoryLimit === false ? 'memory' : [],
		info.CpuCfsQuota === false ? 'processors' : [],
		info.PidsLimit === false ? 'processes' : []
	].flat();
	if (missing.length === 0) return null;
	return `Labs cannot run on this platform for now: its engine cannot bound what they use (${missing.join(', ')}). The operator must give the engine these control groups; without root it gets them only where they are of version 2.`;
}

/** Asked until it is fit once: an engine does not lose its nature while it is ours. */
export class Fitness {
	readonly #docker: Dockerode;
	#isFit = false;

	constructor(docker: Dockerode) {
		this.#docker = docker;
	}

	/** @throws SandboxRefused when nothing may start on it. */
	async require(): Promise<void> {
		if (this.#isFit) return;
		const reason = whyUnfit(await natureOf(this.#docker));
		if (reason) throw new SandboxRefused(reason);
		this.#isFit = true;
	}
}
