/**
 * Where previews live: every one has a name of its own below a name that is not the platform's, so
 * that to a browser each is a site apart, and no page of a sandbox stands where our cookies are.
 */

export interface PreviewOrigin {
	/** For the policy of pages that may show previews. */
	readonly sources: string;
	/** Cookies may be for secure places alone; browsers take names below localhost for one. */
	readonly secure: boolean;
	/** Scheme, name and port of this preview. */
	of(label: string): string;
	/** Which preview a `Host` header names; null when it names none. */
	labelIn(host: string | undefined): string | null;
}

/** The longest a name may be between two dots. */
export const LONGEST_LABEL = 63;

/** `pattern`: an origin whose first name is a star, such as https://*.preview.example.org */
export function previewOrigin(pattern: string): PreviewOrigin {
	const { protocol, hostname, host } = new URL(pattern.replace('*', 'x'));
	const rest = host.slice(1).toLowerCase();
	return {
		sources: `${protocol}//*${rest}`,
		secure: protocol === 'https:' || hostname.endsWith('.localhost'),
		of: (label) => `${protocol}//${label}${rest}`,
		labelIn(given = '') {
			const name = withPort(given.toLowerCase(), protocol);
			if (!name.endsWith(withPort(rest, protocol))) return null;
			const label = name.slice(0, -withPort(rest, protocol).length);
			return label.length <= LONGEST_LABEL && /^[a-z0-9-]+$/.test(label) ? label : null;
		}
	};
}

/** Browsers leave out the usual port, and proxies may not. */
const withPort = (host: string, protocol: string) =>
	/:\d+$/.test(host) ? host : `${host}:${protocol === 'https:' ? 443 : 80}`;
