/** Time left until a deadline, in the words of a kitchen clock. All times in milliseconds. */
import { t } from '#lib/words/index.ts';

const MINUTE = 60_000;

/** From here on it is worth a warning. */
export const WARN_BELOW = 5 * MINUTE;

/** "1 h 12 min left", "42 min left", "under a minute left", "time is up". */
export function timeLeft(milliseconds: number): string {
	if (milliseconds <= 0) return t('time is up');
	if (milliseconds < MINUTE) return t('under a minute left');
	const minutes = Math.floor(milliseconds / MINUTE);
	const hours = Math.floor(minutes / 60);
	return hours
		? t('{hours} h {minutes} min left', { hours, minutes: minutes % 60 })
		: t('{minutes} min left', { minutes });
}

/** Moments worth saying aloud, in milliseconds before the end: 15, 5 and 1 minutes, and the end. */
const SPOKEN = [15 * MINUTE, WARN_BELOW, MINUTE, 0];

/** The spoken moment that lies between two readings of the clock, or null. The later reading is smaller. */
export const spokenBetween = (before: number, after: number): number | null =>
	SPOKEN.findLast((moment) => before > moment && after <= moment) ?? null;
