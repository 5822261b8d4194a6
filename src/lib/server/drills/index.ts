/**
 * Drills: what breaks unannounced, asked from outside, and what recovery took.
 *
 * Its numbers come from a prober that learners cannot reach. Knows nothing of the web.
 */
export { Prober, readSamples, type Writes } from './prober.ts';
export { recoveryOf, steadySince, type Recovery } from './recovery.ts';
