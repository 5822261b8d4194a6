/**
 * Two files of a host belong to Docker, which writes them anew at every start: /etc/hosts and
 * /etc/resolv.conf. What a learner wrote into them is work, so it is carried over a restart.
 */
import type Dockerode from 'dockerode';
import { extract } from 'tar-stream';
import type { Resident } from './resident.ts';

const TABLES = ['/etc/hosts', '/etc/resolv.conf'];
const LONGEST = 64 * 1024;

export type Tables = Map<string, Buffer>;

/** Of a container that is not running. A file that is gone, or too long, is left to Docker. */
export async function readTables(container: Dockerode.Container): Promise<Tables> {
	const tables: Tables = new Map();
	for (const path of TABLES) {
		const content = await fileIn(container, path).catch(() => null);
		if (content) tables.set(path, content);
	}
	return tables;
}

async function fileIn(container: Dockerode.Container, path: string): Promise<Buffer | null> {
	const archive = await container.getArchive({ path });
	const entries = archive.pipe(extract());
	for await (const entry of entries) {
		const pieces: Buffer[] = [];
		if (entry.header.type === 'file' && (entry.header.size ?? 0) <= LONGEST)
			for await (const piece of entry) pieces.push(piece as Buffer);
		else entry.resume();
		return entry.header.type === 'file' ? Buffer.concat(pieces) : null;
	}
	return null;
}

/** They are mounts, so they are written where they are. */
export async function writeTables(host: Pick<Resident, 'exec'>, tables: Tables): Promise<void> {
	for (const [path, content] of tables) {
		const script = `/.lab/bin/busybox base64 -d > ${path} <<'END'\n${content.toString('base64').replace(/.{76}/g, '$&\n')}\nEND\n`;
		await host.exec({ command: ['/.lab/bin/sh'], script, timeoutSeconds: 10 });
	}
}
