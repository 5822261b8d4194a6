/** How much a request may bring along: little, but for the page that takes files. */

const MOST = 1024 * 1024;
/** A file and the form around it. */
const MOST_WITH_FILES = 9 * 1024 * 1024;
const TAKES_FILES = '/labs/[lab]/files';

/** Browsers always say how long a form is; what does not say so may be of any length. */
export function tooLarge(
	{ method, headers }: Pick<Request, 'method' | 'headers'>,
	route: string | null
): boolean {
	if (method === 'GET' || method === 'HEAD') return false;
	const said = headers.get('content-length');
	const length = said === null ? (headers.has('transfer-encoding') ? Infinity : 0) : Number(said);
	return !(length <= (route === TAKES_FILES ? MOST_WITH_FILES : MOST));
}
