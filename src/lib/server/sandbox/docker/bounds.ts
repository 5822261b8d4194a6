/**
 * Bounds that were asked for and bounds that are there. Docker drops, with no more than a warning,
 * those the kernel cannot keep; a host without them could hurt everybody else's, so it never starts.
 */
import type Dockerode from 'dockerode';
import type { HostSpec } from '../index.ts';
import { SandboxRefused } from '../refused.ts';
import { MiB } from './profile.ts';

type Kept = Pick<Dockerode.HostConfig, 'Memory' | 'NanoCpus' | 'PidsLimit'>;

/** Names of the bounds that Docker has dropped. */
export function droppedBounds(kept: Kept, host: Pick<HostSpec, 'memoryMiB' | 'cpus' | 'pids'>): string[] {
	return [
		kept.Memory === host.memoryMiB * MiB ? [] : 'memory',
		kept.NanoCpus === Math.round(host.cpus * 1e9) ? [] : 'processors',
		kept.PidsLimit === host.pids ? [] : 'processes'
	].flat();
}

/** @throws SandboxRefused when a host has not got a bound it must have. */
export async function requireBounds(container: Dockerode.Container, host: HostSpec): Promise<void> {
	const { HostConfig } = await container.inspect();
	const dropped = droppedBounds(HostConfig, host);
	if (dropped.length > 0) {
		throw new SandboxRefused(
			`The platform cannot bound what ${host.name} would use (${dropped.join(', ')}), so it was not started. The operator must switch these control groups on.`
		);
	}
}
