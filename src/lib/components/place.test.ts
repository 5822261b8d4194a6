import { expect, it } from 'vitest';
import { placeWords } from './place.ts';

it.each([
	[{ before: 0, turn: 30_000 }, 'You are the next. Your turn probably comes in about a minute.'],
	[{ before: 1, turn: 200_000 }, 'One learner is before you. Your turn probably comes in about 4 minutes.'],
	[{ before: 7, turn: 5_400_001 }, '7 learners are before you. Your turn probably comes in about 2 hours.'],
	[{ before: 2, turn: null }, '2 learners are before you. Nobody can say yet how long it takes.']
])('says where one stands, and when the turn comes: %o', (place, words) => {
	expect(placeWords(place, 0)).toBe(words);
});
