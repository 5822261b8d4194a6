/** What a stage has cost so far, asked of its hosts. An image without the programs for it cannot tell. */
import { HostAway } from '#lib/server/sandbox/index.ts';
import type { Stage } from './stage.ts';

export interface Cost {
	/** Highest use of memory of all hosts together, with their cached files. */
	memoryPeakMiB: number | null;
	/** Size of all files that were written since the stage began. */
	diskMiB: number | null;
}

const MEMORY = `for peak in /sys/fs/cgroup/memory.peak /sys/fs/cgroup/memory/memory.max_usage_in_bytes; do
	if [ -r "$peak" ]; then cat "$peak"; exit; fi
done
exit 1`;

const DISK = `find / -xdev -type f -newerct "@$1" -printf '%b\\n' | awk '{ blocks += $1 } END { print blocks * 512 }'`;

/** `since`: seconds of the clock at which the stage was begun. */
export async function measure(stage: Stage, since: number): Promise<Cost> {
	return {
		memoryPeakMiB: await total(stage, MEMORY, []),
		diskMiB: await total(stage, DISK, [`${since}`])
	};
}

/** A host that a fault has switched off for good cannot be asked. */
function switchedOff(error: unknown) {
	if (error instanceof HostAway) return { code: 1, stdout: '' };
	throw error;
}

/** MiB over all hosts; null unless every one of them answers with a number. */
async function total({ sandbox }: Stage, script: string, args: string[]): Promise<number | null> {
	if (!sandbox) return null;
	let bytes = 0;
	for (const host of sandbox.hosts) {
		const { code, stdout } = await sandbox.exec(host, { command: ['sh'], script, args }).catch(switchedOff);
		if (code !== 0 || !/^\d+\s*$/.test(stdout)) return null;
		bytes += Number(stdout);
	}
	return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
