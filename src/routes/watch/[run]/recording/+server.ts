import { error, redirect } from '@sveltejs/kit';
import { t } from '#lib/words/index.ts';
import { staffOf } from '../../guard.ts';
import type { RequestHandler } from './$types';

const BEFORE_MILLISECONDS = 2 * 60_000;

/** To the recording of a run's busiest terminal at a moment, two minutes before it. */
export const GET: RequestHandler = async ({ locals, url, params }) => {
	staffOf(locals, url);
	const at = Number(url.searchParams.get('at')) || Date.now();
	const recordings = /^\d{1,15}$/.test(params.run) ? await locals.recordings.ofRun(Number(params.run)) : [];
	const begun = recordings.filter(({ startedAt, bytes }) => startedAt.getTime() <= at && bytes > 0);
	const [last] = begun.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime());
	if (!last) error(404, t('Nothing of this lab was recorded: no terminal was open, or recordings are off.'));
	const from = Math.max(0, Math.round((at - BEFORE_MILLISECONDS - last.startedAt.getTime()) / 1000));
	redirect(303, `/recordings/${last.id}?from=${from}`);
};
