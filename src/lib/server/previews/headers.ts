/** Headers on their way through: what concerns one connection, what tells of people, and what asks too much. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { cookieFromApp, cookiesForApp } from './cookies.ts';

/** The preview a request is for. */
export interface Place {
	host: string;
	port: number;
	/** As browsers know it. */
	origin: string;
	/** Of our own pages. */
	platform: string;
	/** Cookies may be for secure places alone. */
	secure: boolean;
}

/** Of one connection; `Connection` may name more. */
const HOP = [
	...['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization'],
	...['te', 'trailer', 'transfer-encoding', 'upgrade', 'expect', 'http2-settings']
];

/** What proxies before us say of who asks. */
const TELLS =
	/^(?:x-forwarded-|x-real-ip$|x-client-ip$|x-cluster-|true-client-|forwarded$|via$|cf-|x-request-id$|sec-fetch-)/;

/** By these an app would decide over more than itself, or over where its pages may be shown. */
const ASKS_TOO_MUCH = new Set([
	...['strict-transport-security', 'public-key-pins', 'clear-site-data', 'alt-svc', 'nel', 'report-to'],
	...['reporting-endpoints', 'expect-ct', 'service-worker-allowed', 'x-frame-options', 'set-cookie2'],
	...['content-security-policy-report-only', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'],
	...['cross-origin-resource-policy', 'referrer-policy', 'permissions-policy', 'cache-control', 'expires']
]);

/** As the app calls itself. */
export const appHost = ({ host, port }: Place) => (port === 80 ? host : `${host}:${port}`);

/** A browser's headers as the app gets them. */
export function forApp(given: IncomingHttpHeaders, place: Place): OutgoingHttpHeaders {
	const dropped = hops(given);
	const headers: OutgoingHttpHeaders = {};
	for (const [name, value] of Object.entries(given))
		if (value !== undefined && !dropped.has(name) && !TELLS.test(name)) headers[name] = value;
	headers.host = appHost(place);
	delete headers.cookie;
	const cookie = cookiesForApp(given.cookie);
	if (cookie !== null) headers.cookie = cookie;
	if (given.origin !== undefined) headers.origin = `http://${appHost(place)}`; // ours: others were refused
	delete headers.referer;
	if (given.referer?.startsWith(`${place.origin}/`))
		headers.referer = `http://${appHost(place)}${given.referer.slice(place.origin.length)}`;
	// A body is announced as it was, or there is none: nobody may take the rest for another request.
	if (given['transfer-encoding'] !== undefined) {
		delete headers['content-length'];
		headers['transfer-encoding'] = 'chunked';
	}
	return headers;
}

/** An app's headers as the browser gets them. */
export function forBrowser(given: IncomingHttpHeaders, place: Place): OutgoingHttpHeaders {
	const dropped = hops(given);
	const headers: OutgoingHttpHeaders = {};
	for (const [name, value] of Object.entries(given))
		if (value !== undefined && !dropped.has(name) && !ASKS_TOO_MUCH.has(name)) headers[name] = value;
	if (given.location !== undefined) headers.location = moved(given.location, place);
	const cookies = (given['set-cookie'] ?? []).map((one) => cookieFromApp(one, place.secure));
	delete headers['set-cookie'];
	const kept = cookies.filter((one) => one !== null);
	if (kept.length > 0) headers['set-cookie'] = kept;
	const policies = [withoutFrames(given['content-security-policy']), policyOf(place)];
	headers['content-security-policy'] = policies.filter((one) => one !== '').join(', ');
	return { ...headers, ...ALWAYS };
}

/** About every answer of a preview, ours included. */
export const ALWAYS = {
	'cache-control': 'private, no-store',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'referrer-policy': 'same-origin',
	'x-robots-tag': 'noindex, nofollow',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), clipboard-read=()'
};

/**
 * A page of a sandbox may do what it likes with itself. It may load from and speak to nobody else,
 * and only our pages may show it.
 */
export function policyOf({ origin, platform }: Pick<Place, 'origin' | 'platform'>): string {
	const own = `'self' data: blob:`;
	return [
		`default-src ${own} 'unsafe-inline' 'unsafe-eval'`,
		`connect-src ${own} ${origin.replace(/^http/, 'ws')}`,
		`form-action 'self'`,
		`base-uri 'self'`,
		`frame-ancestors 'self' ${platform}`,
		'sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads'
	].join('; ');
}

/** Who may show it, and over what it is fetched, is for us to say; the rest of an app's own policy holds beside ours. */
const withoutFrames = (policy: string | string[] | undefined) =>
	[policy ?? '']
		.flat()
		.join(', ')
		.replace(/\b(?:frame-ancestors|upgrade-insecure-requests)\b[^;,]*;?/gi, '')
		.trim();

/** An app that sends people to itself means the preview. */
function moved(location: string, place: Place): string {
	if (!/^https?:\/\//i.test(location) || !URL.canParse(location)) return location;
	const { protocol, hostname, port, pathname, search, hash } = new URL(location);
	const isHere = [place.host, 'localhost', '127.0.0.1'].includes(hostname);
	const isPort = Number(port || (protocol === 'https:' ? 443 : 80)) === place.port;
	return isHere && isPort ? pathname + search + hash : location;
}

function hops({ connection }: IncomingHttpHeaders): Set<string> {
	const named = (connection ?? '').toLowerCase().split(',');
	// A cookie or a length is nobody's hop: who says so wants to have something overlooked.
	return new Set([...HOP, ...named.map((name) => name.trim())].filter((name) => !KEPT.has(name)));
}
const KEPT = new Set(['cookie', 'content-length', 'set-cookie', 'location', 'content-security-policy']);
