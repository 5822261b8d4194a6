import type { SignUpMode } from '#lib/server/auth/index.ts';

/** Who may sign up, as an operator chooses. */
export const MODES: { mode: SignUpMode; label: string; means: string }[] = [
	{ mode: 'open', label: 'Open', means: 'Whoever reaches this site can make an account, as a learner.' },
	{
		mode: 'invitation',
		label: 'By invitation',
		means: 'Only people with an invitation code can make an account.'
	},
	{ mode: 'closed', label: 'Closed', means: 'Nobody can make an account. Those who have one can sign in.' }
];
