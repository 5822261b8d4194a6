import type { SignUpMode } from '#lib/server/auth/index.ts';
import type { Phrase } from '#lib/words/index.ts';

/** Who may sign up, as an operator chooses. */
export const MODES = [
	{
		mode: 'open',
		label: 'Open ## to whoever comes',
		means: 'Whoever reaches this site can make an account, as a learner.'
	},
	{
		mode: 'invitation',
		label: 'By invitation',
		means: 'Only people with an invitation code can make an account.'
	},
	{
		mode: 'closed',
		label: 'Closed ## to everybody',
		means: 'Nobody can make an account. Those who have one can sign in.'
	}
] as const satisfies { mode: SignUpMode; label: Phrase; means: Phrase }[];
