import type { ClientInit } from '@sveltejs/kit';
import { mendStyles } from '#lib/components/mend-styles.ts';
import { learn, spokenOf, speak } from '#lib/words/index.ts';

/** The page is already in the reader's language; its dictionary is there before anything comes alive. */
export const init: ClientInit = async () => {
	mendStyles();
	const language = spokenOf([document.documentElement.lang]) ?? 'en';
	if (language === 'fr') {
		const { default: phrases, kept } = await import('#lib/words/fr/index.ts');
		learn('fr', { phrases, kept });
	}
	speak(() => language);
};
