/** Cookies on their way between a browser and an app in a sandbox: neither learns of ours, nor sets them. */

/** By it a browser is known as the one that was let in. */
export const PASS = 'labwright-preview';

/** Names of the platform's own, whatever a browser may have been made to call them. */
const OURS = /^(?:__(?:Host|Secure)-)?labwright/i;

const nameOf = (pair: string) => pair.split('=')[0]!.trim();

const pairsIn = (header = '') => header.split(';').map((pair) => pair.trim());

/** All passes a request shows: one that was planted beside the real one must not lock anybody out. */
export const passesIn = (header: string | undefined): string[] =>
	pairsIn(header)
		.filter((pair) => nameOf(pair) === PASS)
		.map((pair) => pair.slice(PASS.length + 1));

/** What the app may see of a `Cookie` header; null for nothing. */
export function cookiesForApp(header: string | undefined): string | null {
	const kept = pairsIn(header).filter((pair) => pair !== '' && !OURS.test(nameOf(pair)));
	return kept.length > 0 ? kept.join('; ') : null;
}

/** In a frame of our page a preview is another site: a cookie must say that it is meant to be sent there. */
const placed = (secure: boolean) => (secure ? '; SameSite=None; Secure; Partitioned' : '; SameSite=Lax');

const KEPT = /^(?:expires|max-age|path|httponly)\b/i;

/** A `Set-Cookie` of the app, for its own preview alone; null for one that it may not set. */
export function cookieFromApp(header: string, secure: boolean): string | null {
	const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
	if (OURS.test(nameOf(pair)) || !pair.includes('=') || nameOf(pair) === '') return null;
	return [pair, ...attributes.filter((one) => KEPT.test(one))].join('; ') + placed(secure);
}

export const passCookie = (secret: string, secure: boolean) =>
	`${PASS}=${secret}; Path=/; HttpOnly${placed(secure)}`;
