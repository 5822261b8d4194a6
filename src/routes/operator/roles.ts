import type { Role } from '#lib/server/db/index.ts';

/** The roles, and what each may do, as an operator chooses between them. */
export const ROLES: { role: Role; label: string }[] = [
	{ role: 'learner', label: 'Learner' },
	{ role: 'instructor', label: 'Instructor' },
	{ role: 'operator', label: 'Operator' }
];

export const roleFrom = (typed: string): Role | null =>
	ROLES.find(({ role }) => role === typed)?.role ?? null;
