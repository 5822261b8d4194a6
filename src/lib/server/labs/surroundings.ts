/**
 * What a lab asks of the platform around it: what the machine must have, and what learners look
 * at beside the guide.
 */
import { z } from 'zod';
import { expect, hostName, line, object, size } from './units.ts';

/** What not every machine can do; named as the engine names its abilities. */
export const FEATURES = ['partition', 'loss', 'rate', 'delay', 'disk-fill', 'copy'] as const;

export const requirements = object({
	/** Of all hosts together, free when the lab starts. */
	memory: size({ atLeast: 16, atMost: 1024 * 1024 }).optional(),
	runtime: z.enum(['gvisor', 'kata', 'vm']).optional(),
	features: z.array(z.enum(FEATURES)).max(FEATURES.length).default([])
});

/** Where a page is, read from `host:port/path`; null when it is not written so. */
export function pageIn(text: string): { host: string; port: number; path: string } | null {
	const [, host, port, path = '/'] = ADDRESS.exec(text) ?? [];
	return host === undefined ? null : { host, port: Number(port), path };
}

/** From 1 to 65535. */
const PORT = String.raw`[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]`;
const ADDRESS = new RegExp(String.raw`^([a-z](?:[a-z0-9-]{0,29}[a-z0-9])?):(${PORT})(\/[^\s]*)?$`);
const web = expect('a host, a port and a path such as cloud:80/horizon');

/** One of the two; which of them is missing is said by a rule. */
export const view = object({
	title: line(60).optional(),
	terminal: hostName.optional(),
	web: z
		.string(web)
		.regex(ADDRESS, web)
		.transform((text) => pageIn(text)!)
		.optional()
});
