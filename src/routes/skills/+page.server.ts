/** What the reader has shown, in every course they have begun. */
import { redirect } from '@sveltejs/kit';
import { skillsOf } from '../skills.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	const { user, progress, labs } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	setHeaders({ 'cache-control': 'private, no-store' });
	const work = progress.doneByPeople([user.id]).get(user.id) ?? new Map();
	const courses = labs
		.courses()
		.filter(({ outcomes }) => outcomes.length > 0)
		.map((course) => ({ id: course.id, title: course.title, skills: skillsOf(course, work) }));
	const begun = courses.filter(({ skills }) => skills.some(({ state }) => state !== 'new'));
	return { begun, others: courses.length - begun.length };
};
