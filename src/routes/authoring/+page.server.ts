/** For those who write labs: what was read from the folder, and what must be mended. */
import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { byFile } from './by-file.ts';
import { proofView } from './proof-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { labs, proofs, fitting, user }, url }) => {
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (user.role === 'learner') error(403, t('Only instructors and operators see the authoring page.'));
	const withChecks = labs.all().filter(({ tasks }) => tasks.length > 0);
	return {
		proofs: await Promise.all(
			withChecks.map(async (lab) => proofView({ id: lab.id, title: lab.title }, await proofs.find(lab)))
		),
		/** Labs this machine cannot run, and why. */
		unfit: labs.all().flatMap(({ id, title, language = 'en' }) => {
			const lacks = fitting.lacks(id);
			return lacks.length > 0 ? [{ id, title, language, lacks }] : [];
		}),
		problems: byFile(labs.problems()),
		labs: labs.all().map(({ id, title, version, digest, courseId, hosts, tasks }) => ({
			...{ id, title, version, digest, courseId },
			hosts: hosts.length,
			tasks: tasks.length,
			checks: tasks.flatMap(({ checks }) => checks).length,
			hints: tasks.flatMap(({ hints }) => hints).length
		}))
	};
};
