/** Whether bytes are a text that an editor gives back as it was, and names for files. */
import { createHash } from 'node:crypto';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';

export type Endings = 'lf' | 'crlf';

export interface Text {
	path: string;
	/** With plain line feeds. */
	text: string;
	endings: Endings;
	/** SHA-256 of what is on the disk. */
	version: string;
}

/** Forms and editors know one kind of line end in a text: what has several would come back changed. */
export function textIn(path: string, bytes: Buffer): Text | Refusal {
	const text = bytes.toString('utf8');
	if (text.includes('\0') || text.startsWith('\ufeff') || !Buffer.from(text).equals(bytes))
		return {
			refused: t('{path} is no plain text in UTF-8, so it cannot be edited here. Download it instead.', {
				path
			})
		};
	const endings = text.includes('\r') ? 'crlf' : 'lf';
	const plain = text.replaceAll('\r\n', '\n');
	if (plain.includes('\r') || withEndings(plain, endings) !== text)
		return {
			refused: t('{path} mixes several kinds of line ends, which an editor here would lose.', { path })
		};
	return { path, text: plain, endings, version: createHash('sha256').update(bytes).digest('hex') };
}

/** As it is on the disk. Forms send every line end as CRLF, whatever it was. */
export const withEndings = (text: string, endings: Endings) => {
	const plain = text.replaceAll('\r\n', '\n');
	return endings === 'crlf' ? plain.replaceAll('\n', '\r\n') : plain;
};

/** The name of a file that is brought in; null when no file can be called that. */
export function fileName(given: string): string | null {
	const name = given.split(/[/\\]/).at(-1) ?? '';
	const isName = name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) <= 255;
	// eslint-disable-next-line no-control-regex
	return isName && !/[\u0000-\u001f\u007f]/.test(name) ? name : null;
}
