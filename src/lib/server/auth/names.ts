/** Names people sign in with. */
import { t } from '#lib/words/index.ts';

const MIN = 2;
const MAX = 40;

/** How names are compared: `Ada`, `ADA` and `ａｄａ` are one person. */
export const foldName = (name: string) => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/** How a name is kept and shown. */
export const tidyName = (typed: string) => typed.slice(0, 1000).trim().normalize('NFC');

/** What is wrong with a tidy name, as a sentence; null if it will do. */
export function nameProblem(name: string): string | null {
	const length = [...name].length;
	if (length === 0) return t('Choose a name.');
	if (length < MIN || length > MAX)
		return t('A name has {least} to {most} characters.', { least: MIN, most: MAX });
	if (!/^[\p{L}\p{M}\p{Nd}._-]+$/u.test(name)) {
		return t('A name is made of letters, digits, dots, dashes and underscores.');
	}
	return /^[\p{L}\p{Nd}]/u.test(name) ? null : t('A name begins with a letter or a digit.');
}
