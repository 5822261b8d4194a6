/** What browsers must know about every answer of ours, files and errors included. */

const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	// A terminal needs the clipboard; nothing here needs the rest.
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), clipboard-read=(self), clipboard-write=(self)'
};

/** A year, for this host alone: whatever else lives on the domain is not ours to decide. */
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' };

/** For an answer that is no page of ours: it may load nothing, and nobody may frame it. */
const NO_CONTENT = `default-src 'none'; frame-ancestors 'none'`;

export const securityHeaders = (https: boolean): Record<string, string> =>
	https ? { ...ALWAYS, ...HTTPS_ONLY } : { ...ALWAYS };

/** Put them on an answer. Pages bring their own content security policy, which stays; `frames`: what they may show in one. */
export function protect(headers: Headers, https: boolean, frames: string | null = null): void {
	for (const [name, value] of Object.entries(securityHeaders(https))) headers.set(name, value);
	const policy = headers.get('content-security-policy');
	headers.set(
		'content-security-policy',
		policy ? withFrames(withTerminalStyles(policy), frames) : NO_CONTENT
	);
}

/** Ours as well: their addresses begin on a page of ours. A file that is sealed shows nothing at all. */
const withFrames = (policy: string, frames: string | null) =>
	frames === null || policy.startsWith('sandbox') ? policy : `${policy}; frame-src 'self' ${frames}`;

/**
 * The terminal writes style elements (src/lib/terminal/styles.ts gives them the page's nonce) and
 * style attributes for colours beyond the palette. Without this its text would be black.
 */
function withTerminalStyles(policy: string): string {
	const nonce = /'nonce-[^']+'/.exec(policy)?.[0];
	const isDevelopment = policy.includes(`style-src 'self' 'unsafe-inline'`); // Vite's own styles are inline
	return nonce && !isDevelopment
		? `${policy}; style-src-elem 'self' ${nonce}; style-src-attr 'unsafe-inline'`
		: policy;
}
