/** What each may do in a drill. Everybody aboard may work at the terminals but who has handed them over. */

/** `gone`: has handed the machines over. */
export type Role = 'alone' | 'lead' | 'operator' | 'scribe' | 'successor' | 'gone';

export interface Rights {
	work: boolean;
	/** Say that something was noticed. */
	notice: boolean;
	/** Say how things stand, for everybody. */
	declare: boolean;
	log: boolean;
	giveUp: boolean;
}

export interface Seat {
	role: Role;
	may: Rights;
}

export const rightsAlone: Rights = { work: true, notice: true, declare: false, log: true, giveUp: true };
const NONE: Rights = { work: false, notice: false, declare: false, log: false, giveUp: false };

const RIGHTS: Record<Role, Rights> = {
	alone: rightsAlone,
	successor: rightsAlone,
	lead: { work: true, notice: true, declare: true, log: false, giveUp: true },
	operator: { ...NONE, work: true },
	scribe: { ...NONE, work: true, log: true },
	gone: NONE
};

/** A team without a scribe has its log written by its lead. */
export function rightsOf(role: Role, people: { role: Role }[]): Rights {
	const noScribe = !people.some((one) => one.role === 'scribe');
	return role === 'lead' && noScribe ? { ...RIGHTS.lead, log: true } : RIGHTS[role];
}
