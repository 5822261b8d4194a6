import { isUtf8 } from 'node:buffer';
import type { Draft } from '../draft.ts';

const TEXT = /\.(ya?ml|md|sh|py|answer|conf|cfg|ini|txt|sql|json)$/;

/** What editors on other systems leave behind breaks scripts in ways nobody sees. */
export function textsAreClean(draft: Draft) {
	for (const [path, content] of draft.folder.files) {
		if (!TEXT.test(path)) continue;
		const problem = firstFlaw(content);
		if (problem) draft.findings.error(draft.in(path, lineOf(content, problem.at)), problem.message);
	}
}

export function firstFlaw(content: Buffer): { at: number; message: string } | null {
	const nul = content.indexOf(0);
	if (nul >= 0) return { at: nul, message: 'There is a NUL byte here. Save the file as UTF-8 text.' };
	if (!isUtf8(content)) return { at: 0, message: 'This is not UTF-8 text. Save the file as UTF-8.' };
	const cr = content.indexOf('\r\n');
	if (cr < 0) return null;
	return { at: cr, message: 'Lines end as on Windows (CRLF). Save the file with LF line ends.' };
}

export const lineOf = (content: Buffer, at: number) =>
	content.subarray(0, at).toString('latin1').split('\n').length;
