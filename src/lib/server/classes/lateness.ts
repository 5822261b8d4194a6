/** When work counts, and for how much: plain arithmetic on moments. */
import type { Assignment, Extension } from '#lib/server/db/index.ts';

/** The dates as they are for one person. */
export interface Terms extends Pick<Assignment, 'opensAt' | 'dueAt' | 'closesAt' | 'latePercent'> {
	/** They have more time than the others. */
	extended: boolean;
}

const DAY = 24 * 60 * 60 * 1000;

/** An extension moves the due date, and the end of all by as much; it never takes time away. */
export function termsFor(assignment: Assignment, extension: Pick<Extension, 'dueAt'> | null): Terms {
	const { opensAt, dueAt, closesAt, latePercent } = assignment;
	const more = extension && dueAt ? Math.max(0, extension.dueAt.getTime() - dueAt.getTime()) : 0;
	const moved = (at: Date | null) => at && new Date(at.getTime() + more);
	return { opensAt, dueAt: moved(dueAt), closesAt: moved(closesAt), latePercent, extended: more > 0 };
}

/** Days begun after the due date; 0 in time. */
export const daysLate = ({ dueAt }: Terms, at: Date): number =>
	dueAt ? Math.max(0, Math.ceil((at.getTime() - dueAt.getTime()) / DAY)) : 0;

/** Share of the points that work of that moment is worth, 0 to 1. */
export function worth(terms: Terms, at: Date): number {
	if (terms.opensAt && at < terms.opensAt) return 0;
	if (terms.closesAt && at > terms.closesAt) return 0;
	return Math.max(0, 1 - (daysLate(terms, at) * terms.latePercent) / 100);
}
