/** Where a link may go: the web, mail, this site, or a heading of the same page. */
export type Link = { href: string; external: boolean };

/**
 * Read as a browser would read it, so that no spelling of `javascript:` slips through. Null for
 * what must not be a link.
 */
export function safeLink(written: string): Link | null {
	if (written.startsWith('#')) return { href: written, external: false };
	const here = 'https://labwright.invalid';
	if (!URL.canParse(written, here)) return null;
	const url = new URL(written, here);
	if (url.origin === here)
		return written.startsWith('/') ? { href: url.pathname + url.search + url.hash, external: false } : null;
	return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? { href: url.href, external: true } : null;
}
