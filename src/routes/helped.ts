/** Help for the home page: what somebody waits for, and what they were answered since yesterday. */
const ANSWERS_LAST_MILLISECONDS = 24 * 3_600_000;

export interface HelpOnPage {
	id: number;
	lab: { href: string; title: string };
	/** How many are to be helped before; null when it was answered. */
	before: number | null;
	/** Who comes, or who has helped. */
	helper: string | null;
	answer: string;
}

/** The open one first, then the newest. */
export function helpOnPage({ lessons, labs, user }: App.Locals, now = Date.now()): HelpOnPage[] {
	if (!user) return [];
	const open = lessons.help.open(user.id);
	const answered = lessons.help.answered(user.id, new Date(now - ANSWERS_LAST_MILLISECONDS));
	return [...(open ? [open] : []), ...answered].map((asked) => ({
		...{ id: asked.id, helper: asked.takenName, answer: asked.answer },
		lab: { href: `/labs/${asked.labId}`, title: labs.lab(asked.labId)?.title ?? asked.labId },
		before: 'before' in asked ? (asked.before as number) : null
	}));
}
