/** A folder, or the text of a file, as the address asks for it. */
import type { Files, Listing, Text } from '#lib/server/files/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { asked, type Machine } from './machine.ts';

export type Looked =
	{ kind: 'folder'; host: string; folder: Listing } | { kind: 'text'; host: string; file: Text };

export async function looked(
	{ locals, url }: { locals: { files: Files }; url: URL },
	{ runId, sandbox, host }: Pick<Machine, 'runId' | 'sandbox' | 'host'>
): Promise<Looked | Refusal> {
	const leave = locals.files.pace.enter(runId);
	if (typeof leave !== 'function') return leave;
	try {
		const file = asked(url, 'file');
		if (file !== '') {
			const text = await locals.files.read({ sandbox, host, path: file });
			return 'refused' in text ? text : { kind: 'text', host, file: text };
		}
		const folder = await locals.files.list({ sandbox, host, path: asked(url, 'path') });
		return 'refused' in folder ? folder : { kind: 'folder', host, folder };
	} finally {
		leave();
	}
}
