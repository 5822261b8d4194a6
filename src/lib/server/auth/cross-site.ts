import { hasSessionCookie } from './cookie.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something was sent by another site's page, and must be
 * refused. SvelteKit's own check sees forms only; this one sees every body, and none.
 *
 * Browsers send `Origin` with every unsafe request, or at least `Sec-Fetch-Site`. What sends
 * neither is a program: it may pass as long as it brings nobody's session along.
 */
export function crossSite(request: Pick<Request, 'method' | 'headers'>, url: Pick<URL, 'origin'>): boolean {
	if (SAFE.has(request.method.toUpperCase())) return false;

	const origin = request.headers.get('origin');
	if (origin !== null) return origin !== url.origin; // sandboxed frames say `null`: foreign as well

	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';

	return hasSessionCookie(request.headers.get('cookie'));
}
