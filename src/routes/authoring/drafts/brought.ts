import { fail, redirect } from '@sveltejs/kit';
import type { Brought } from '#lib/server/drafts/index.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';

type Locals = Pick<App.Locals, 'drafts' | 'audit'>;
type Staff = NonNullable<App.Locals['user']>;

/** The zip in a form, as a draft or as a newer version of `draft`. */
export async function bringZip(
	locals: Locals,
	{ staff, request, draft = null }: { staff: Staff; request: Request; draft?: number | null }
) {
	const file = (await request.formData()).get('file');
	if (!(file instanceof File) || file.size === 0) return fail(400, { refused: t('Choose a file first.') });
	const zip = { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
	return broughtBy(locals, staff, await locals.drafts.bringZip(staff, zip, draft));
}

/** Written down, and on to its page; or why not. */
export async function broughtBy({ drafts, audit }: Locals, staff: Staff, brought: Brought | Refusal) {
	if ('refused' in brought) return fail(400, { refused: brought.refused });
	const draft = await drafts.find(staff, brought.id);
	const subject = draft?.labId ?? draft?.origin ?? '';
	const detail = [draft?.origin, draft?.commit.slice(0, 12)].filter(Boolean).join(' ');
	audit.record(staff, { deed: 'lab-draft', subject, detail });
	redirect(303, `/authoring/drafts/${brought.id}`);
}
