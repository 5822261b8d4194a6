/**
 * Scenes: a lab's machines, brought up and set as the lab wants them.
 *
 * The same for a learner's run and for an author who tries a lab out. Knows nothing of either.
 */
export { placePersonal, workAhead, type Ahead } from './ahead.ts';
export { bringUp, BringUpError, setScene, type BringUp, type StartStep } from './bring-up.ts';
export { isCopyInUse, onCopy, type Original } from './copy.ts';
export { FaultError, hurts, inject, mend, strike, type FaultScene } from './faults.ts';
export { lacksOf } from './lacks.ts';
export { runStep } from './run-step.ts';
export { imagesOf, sandboxSpec } from './sandbox-spec.ts';
export { applySolution, ending, solutionsOf } from './solution.ts';
export { neverFits, neverHas } from './lacks.ts';
