/**
 * Scenes: a lab's machines, brought up and set as the lab wants them.
 *
 * The same for a learner's run and for an author who tries a lab out. Knows nothing of either.
 */
export { bringUp, BringUpError, type BringUp, type StartStep } from './bring-up.ts';
export { FaultError, hurts, inject, mend, type FaultScene } from './faults.ts';
export { runStep } from './run-step.ts';
export { sandboxSpec } from './sandbox-spec.ts';
