/** Who sits where: teams dealt from a list, and whether what somebody wrote can be played. */
import { SEATS, type GameDaySeat } from '#lib/server/db/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

export type Seating = Omit<GameDaySeat, 'dayId'>;

export const TEAM_SIZES = [2, 3, 4, 5, 6];

/** Teams as equal as can be, none larger than `size`: a lead, operators, and a scribe where they are three or more. */
export function deal(userIds: number[], size: number): Seating[] {
	const teams = Math.max(1, Math.ceil(userIds.length / size));
	const places = userIds.map((userId, index) => ({
		userId,
		team: (index % teams) + 1,
		place: Math.floor(index / teams)
	}));
	return places.map(({ userId, team, place }) => {
		const people = places.filter((one) => one.team === team).length;
		const role = place === 0 ? 'lead' : place === people - 1 && people >= 3 ? 'scribe' : 'operator';
		return { userId, team, role };
	});
}

/** Seats as a form has them, by person; a team of 0 is none. */
export function seatsFrom(
	userIds: number[],
	written: (userId: number) => { team: string; role: string }
): Seating[] {
	return userIds.flatMap((userId) => {
		const { team: typed, role: named } = written(userId);
		const team = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
		const role = SEATS.find((one) => one === named) ?? 'operator';
		return team > 0 ? [{ userId, team, role }] : [];
	});
}

/** Each team has one lead, whose machines it works on. */
export function wrongIn(seats: Seating[]): Refusal | null {
	for (const [team, people] of Map.groupBy(seats, (seat) => seat.team)) {
		const leads = people.filter(({ role }) => role === 'lead').length;
		if (leads !== 1)
			return {
				refused:
					leads === 0
						? t('Team {team} has no incident lead. Give it one.', { team })
						: t('Team {team} has {leads} incident leads. Give it one.', { team, leads })
			};
	}
	return null;
}
