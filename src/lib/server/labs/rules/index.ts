/**
 * What must hold between two places of a lab. Each rule looks at one thing and reports every
 * breach of it; the order does not matter, and none of them changes the lab.
 */
import type { Draft } from '../draft.ts';
import type { Lab } from '../lab.ts';
import { faultsAreSound } from './faults.ts';
import { drillsCanBePlayed } from './drills.ts';
import { guideShowsEveryTask } from './guide.ts';
import { hintsKeepTheSolution } from './hints.ts';
import { nothingLeaks } from './leaks.ts';
import { namesAreKnown } from './names.ts';
import { paramsAreDeclared, paramsMakeSense } from './params.ts';
import { patternsAreSafe } from './patterns.ts';
import { hostsKeepSecrets } from './readable.ts';
import { scriptsAreSound } from './scripts.ts';
import { strictHostsHaveNoRoot } from './strict.ts';
import { textsAreClean } from './texts.ts';
import { viewsAreSound } from './views.ts';

export type Rule = (draft: Draft, lab: Lab) => void;

const RULES: Rule[] = [
	textsAreClean,
	namesAreKnown,
	strictHostsHaveNoRoot,
	faultsAreSound,
	viewsAreSound,
	paramsMakeSense,
	paramsAreDeclared,
	patternsAreSafe,
	drillsCanBePlayed,
	scriptsAreSound,
	hintsKeepTheSolution,
	guideShowsEveryTask,
	nothingLeaks,
	hostsKeepSecrets
];

export function applyRules(draft: Draft, lab: Lab) {
	for (const rule of RULES) rule(draft, lab);
}
