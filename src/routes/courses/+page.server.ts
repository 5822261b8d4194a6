/** The catalogue: every course and lab. The page shows what its address asks to see of them. */
import { courseCard, labsOf, sofar } from './cards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const so = sofar(locals);
	const courses = locals.labs.courses();
	return {
		courses: courses.map((course) => courseCard(course, so)),
		labs: courses.flatMap((course) => labsOf(course, so))
	};
};
