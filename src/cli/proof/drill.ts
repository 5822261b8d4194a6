/**
 * The proof of a drill: with the reference recovery every objective is met, whichever fault was
 * drawn; every workaround falls; and untouched it stays broken. Nothing waits for the windows.
 */
import {
	eventsOf,
	figuresOf,
	MemoryLedger,
	planOf,
	Play,
	playedLab,
	Prober,
	SandboxHands,
	soonest,
	type Plan
} from '#lib/server/drills/index.ts';
import { GRADER, type Drill, type Lab, type Rescue } from '#lib/server/labs/index.ts';
import { runStep } from '#lib/server/scenes/index.ts';
import { playDrillFaults } from './drill-faults.ts';
import { ending, type Stage } from './stage.ts';
import type { Stages } from './stages.ts';

const STEP_SECONDS = 120;
const TICK_MILLISECONDS = 500;
/** Between all being steady and the strike. */
const CALM_MILLISECONDS = 1500;

interface Trial {
	/** For the author. */
	name: string;
	fault: string;
	rescue: Rescue[];
	expects: 'met' | 'missed' | 'broken';
}

interface Site {
	stages: Stages;
	lab: Lab;
	tell: (text: string) => void;
}

/** What an author must mend, one sentence each. `all`: every fault and workaround, not only the first fault. */
export async function proveDrill({ stages, lab, tell }: Site, all: boolean): Promise<string[]> {
	const { drill } = lab;
	if (!drill) return [];
	if (drill.rescue.length === 0)
		return [
			'Nothing shows that the drill can be won: write solve/drill.HOST.sh, which recovers from its faults.'
		];
	const trials = trialsOf(drill, all).map(async (trial) => {
		const found = await stages.on(lab, `${lab.id}-0`, (stage) => playTrial(stage, drill, trial));
		tell(trial.name);
		return found;
	});
	const faults = all ? stages.on(lab, `${lab.id}-0`, (stage) => playDrillFaults(stage, drill)) : [];
	return (await Promise.all([faults, ...trials])).flat();
}

function trialsOf(drill: Drill, all: boolean): Trial[] {
	const faults = [...new Set(drill.strikes.flatMap(({ faults }) => faults))];
	const [first = ''] = faults;
	const reference = faults.map((fault): Trial => ({
		...{ name: `the drill with ${fault}`, fault, rescue: drill.rescue, expects: 'met' }
	}));
	if (!all) return reference.slice(0, 1);
	return [
		...reference,
		...drill.workarounds.map(({ name, rescue }): Trial => ({
			...{ name: `the workaround ${name}`, fault: first, rescue, expects: 'missed' }
		})),
		{ name: 'the drill, untouched', fault: first, rescue: [], expects: 'broken' }
	];
}

async function playTrial(stage: Stage, drill: Drill, trial: Trial): Promise<string[]> {
	const { lab, sandbox, values } = stage;
	if (!sandbox) return ['A drill needs machines, and this lab has none.'];
	const before = lab.solutions.filter(({ task }) => drill.needs.includes(task));
	const problems = await stage.apply(before);
	// Who waits for nothing needs to wait for the end of it only so long.
	const limitSeconds = trial.expects === 'met' ? drill.limitSeconds : patience(drill);
	const ledger = new MemoryLedger(lab.probes.length);
	const plan = hurried(planOf(drill, soonest), trial.fault);
	const playing = { probes: lab.probes, drill: { ...drill, limitSeconds } };
	const play = new Play({
		...{ lab: playing, plan, ledger },
		prober: new Prober({ sandbox, host: GRADER, lab, values, name: 'proof' }),
		hands: new SandboxHands({ sandbox, lab, values })
	});
	let helped = false;
	for (;;) {
		const standing = await play.tick();
		if (standing === 'unsteady')
			return [
				...problems,
				`Before ${trial.name}, the probes never became steady: ${whatTheySaw(lab, ledger)}`
			];
		if (standing === 'played') break;
		if (!helped && calls(ledger, drill, await play.now())) {
			helped = true;
			ledger.add({ kind: 'noticed', at: await play.now(), text: '' });
			for (const rescue of trial.rescue) problems.push(...(await help(stage, rescue)));
		}
		await new Promise((resolve) => setTimeout(resolve, TICK_MILLISECONDS));
	}
	const asked = ledger
		.samples()
		.map((samples, index) => ({ everyMilliseconds: lab.probes[index]!.everyMilliseconds, samples }));
	return [
		...problems,
		...judge(trial, figuresOf({ lab: playedLab(lab, drill), plan, events: ledger.events(), asked }))
	];
}

/** Who recovers comes when it shows from outside, or when it would have by then. */
function calls(ledger: MemoryLedger, { settleSeconds }: Drill, now: number): boolean {
	const [struck] = eventsOf(ledger.events(), 'struck');
	if (!struck) return false;
	const bad = ledger
		.samples()
		.some((samples) => samples.some(({ at, outcome }) => at >= struck.at && outcome === 'bad'));
	return bad || now >= struck.at + settleSeconds * 1000;
}

const patience = ({ settleSeconds, steadySeconds }: Drill) => 2 * settleSeconds + 6 * steadySeconds + 60;

const hurried = ({ strikes }: Plan, fault: string): Plan => ({
	strikes: strikes.map((strike, index) => ({
		...strike,
		fault: strike.how === 'fault' && (index === 0 || strike.second) ? fault : strike.fault,
		afterMilliseconds: Math.min(strike.afterMilliseconds, CALM_MILLISECONDS)
	}))
});

async function help({ sandbox, lab, values }: Stage, { host, script }: Rescue): Promise<string[]> {
	const step = { host, script, args: [], env: {}, timeoutSeconds: STEP_SECONDS };
	const { code, stdout, stderr, timedOut } = await runStep(sandbox!, lab, step, values);
	if (code === 0) return [];
	const how = timedOut ? `ran out of its ${STEP_SECONDS} seconds` : `ends with exit ${code}`;
	return [`${script.path} ${how}: ${ending(stdout + stderr)}`];
}

function judge(trial: Trial, { objectives, strikes, timeUp }: ReturnType<typeof figuresOf>): string[] {
	const unmet = objectives.filter(({ state }) => state !== 'met');
	if (trial.expects === 'met') {
		if (strikes[0]?.stood)
			return [`In ${trial.name} nothing showed from outside: no probe notices this fault.`];
		return unmet.map(({ title, result }) => `In ${trial.name}, the reference misses “${title}”: ${result}.`);
	}
	if (trial.expects === 'missed')
		return unmet.length > 0 || timeUp
			? []
			: [`In ${trial.name} every objective is met: the second strike does not fell it.`];
	return strikes[0]?.toRecover === null
		? []
		: ['Untouched, the drill is well again by itself: nobody needs to do anything.'];
}

const whatTheySaw = (lab: Lab, ledger: MemoryLedger) =>
	lab.probes
		.map(({ id }, index) => {
			const last = ledger.samples()[index]?.at(-1);
			return `${id} ${last ? `${last.outcome} ${last.note}`.trim() : 'got no answer'}`;
		})
		.join(', ')
		.concat('.');
