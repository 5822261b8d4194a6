/**
 * What the checks of one lab were seen to say, so that one that changes its mind is found: by its
 * own doing, because looking alters the machine, or by chance.
 */
import { nameOf, type Placed, type Seen } from './stage.ts';

export type State = 'on the fresh lab' | 'after the solution';
type Verdict = Seen['verdict'];

export class Ledger {
	#looks = new Map<string, { of: string; state: State; verdicts: Verdict[]; fails: string }>();

	/** Looks with the same seed and in the same state should all see the same. */
	note(placed: Placed, about: { state: State; seed: string }, { verdict, message }: Seen) {
		const of = nameOf(placed);
		const key = `${about.seed}|${about.state}|${of}`;
		const looks = this.#looks.get(key) ?? { of, state: about.state, verdicts: [], fails: '' };
		looks.verdicts.push(verdict);
		if (verdict !== 'pass') looks.fails ||= message;
		this.#looks.set(key, looks);
	}

	/** Looks that saw something else than most others, of all looks. */
	get flakes() {
		const looks = [...this.#looks.values()];
		return {
			seen: sum(looks.map(({ verdicts }) => verdicts.length - most(verdicts).count)),
			of: sum(looks.map(({ verdicts }) => verdicts.length))
		};
	}

	/** A sentence for each check that does not always say the same. */
	unsteady(): string[] {
		return [...this.#looks.values()]
			.filter(({ verdicts }) => new Set(verdicts).size > 1)
			.map(({ of, state, verdicts, fails }) => {
				const said = Object.entries(Object.groupBy(verdicts, (verdict) => verdict))
					.map(([verdict, times = []]) => `${verdict} ${times.length}×`)
					.join(' and ');
				return `${of} is not steady: ${state} it said ${said} (“${fails}”). A check must not change what it looks at, nor race with it.`;
			});
	}
}

function most(verdicts: Verdict[]) {
	const groups = Object.values(Object.groupBy(verdicts, (verdict) => verdict));
	return { count: Math.max(...groups.map((group = []) => group.length)) };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
