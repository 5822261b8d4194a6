/**
 * The whole data model, a file for each subject. Facts are stored, states are derived: a task is
 * done because an attempt says so, a run is over because it has an end.
 *
 * After a change: `npm run db:generate` writes the migration that the next start applies.
 */
export * from './schema/assignments.ts';
export * from './schema/capacity.ts';
export * from './schema/capstones.ts';
export * from './schema/classes.ts';
export * from './schema/entries.ts';
export * from './schema/audit.ts';
export * from './schema/credentials.ts';
export * from './schema/faults.ts';
export * from './schema/lessons.ts';
export * from './schema/drafts.ts';
export * from './schema/drills.ts';
export * from './schema/game-days.ts';
export * from './schema/people.ts';
export * from './schema/platform.ts';
export * from './schema/recordings.ts';
export * from './schema/rounds.ts';
export * from './schema/runbooks.ts';
export * from './schema/runs.ts';
export * from './schema/watching.ts';
