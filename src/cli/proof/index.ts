/**
 * The proof of a lab: its fresh machines are red, its solution turns them green, no wrong solution
 * earns full marks, and its checks always say the same. What is found is a list of sentences; an
 * empty one is the proof. Commands of the solution that no check misses are listed beside it.
 */
import type { Lab } from '#lib/server/labs/index.ts';
import { PROOF_FORMAT, type ProofCard } from '#lib/server/proofs/index.ts';
import { proveDrill } from './drill.ts';
import { noFaults } from './faults.ts';
import { Ledger } from './ledger.ts';
import { measure, type Cost } from './measure.ts';
import { mutantsOf } from './mutants.ts';
import { playSolution } from './solution.ts';
import { allChecks } from './stage.ts';
import { SceneError, type Stages } from './stages.ts';
import { acceptsMutant, acceptsWrong } from './variants.ts';

export { Stages } from './stages.ts';

export interface Thoroughness {
	/** Draws of the parameters with which the solution is played. */
	seeds: number;
	/** Plays of the solution with each of them. */
	repeat: number;
	/** Looks at each check in the same state. */
	looks: number;
	/** Most mutants to try. */
	mutants: number;
}

export const THOROUGH: Thoroughness = { seeds: 1, repeat: 1, looks: 3, mutants: 12 };
/** For the moment after an edit: no mutants, one look. */
export const FAST: Thoroughness = { seeds: 1, repeat: 1, looks: 1, mutants: 0 };

export interface ProofOrder {
	stages: Stages;
	lab: Lab;
	how?: Thoroughness;
	/** Hears what has been tried. */
	tell?: (text: string) => void;
}

/** @throws only what keeps us from looking, such as an engine that does not answer. */
export async function proveLab({
	stages,
	lab,
	how = THOROUGH,
	tell = () => {}
}: ProofOrder): Promise<ProofCard> {
	const ledger = new Ledger();
	const bill: Bill = {
		...{ coldStartMilliseconds: null, playMilliseconds: null },
		...{ memoryPeakMiB: null, diskMiB: null }
	};
	const plays = playsOf(lab, how);
	const count = { faults: noFaults(lab), reboot: null as boolean | null };
	const play = async (seed: string, index: number) => {
		const since = Math.floor(Date.now() / 1000);
		const problems = await stages
			.on(lab, seed, async (stage) => {
				const begun = performance.now();
				const problems = await playSolution(stage, {
					...{ ledger, seed, looks: how.looks, broken: new Map() },
					count: index === 0 ? count : null
				});
				const cost = index === 0 ? await measure(stage, since) : {};
				const { coldStartMilliseconds } = stage;
				const playMilliseconds = (coldStartMilliseconds ?? 0) + Math.round(performance.now() - begun);
				if (index === 0) Object.assign(bill, cost, { coldStartMilliseconds, playMilliseconds });
				return problems;
			})
			.catch(sceneProblem);
		tell(plays.length > 1 ? `the solution, play ${index + 1} of ${plays.length}` : 'the solution');
		return problems;
	};

	// The first play tells whether the others are worth their time.
	const problems = await play(plays[0]!, 0);
	const sound = problems.length === 0;
	const [more, wrong, mutants] = await Promise.all([
		Promise.all(plays.slice(1).map((seed, index) => play(seed, index + 1))),
		tryWrong({ stages, lab, tell }),
		tryMutants({ stages, lab, tell }, sound ? how.mutants : 0)
	]);
	const drilled = sound ? await proveDrill({ stages, lab, tell }, how.mutants > 0).catch(sceneProblem) : [];
	problems.push(...more.flat(), ...wrong.problems, ...drilled, ...ledger.unsteady());

	return {
		...{ format: PROOF_FORMAT, lab: lab.id, version: lab.version, digest: lab.digest },
		problems: [...new Set(problems)],
		checks: allChecks(lab).length,
		wrong: { rejected: wrong.rejected, of: lab.wrong.length },
		...{ mutants, faults: count.faults, reboot: count.reboot },
		flakes: ledger.flakes,
		plays: plays.length,
		seeds: new Set(plays).size,
		...bill
	};
}

type Bill = Cost & Pick<ProofCard, 'coldStartMilliseconds' | 'playMilliseconds'>;

/** A lab that draws nothing is the same with every seed. */
function playsOf(lab: Lab, { seeds, repeat }: Thoroughness): string[] {
	const draws = lab.params.some(({ type }) => type !== 'fixed') ? seeds : 1;
	return Array.from({ length: draws * repeat }, (_, n) => `${lab.id}-${n % draws}`);
}

type Trial = Required<Pick<ProofOrder, 'stages' | 'lab' | 'tell'>>;

async function tryWrong({ stages, lab, tell }: Trial) {
	const problems: string[] = [];
	let rejected = 0;
	const trials = lab.wrong.map(async ({ name, steps }) => {
		try {
			const accepted = await stages.on(lab, `${lab.id}-0`, (stage) => acceptsWrong(stage, steps));
			if (accepted)
				problems.push(`The wrong solution wrong/${name} earns full marks: make a check notice it.`);
			else rejected++;
		} catch (error) {
			problems.push(...sceneProblem(error));
		}
		tell(`the wrong solution ${name}`);
	});
	await Promise.all(trials);
	return { problems: problems.sort(), rejected };
}

async function tryMutants({ stages, lab, tell }: Trial, most: number) {
	const survivors: string[] = [];
	const mutants = most > 0 ? await mutantsOf(lab, most) : [];
	const trials = mutants.map(async (mutant) => {
		const accepted = await stages.on(lab, `${lab.id}-0`, (stage) => acceptsMutant(stage, mutant));
		if (accepted) survivors.push(mutant.name);
		tell(`without ${mutant.name}`);
	});
	await Promise.all(trials);
	return { noticed: mutants.length - survivors.length, of: mutants.length, survivors: survivors.sort() };
}

function sceneProblem(error: unknown): string[] {
	if (error instanceof SceneError) return [error.message];
	throw error;
}
