import type { Role } from '#lib/server/db/index.ts';
import type { Phrase } from '#lib/words/index.ts';

/** The roles, and what each may do, as an operator chooses between them. */
export const ROLES = [
	{ role: 'learner', label: 'Learner' },
	{ role: 'instructor', label: 'Instructor' },
	{ role: 'operator', label: 'Operator' }
] as const satisfies { role: Role; label: Phrase }[];

export const roleFrom = (typed: string): Role | null =>
	ROLES.find(({ role }) => role === typed)?.role ?? null;
