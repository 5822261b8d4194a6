/** Whether machines last as long as a drill may take: one that their end would cut off is not begun. */
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { t } from '#lib/words/index.ts';
import type { Refusal } from '../refusal.ts';

export function tooLittleTime({ drill }: Lab, { deadline }: Run): Refusal | null {
	const windows = [...drill!.strikes, ...(drill!.second ? [drill!.second] : [])];
	const waits = windows.reduce((sum, { window }) => sum + window.toSeconds, 0);
	const most =
		drill!.warmUpSeconds + (windows[0]?.window.toSeconds ?? 0) + Math.max(drill!.limitSeconds, waits);
	const left = (deadline.getTime() - Date.now()) / 1000;
	if (left >= most) return null;
	const minutes = Math.ceil(most / 60);
	return {
		refused: t(
			'This drill may take {minutes} minutes, and the lab ends before that. Press “30 minutes more” first, or start the lab anew.',
			{ minutes }
		)
	};
}
