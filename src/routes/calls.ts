/** What somebody is called to: game days of their classes, and drills they are asked to take over. */
export function callsOnPage({ user, gameDays, drills, labs }: App.Locals) {
	if (!user) return { days: [], offers: [] };
	return {
		days: gameDays.ofMember(user.id).filter(({ state }) => state !== 'over'),
		offers: drills.room.offersTo(user.id).map(({ id, from, labId }) => ({
			...{ id, from },
			lab: labs.lab(labId)?.title ?? labId
		}))
	};
}
