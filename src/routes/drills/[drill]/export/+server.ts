import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { language, t } from '#lib/words/index.ts';
import look from '../../../../app.css?raw';
import reportLook from '../report.css?raw';
import ReportBody from '../ReportBody.svelte';
import type { RequestHandler } from './$types';

/** The report as one file that opens anywhere, without a network: no script, no picture from elsewhere. */
export const GET: RequestHandler = async ({ locals: { user, drills }, params }) => {
	if (!user) error(401, t('Sign in first.'));
	const report =
		(await drills.reports.find(Number(params.drill), user)) ??
		error(404, t('There is no such report for you.'));
	const { body } = render(ReportBody, { props: { report } });
	const day = new Date(report.startedAt).toISOString();
	const title = escaped(t('Drill: {lab}', { lab: report.lab.title }));
	const page = `<!doctype html>
<html lang="${language()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${look.replace(/@import[^;]*;/g, '')}${reportLook}
body { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem; } header { margin-bottom: 2rem; }</style>
<header><h1>${title}</h1><p>${escaped(report.learner)}, <time datetime="${day}">${day.slice(0, 16).replace('T', ' ')} UTC</time></p></header>
<main>${body}</main>
</html>
`;
	return new Response(page, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-disposition': `attachment; filename="drill-${report.lab.id}-${report.id}.html"`,
			'cache-control': 'private, no-store'
		}
	});
};

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
