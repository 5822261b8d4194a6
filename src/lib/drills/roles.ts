/** What each does in a drill, in words. */
export const ROLES = {
	alone: 'alone',
	lead: 'incident lead',
	operator: 'operator',
	scribe: 'scribe',
	successor: 'took it over',
	gone: 'handed it over'
};
