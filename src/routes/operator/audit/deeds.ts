import type { Deed } from '#lib/server/audit/index.ts';

/** What was done, as an operator reads it. */
export const DEEDS: Record<Deed, string> = {
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
	'lab-draft': 'brought a draft of a lab',
	'lab-publish': 'published a lab',
	'lab-unpublish': 'took a published lab back',
	'lab-delete': 'deleted a draft of a lab'
};
