/** What somebody in line is told. */
import { t } from '#lib/words/index.ts';

export interface PlaceInLine {
	/** How many are before them. */
	before: number;
	/** When their turn probably comes, in milliseconds since 1970; null when nobody knows. */
	turn: number | null;
}

export function placeWords({ before, turn }: PlaceInLine, now: number): string {
	const ahead =
		before === 0
			? t('You are the next.')
			: before === 1
				? t('One learner is before you.')
				: t('{learners} learners are before you.', { learners: before });
	return `${ahead} ${turnWords(turn, now)}`;
}

function turnWords(turn: number | null, now: number): string {
	if (turn === null) return t('Nobody can say yet how long it takes.');
	const minutes = Math.ceil((turn - now) / 60_000);
	if (minutes <= 1) return t('Your turn probably comes in about a minute.');
	if (minutes < 60) return t('Your turn probably comes in about {minutes} minutes.', { minutes });
	const hours = Math.round(minutes / 60);
	if (hours === 1) return t('Your turn probably comes in about an hour.');
	return t('Your turn probably comes in about {hours} hours.', { hours });
}
