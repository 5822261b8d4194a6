/** Addresses of pages that hosts serve. */

export interface Sight {
	host: string;
	port: number;
	path: string;
}

export const viewsOf = (lab: string) => `/labs/${lab}/views`;

/** Leads to the page, at its own place, in this browser. */
export const openingOf = (lab: string, { host, port, path }: Sight) =>
	`${viewsOf(lab)}/open?${new URLSearchParams({ host, port: `${port}`, path })}`;

/** The same for who looks on at this run. */
export const pageOf = (runId: number, { host, port, path }: Sight) =>
	`/watch/${runId}/page?${new URLSearchParams({ host, port: `${port}`, path })}`;

/** As people write it: `web:8080/cart`. */
export const inWords = ({ host, port, path }: Sight) => `${host}:${port}${path === '/' ? '' : path}`;

/** What an address asks for; whether there is such a host is not for us to know. */
export function sightIn(search: URLSearchParams): Sight {
	const path = (search.get('path') ?? '').slice(0, 2000);
	return {
		host: (search.get('host') ?? '').slice(0, 64),
		port: Number(search.get('port') ?? ''),
		path: path.startsWith('/') ? path : `/${path}`
	};
}
