/** What each does in a drill, in words. */
import type { Phrase } from '#lib/words/index.ts';

export const ROLES = {
	alone: 'alone',
	lead: 'incident lead',
	operator: 'operator',
	scribe: 'scribe',
	successor: 'took it over',
	gone: 'handed it over'
} as const satisfies Record<string, Phrase>;
