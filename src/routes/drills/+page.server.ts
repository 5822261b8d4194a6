import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { user, drills }, setHeaders }) => {
	if (!user) redirect(303, '/sign-in?next=/drills');
	setHeaders({ 'cache-control': 'private, no-store' });
	return {
		own: drills.reports.list(user.id),
		/** What learners wrote, for who grades it. */
		written: user.role === 'learner' ? null : drills.reports.toGrade()
	};
};
