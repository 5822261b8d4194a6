import { error, fail } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { text } from '../../sign-in/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** For everybody who has the address: that is what it is for. */
export const load: PageServerLoad = ({ locals: { credentials, config, user }, params, setHeaders }) => {
	const certificate = credentials.find(params.code) ?? error(404, t('There is no such certificate.'));
	setHeaders({ 'cache-control': 'private, no-store' });
	const { jwt: _badge, userId, ...shown } = certificate;
	return {
		...shown,
		address: `${config.ORIGIN}/certificates/${shown.code}`,
		issuer: credentials.issuer().name,
		isMine: user?.id === userId,
		mayRevoke: user?.role === 'operator'
	};
};

export const actions: Actions = {
	revoke: async ({ locals: { credentials, audit, user }, params, request }) => {
		if (user?.role !== 'operator') error(403, t('Only operators may revoke a certificate.'));
		const revoked = credentials.revoke(params.code, text(await request.formData(), 'reason'));
		if ('refused' in revoked) return fail(400, { refused: revoked.refused });
		const detail = `${revoked.course}: ${revoked.revokedReason ?? ''}`;
		audit.record(user, { deed: 'revoke', subject: revoked.name, detail });
		return { done: t('It is revoked: this page and the status list say so from now on.') };
	}
};
