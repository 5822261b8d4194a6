/** How much a request may bring along: little, but for the pages that take files. */
import { ZIP_MIB } from './drafts/index.ts';

const MIB = 1024 * 1024;
/** What a file may have there, and a little for the form around it. */
const TAKES_FILES: Record<string, number> = {
	'/labs/[lab]/files': 8,
	'/authoring/drafts': ZIP_MIB,
	'/authoring/drafts/[draft]': ZIP_MIB
};

/** How large a file a page takes, in MiB. */
export const fileMostOf = (route: string | null): number => TAKES_FILES[route ?? ''] ?? 0;

/** Browsers always say how long a form is; what does not say so may be of any length. */
export function tooLarge(
	{ method, headers }: Pick<Request, 'method' | 'headers'>,
	route: string | null
): boolean {
	if (method === 'GET' || method === 'HEAD') return false;
	const said = headers.get('content-length');
	const length = said === null ? (headers.has('transfer-encoding') ? Infinity : 0) : Number(said);
	return !(length <= (fileMostOf(route) + 1) * MIB);
}
