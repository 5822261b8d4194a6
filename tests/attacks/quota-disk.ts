/** A file system that keeps quotas, in a file: a place for the data of an engine of the suite's own. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { whyNoDaemon } from './daemon.ts';

const run = promisify(execFile);

export interface QuotaDisk {
	/** Settings for openDaemon: where its data lie, and the driver for it. */
	settings: object;
	close(): Promise<void>;
}

/** Why this machine cannot have one, or null. */
export function whyNoQuotaDisk(): string | null {
	const reason = whyNoDaemon();
	if (reason) return reason;
	return existsSync('/sbin/mkfs.btrfs') ? null : 'mkfs.btrfs is missing (on Debian: apt install btrfs-progs)';
}

/** `GiB`: room on it, of which only what is written is taken. Whoever opens it closes it, after the engine. */
export async function openQuotaDisk(GiB = 4): Promise<QuotaDisk> {
	const folder = await mkdtemp('/var/lib/labwright-quota-');
	const [file, data] = [join(folder, 'disk'), join(folder, 'data')];
	await writeFile(file, '');
	await truncate(file, GiB * 1024 ** 3);
	await run('mkfs.btrfs', ['-q', file]);
	await run('mkdir', [data]);
	await run('mount', ['-o', 'loop', file, data]);
	return {
		settings: { 'data-root': data, 'storage-driver': 'btrfs' },
		async close() {
			await run('umount', [data]);
			await rm(folder, { recursive: true, force: true });
		}
	};
}
