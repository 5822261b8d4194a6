/**
 * Moments as people write them: a date and a time in the zone of their class. Kept as instants.
 * Intl knows the zones and their summer times; this only asks it.
 */

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

export function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return zone.length <= 60;
	} catch {
		return false;
	}
}

/** `2026-11-23T18:00` in that zone; null when it is no date. An hour that summer time skips is the one after it. */
export function instantOf(written: string, zone: string): Date | null {
	const parts = WRITTEN.exec(written)?.slice(1).map(Number);
	if (!parts) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
	const asUtc = Date.UTC(year, month - 1, day, hour, minute);
	if (new Date(asUtc).toISOString().slice(0, 16) !== written) return null; // the 31st of February
	const first = asUtc - offset(asUtc, zone);
	// The offset there may be another than at the first guess: then the nearer one holds.
	const second = asUtc - offset(first, zone);
	return new Date(second === first ? first : Math.max(first, second));
}

/** The other way round, as forms want it; empty for none. */
export const writtenIn = (at: Date | null, zone: string): string =>
	at ? new Date(at.getTime() + offset(at.getTime(), zone)).toISOString().slice(0, 16) : '';

/** How far a zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offset(at: number, zone: string): number {
	const format = new Intl.DateTimeFormat('en-US', {
		...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
		...{ hour: 'numeric', minute: 'numeric', second: 'numeric' }
	});
	const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
