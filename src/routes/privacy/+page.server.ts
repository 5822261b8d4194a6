import { error } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const text = locals.preferences.privacy;
	if (!text) error(404, t('The operator of this platform has not written anything about privacy.'));
	return { paragraphs: text.split(/\n\s*\n/) };
};
