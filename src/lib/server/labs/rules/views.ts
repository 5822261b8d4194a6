import type { Draft } from '../draft.ts';
import { suggestion } from '../spelling.ts';

/** A view shows one thing, of a host that learners may see. */
export function viewsAreSound(draft: Draft) {
	const { views, hosts } = draft.written;
	for (const [index, { terminal, web }] of views.entries()) {
		if ((terminal === undefined) === (web === undefined)) {
			draft.error(['views', index], 'A view is either a `terminal` or a `web` page.');
			continue;
		}
		const name = terminal ?? web!.host;
		const at = ['views', index, terminal === undefined ? 'web' : 'terminal'];
		const host = Object.hasOwn(hosts, name) ? hosts[name]! : null;
		if (!host)
			draft.error(at, `There is no host \`${name}\` in this lab.${suggestion(name, Object.keys(hosts))}`);
		else if (host.hidden) draft.error(at, `\`${name}\` is hidden, so it has nothing to show.`);
	}
}
