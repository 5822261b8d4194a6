import { redirect } from '@sveltejs/kit';
import { mend, text } from '../../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
	identityOf(locals);
	setHeaders({ 'cache-control': 'private, no-store' });
	const { RECORDINGS_DAYS, AUDIT_DAYS } = locals.config;
	return { kept: locals.dossier.kept, recordingsDays: RECORDINGS_DAYS, auditDays: AUDIT_DAYS };
};

export const actions: Actions = {
	delete: async (event) => {
		const { locals, request } = event;
		const { user } = identityOf(locals);
		const password = text(await request.formData(), 'current');
		const wrong = await locals.auth.confirm(event, user.id, password);
		if (wrong) return mend(wrong, {});
		const gone = await locals.dossier.delete(user.id);
		if ('refused' in gone) return mend({ ...gone, field: null }, {});
		locals.audit.record(
			{ id: null, name: gone.name },
			{ deed: 'delete', subject: gone.name, detail: 'by themselves' }
		);
		await locals.auth.signOut(event.cookies);
		redirect(303, '/');
	}
};

function identityOf({ user, sessionId }: App.Locals) {
	if (!user || sessionId === null) redirect(303, '/sign-in?next=/account/data');
	return { user, sessionId };
}
