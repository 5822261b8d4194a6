/** What somebody in line is told. */

export interface PlaceInLine {
	/** How many are before them. */
	before: number;
	/** When their turn probably comes, in milliseconds since 1970; null when nobody knows. */
	turn: number | null;
}

export function placeWords({ before, turn }: PlaceInLine, now: number): string {
	const ahead =
		before === 0
			? 'You are the next.'
			: before === 1
				? 'One learner is before you.'
				: `${before} learners are before you.`;
	return `${ahead} ${turnWords(turn, now)}`;
}

function turnWords(turn: number | null, now: number): string {
	if (turn === null) return 'Nobody can say yet how long it takes.';
	const minutes = Math.ceil((turn - now) / 60_000);
	if (minutes <= 1) return 'Your turn probably comes in about a minute.';
	if (minutes < 60) return `Your turn probably comes in about ${minutes} minutes.`;
	const hours = Math.round(minutes / 60);
	return `Your turn probably comes in about ${hours === 1 ? 'an hour' : `${hours} hours`}.`;
}
