/** A file of the lab's folder that is put on a host. */
import { Buffer } from 'node:buffer';
import type { Draft } from './draft.ts';
import type { FileToPlace } from './lab.ts';
import type { LabFile } from './schema.ts';
import { suggestion } from './spelling.ts';

type WrittenFile = LabFile['hosts'][string]['files'][number];

/** A missing one is reported and reads as empty. */
export function buildFile(draft: Draft, file: WrittenFile, at: PropertyKey[]): FileToPlace {
	const { from, to, owner, mode, template } = file;
	const content = draft.folder.files.get(from.replace(/^\.\//, ''));
	if (!content) {
		const known = suggestion(from, draft.folder.files.keys());
		draft.error(at, `There is no file \`${from}\` in this lab.${known}`);
	}
	return { to, owner, mode, template, content: content ?? Buffer.alloc(0) };
}
