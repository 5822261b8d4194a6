/**
 * Drills: something breaks at a moment that nobody announces; what counts is how soon it is noticed
 * and well again, as probes see it that no learner can reach.
 *
 * A play (play.ts) is driven by facts in a ledger; Drills drives those of learners. Knows nothing of
 * the web, and of runs only whose machines they are.
 */
export { Drills, type DrillOnPage } from './drills.ts';
export type { DrillsOptions, Occasion } from './options.ts';
export { eventsOf, type DrillEvent } from './events.ts';
export { figuresOf } from './figures.ts';
export { SandboxHands, type Machines } from './hands.ts';
export { MemoryLedger } from './ledger.ts';
export { planOf, soonest, type Plan } from './plan.ts';
export { playedLab } from './record.ts';
export { Play } from './play.ts';
export { Prober } from './prober.ts';
