/** That terminals are recorded, and who looks at them at this moment. */
import type { Run } from '#lib/server/db/index.ts';

export const watchedOnPage = (
	{ recordings, watchings }: Pick<App.Locals, 'recordings' | 'watchings'>,
	run: Run | null
) => ({
	/** How long what the terminals show is kept; 0 when it is not. */
	recordedDays: recordings.days,
	onlookers: (run ? watchings.present(run.id) : []).map(({ watcherId, name, keyboard }) => ({
		id: watcherId,
		name,
		keyboard
	}))
});
