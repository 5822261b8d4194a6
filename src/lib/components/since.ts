/** "14 min", "2 h 5 min": how long ago something was, for a board that is looked at from afar. */
import { t } from '#lib/words/index.ts';

export function since(moment: number, now: number): string {
	const minutes = Math.max(0, Math.floor((now - moment) / 60_000));
	if (minutes < 1) return t('just now');
	const hours = Math.floor(minutes / 60);
	return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
