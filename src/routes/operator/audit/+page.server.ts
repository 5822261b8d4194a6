import { operatorOf } from '../guard.ts';
import { DEEDS } from './deeds.ts';
import type { Deed } from '#lib/server/audit/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	operatorOf(locals, url);
	setHeaders({ 'cache-control': 'private, no-store' });
	const search = (url.searchParams.get('q') ?? '').slice(0, 100);
	const typed = url.searchParams.get('deed') ?? '';
	const deed = (Object.keys(DEEDS) as Deed[]).find((known) => known === typed) ?? null;
	return {
		...locals.audit.list({ deed, search, page: Number(url.searchParams.get('page') ?? 1) }),
		...{ search, deed, days: locals.config.AUDIT_DAYS }
	};
};
