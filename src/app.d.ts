import type { Language } from '#lib/words/index.ts';
import type { Services } from '#lib/server/services.ts';
import type { User } from '#lib/server/db/index.ts';

declare global {
	namespace App {
		interface Locals extends Services {
			/** Who asks; null for a visitor. */
			user: Pick<User, 'id' | 'name' | 'role'> | null;
			/** The author who asks as a learner, in a lab they try out; null everywhere else. */
			author: Pick<User, 'id' | 'name' | 'role'> | null;
			/** SHA-256 of the session's cookie, to find and end this very session. */
			sessionId: string | null;
			/** Languages they read, best first. */
			languages: string[];
			/** The language the interface speaks to them. */
			language: Language;
		}
		interface Error {
			message: string;
			/** What the person can try. */
			remedy?: string;
		}
	}
}
