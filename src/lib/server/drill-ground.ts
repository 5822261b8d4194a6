/** Where drills are played: what they ask of runs, progress and recordings, rooms they do not know. */
import { Drills, type DrillsOptions } from './drills/index.ts';
import type { DrillRow } from './db/index.ts';
import { DRILL_PLACE } from './labs/index.ts';
import type { Progress } from './progress/index.ts';
import type { Recordings } from './recordings/index.ts';
import type { Runs } from './runs/index.ts';

export function openDrills(
	options: Pick<DrillsOptions, 'db' | 'bulletin' | 'log'>,
	{ runs, progress, recordings }: { runs: Runs; progress: Progress; recordings: Recordings }
): Drills {
	const drills = new Drills({
		...{ ...options, touch: runs.touch },
		earned: (drill, points) => record(progress, drill, points),
		commands: (stretch) => recordings.commands(stretch),
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

/** What a drill earned is an attempt like others: it counts with late days, hand-ins and the rest. */
function record(
	progress: Progress,
	{ userId, runId, generation, labId, digest, startedAt }: DrillRow,
	{ earned, of }: { earned: number; of: number }
): void {
	progress.record({
		...{ userId, runId, generation, labId, digest, ...DRILL_PLACE },
		...{ verdict: earned === of ? 'pass' : 'fail', score: earned / of, answer: null, log: '' },
		...{ message: `${earned} of ${of} points`, milliseconds: Date.now() - startedAt.getTime() },
		trigger: 'button'
	});
}
