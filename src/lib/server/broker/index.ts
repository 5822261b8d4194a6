/**
 * The broker: what a script on a lab's grader needs to look at the lab's other hosts. Checks and
 * steps of a setup use it alike. Knows nothing of verdicts or learners.
 */
export { withBroker, type Brokered, type Desk } from './broker.ts';
export { askingWords } from './words.ts';
