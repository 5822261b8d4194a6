import type { Deed } from '#lib/server/audit/index.ts';
import type { Phrase } from '#lib/words/index.ts';

/** What was done, as an operator reads it. */
export const DEEDS = {
	role: 'changed a role',
	'switch-off': 'switched an account off',
	'switch-on': 'switched an account on',
	invite: 'made an invitation',
	uninvite: 'ended an invitation',
	'sign-up': 'changed who may sign up',
	setting: 'changed a setting',
	'reset-link': 'made a link for a new password',
	reset: 'chose a new password by such a link',
	export: 'took out their data',
	delete: 'deleted an account',
	team: 'changed a team',
	credential: 'was given a credential',
	revoke: 'revoked a credential',
	'game-day': 'ran a game day',
	'machines-extend': 'gave machines more time',
	'machines-reset': 'gave new machines',
	'lab-draft': 'brought a draft of a lab',
	'lab-publish': 'published a lab',
	'lab-unpublish': 'took a published lab back',
	'lab-delete': 'deleted a draft of a lab'
} as const satisfies Record<Deed, Phrase>;

/** Whose subject is words of ours; that of all others is a name. */
export const WORDED: ReadonlySet<Deed> = new Set(['invite', 'uninvite', 'setting', 'sign-up']);
