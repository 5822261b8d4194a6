import { randomBytes } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import type { RequestHandler } from './$types';

/** The link that `lab dev` prints: it signs its author in, once, and begins the lab. */
export const GET: RequestHandler = async (event) => {
	const { workbench, auth, runs, user } = event.locals;
	const lab = workbench?.lab ?? error(404, t('There is no workbench here.'));
	event.setHeaders({ 'cache-control': 'private, no-store' });
	if (user) redirect(303, `/labs/${lab.id}`);

	const account = { name: 'author', password: randomBytes(24).toString('base64url') };
	const token = event.url.searchParams.get('token') ?? '';
	const author = await auth.welcome(event, { ...account, token });
	if ('refused' in author)
		error(403, `${author.refused} ${t('End `lab dev` and start it again for another one.')}`);
	workbench?.enter(author.id);
	if (lab.hosts.length > 0) runs.start(author.id, lab);
	redirect(303, `/labs/${lab.id}`);
};
