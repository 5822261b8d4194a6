import { classOf } from '../guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const { found } = classOf(event);
	event.setHeaders({ 'cache-control': 'private, no-store' });
	return {
		class: { id: found.id, title: found.title, kind: found.kind, archived: found.archivedAt !== null }
	};
};
