/**
 * What not every lab needs: its code is fetched with the labs that do, before they are drawn, so that
 * a learner's first prompt does not wait for it.
 */

import type { PageServerData } from './$types';
import type AnswerField from './AnswerField.svelte';
import type ControlRoom from './ControlRoom.svelte';
import type HostMap from './HostMap.svelte';
import type Preview from './Preview.svelte';
import type QuizForm from './QuizForm.svelte';
import type StartPanel from './Start.svelte';
import type { LabData } from './types.ts';
import type TrialStrip from './TrialStrip.svelte';
import type Workbench from './Workbench.svelte';

export interface Parts {
	/** For who is not signed in. */
	Preview: typeof Preview | null;
	/** Before machines are up, and after. */
	StartPanel: typeof StartPanel | null;
	/** Of machines that are more than one alone. */
	HostMap: typeof HostMap | null;
	ControlRoom: typeof ControlRoom | null;
	AnswerField: typeof AnswerField | null;
	QuizForm: typeof QuizForm | null;
	/** For an author who sees it as a learner. */
	TrialStrip: typeof TrialStrip | null;
	Workbench: typeof Workbench | null;
}

const NONE: Parts = {
	...{ Preview: null, StartPanel: null, HostMap: null, ControlRoom: null },
	...{ AnswerField: null, QuizForm: null, TrialStrip: null, Workbench: null }
};
const LATER_MILLISECONDS = 3000;

export const partsFor = (data: PageServerData): Promise<Parts> =>
	data.signedIn ? forLearner(data) : forVisitor();

const startPanel = () => import('./Start.svelte');

/** What is needed when the machines stop is here by then, whatever the network does. */
export function fetchLater(): () => void {
	const later = setTimeout(() => void startPanel(), LATER_MILLISECONDS);
	return () => clearTimeout(later);
}

async function forVisitor(): Promise<Parts> {
	return { ...NONE, Preview: (await import('./Preview.svelte')).default };
}

async function forLearner({ lab, run, drill, tasks, quizzes, trial, workbench }: LabData): Promise<Parts> {
	const [hosts, networks] = [lab.hosts.length, lab.networks.length];
	const [StartPanel, HostMap, ControlRoom, AnswerField, QuizForm, TrialStrip, Workbench] = await Promise.all([
		part(hosts > 0 && run?.state !== 'ready', startPanel),
		part(hosts > 1 || networks > 0, () => import('./HostMap.svelte')),
		part(drill, () => import('./ControlRoom.svelte')),
		part(hasAnswers(tasks), () => import('./AnswerField.svelte')),
		part(Object.keys(quizzes).length > 0, () => import('./QuizForm.svelte')),
		part(trial, () => import('./TrialStrip.svelte')),
		part(workbench, () => import('./Workbench.svelte'))
	]);
	return { ...NONE, StartPanel, HostMap, ControlRoom, AnswerField, QuizForm, TrialStrip, Workbench };
}

async function part<T>(needed: unknown, fetch: () => Promise<{ default: T }>): Promise<T | null> {
	return needed ? (await fetch()).default : null;
}

const hasAnswers = (tasks: LabData['tasks']) =>
	tasks.some(({ checks }) => checks.some(({ type }) => type === 'answer'));
