import { error, redirect } from '@sveltejs/kit';
import type { Recorded } from '#lib/server/recordings/index.ts';
import { t } from '#lib/words/index.ts';
import { placeOf } from '../listed.ts';

/**
 * A recording for who may see it: its learner, instructors and operators. Somebody else's look is
 * written down before anything is shown.
 */
export async function seenBy(locals: App.Locals, url: URL, id: string): Promise<Recorded> {
	const { user, recordings, watchings } = locals;
	if (!user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const recording = /^\d{1,15}$/.test(id) ? await recordings.find(Number(id)) : null;
	const mine = recording?.userId === user.id;
	if (!recording || (!mine && user.role === 'learner')) error(404, t('There is no such recording.'));
	if (!mine) {
		const run = { id: recording.runId, userId: recording.userId };
		watchings.lookedAtRecording({ run, watcher: user, place: placeOf(recording), recordingId: recording.id });
	}
	return recording;
}
