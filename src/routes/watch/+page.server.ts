import { listed } from '../recordings/listed.ts';
import { namesFor } from '../classes/names.ts';
import { staffOf } from './guard.ts';
import type { PageServerLoad } from './$types';

/** Who is at work now, and what was recorded last. */
export const load: PageServerLoad = async ({ locals, cookies, url, setHeaders }) => {
	const staff = staffOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const { watchings, recordings, labs, terminals } = locals;
	const names = namesFor({ cookies, locals });
	return {
		runs: watchings
			.allUnderway()
			.filter(({ userId }) => userId !== staff.id)
			.map(({ id, userId, userName, labId, generation, startedAt }) => ({
				...{ id, person: names.of(userId, userName), lab: labs.lab(labId)?.title ?? labId, startedAt },
				shells: terminals.open(`${id}/${generation}/`).length
			})),
		recordings: (await recordings.latest())
			.filter(({ userId }) => userId !== staff.id)
			.map((recording) => ({
				...listed(recording, labs),
				person: names.of(recording.userId, recording.userName)
			}))
	};
};
