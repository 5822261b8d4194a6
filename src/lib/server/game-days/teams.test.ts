import { expect, test } from 'vitest';
import { deal, seatsFrom, wrongIn } from './teams.ts';

test('teams are dealt as equal as can be, each with one lead, and with a scribe from three on', () => {
	const seats = deal([1, 2, 3, 4, 5, 6, 7], 3);
	const teams = [...Map.groupBy(seats, ({ team }) => team).values()];
	expect(teams.map((people) => people.map(({ role }) => role))).toEqual([
		['lead', 'operator', 'scribe'],
		['lead', 'operator'],
		['lead', 'operator']
	]);
	expect(wrongIn(seats)).toBeNull();
	expect(wrongIn(deal([1], 4))).toBeNull();
	expect(deal([], 3)).toEqual([]);
});

test('seats are read from a form, and a team without one lead is told of', () => {
	const written: Record<number, { team: string; role: string }> = {
		1: { team: '2', role: 'operator' },
		2: { team: '2', role: 'emperor' },
		3: { team: '0', role: 'lead' },
		4: { team: 'x', role: 'lead' }
	};
	const seats = seatsFrom([1, 2, 3, 4], (id) => written[id]!);
	expect(seats).toEqual([
		{ userId: 1, team: 2, role: 'operator' },
		{ userId: 2, team: 2, role: 'operator' }
	]);
	expect(wrongIn(seats)).toEqual({ refused: 'Team 2 has no incident lead. Give it one.' });
});
