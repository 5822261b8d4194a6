/** That terminals are recorded, who looks at them at this moment, and in whose hands the machines are. */
import type { Run } from '#lib/server/db/index.ts';

export const watchedOnPage = (
	{ recordings, watchings, crews }: Pick<App.Locals, 'recordings' | 'watchings' | 'crews'>,
	run: Run | null
) => ({
	/** How long what the terminals show is kept; 0 when it is not. */
	recordedDays: recordings.days,
	/** Who has them for now, in the middle of a drill that was handed over; else null. */
	inHandsOf: run && crews.inHandsOf(run.id),
	onlookers: (run ? watchings.present(run.id) : []).map(({ watcherId, name, keyboard }) => ({
		id: watcherId,
		name,
		keyboard
	}))
});
