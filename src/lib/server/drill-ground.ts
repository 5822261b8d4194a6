/** Where drills are played: what they and game days ask of rooms they do not know. */
import type { Crews } from './crews/index.ts';
import type { DrillRow } from './db/index.ts';
import { Drills, type DrillsOptions } from './drills/index.ts';
import { GameDays, type GameDaysOptions } from './game-days/index.ts';
import { DRILL_PLACE } from './labs/index.ts';
import type { Progress } from './progress/index.ts';
import type { Recordings } from './recordings/index.ts';
import type { Runs } from './runs/index.ts';

export interface Ground {
	runs: Runs;
	progress: Progress;
	recordings: Recordings;
	crews: Crews;
}

export function openDrills(
	options: Pick<DrillsOptions, 'db' | 'bulletin' | 'log'> & Pick<GameDaysOptions, 'labs' | 'classes'>,
	ground: Ground
): { drills: Drills; gameDays: GameDays } {
	const { runs, progress, recordings, crews } = ground;
	const drills: Drills = new Drills({
		...{ ...options, crews, touch: runs.touch },
		classmates: (userId) => options.classes.roster.mates(userId),
		earned: (drill, points) => record(ground, drill, points),
		commands: (stretch) => recordings.commands(stretch),
		occasion: (userId, labId) => gameDays.occasion(userId, labId),
		/** As long as nobody has stopped or reset them. */
		async machines({ userId, runId, generation }) {
			const found = await runs.sandboxFor(null, runId);
			const lab = found?.run.generation === generation ? runs.labOf(found.run) : null;
			return found && lab && { sandbox: found.sandbox, lab, values: runs.values(userId, lab) };
		},
		hosts: async (runId) => {
			const found = await runs.sandboxFor(null, runId);
			return found ? runs.hosts(found.run) : {};
		},
		undone: ({ userId, lab, run, tasks }) =>
			progress
				.standing(userId, lab, run)
				.filter(({ id, state }) => tasks.includes(id) && state !== 'done')
				.map(({ id }) => lab.tasks.find((task) => task.id === id)?.title ?? id)
	});
	const gameDays: GameDays = new GameDays({ ...options, drills, runs });
	drills.open();
	return { drills, gameDays };
}

/**
 * What a drill earned is an attempt like others, for everybody aboard: it counts with late days,
 * hand-ins and the rest. Whoever played on the machines of another has it beside what they did on
 * their own, so that both add up.
 */
function record(
	{ progress, runs, crews }: Ground,
	drill: DrillRow,
	{ earned, of }: { earned: number; of: number }
): void {
	const { labId, digest, startedAt } = drill;
	for (const { userId } of crews.people(drill)) {
		const own = userId === drill.userId ? null : runs.last(userId, labId);
		progress.record({
			...{ userId, labId, digest, ...DRILL_PLACE },
			...{ runId: own?.id ?? drill.runId, generation: own?.generation ?? drill.generation },
			...{ verdict: earned === of ? 'pass' : 'fail', score: earned / of, answer: null, log: '' },
			...{ message: `${earned} of ${of} points`, milliseconds: Date.now() - startedAt.getTime() },
			trigger: 'button'
		});
	}
}
