const HERE = 'http://here.invalid';

/** Pages that lead straight back to the form. */
const IN_A_CIRCLE = /^\/(sign-in|sign-up|sign-out|welcome|enter)(?![^/?#])/;

/**
 * Where to go after signing in: the wanted page, if it is one of ours, else the home page. The
 * address is read as browsers read it, who take `\` for `/` and skip tabs; a path that begins
 * with two slashes would name another host.
 */
export function nextPage(wanted: string | null): string {
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return '/';
	const { origin, pathname, search, hash } = new URL(wanted, HERE);
	if (origin !== HERE || pathname.startsWith('//') || IN_A_CIRCLE.test(pathname)) return '/';
	return pathname + search + hash;
}
