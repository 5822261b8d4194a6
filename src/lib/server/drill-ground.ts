/** Where drills are played: what they ask of runs and progress, two rooms they do not know. */
import { Drills, type DrillsOptions } from './drills/index.ts';
import type { Progress } from './progress/index.ts';
import type { Runs } from './runs/index.ts';

export function openDrills(
	options: Pick<DrillsOptions, 'db' | 'bulletin' | 'log'>,
	{ runs, progress }: { runs: Runs; progress: Progress }
): Drills {
	const drills = new Drills({
		...{ ...options, touch: runs.touch },
		/** As long as nobody has stopped or reset them. */
		async machines({ userId, runId, generation }) {
			const found = await runs.sandboxFor(userId, runId);
			const lab = found?.run.generation === generation ? runs.labOf(found.run) : null;
			return found && lab && { sandbox: found.sandbox, lab, values: runs.values(userId, lab) };
		},
		undone: ({ userId, lab, run, tasks }) =>
			progress
				.standing(userId, lab, run)
				.filter(({ id, state }) => tasks.includes(id) && state !== 'done')
				.map(({ id }) => lab.tasks.find((task) => task.id === id)?.title ?? id)
	});
	drills.open();
	return drills;
}
