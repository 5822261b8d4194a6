/**
 * A drill being played: each tick fetches what the probes saw, looks at the facts, and does the one
 * next thing. It remembers nothing that is not in its ledger, so another play may take over at any
 * moment, after any crash.
 */
import type { Drill, Lab } from '#lib/server/labs/index.ts';
import type { Asked } from '#lib/drills/samples.ts';
import { DrillClock } from './clock.ts';
import { eventsOf, heldWithin, isHeld, phaseOf, type IntactFact, type Phase } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { Plan, PlannedStrike } from './plan.ts';
import type { Prober } from './prober.ts';
import { recoveryOf, steadySince } from './recovery.ts';

/** What a play does to the machines, besides asking them. */
export interface Hands {
	strike(strike: PlannedStrike): Promise<void>;
	/** Whether this strike, begun before a crash, has done its harm already. */
	hurts(strike: PlannedStrike): Promise<boolean>;
	/** Look at the checks that must not have been harmed. */
	lookAtIntact(): Promise<IntactFact[]>;
}

export interface PlayOptions {
	lab: Pick<Lab, 'probes'> & { drill: Drill };
	plan: Plan;
	ledger: Ledger;
	prober: Pick<Prober, 'start' | 'fetch' | 'look'>;
	hands: Hands;
}

export type Standing = 'on' | 'played' | 'unsteady';

/** Answers come later than their questions: by the timeout, and a moment for writing them down. */
const LATE_MILLISECONDS = 400;
const MOST_FETCHES = 200;

export class Play {
	readonly #options: PlayOptions;
	readonly #clock = new DrillClock();

	constructor(options: PlayOptions) {
		this.#options = options;
	}

	/** The drill's clock now; reads it from the machines when it has not been heard lately. */
	async now(): Promise<number> {
		const known = this.#clock.now();
		if (known !== null) return known;
		await this.#fetch();
		return this.#clock.now() ?? 0;
	}

	phase(): Phase {
		return phaseOf(this.#options.ledger.events(), this.#options.plan.strikes.length);
	}

	/** Do what is due. @throws when the machines cannot be asked; the next tick may be luckier. */
	async tick(): Promise<Standing> {
		await this.#fetch();
		const now = this.#clock.now();
		if (now === null) return 'on';
		const phase = this.phase();
		switch (phase.name) {
			case 'warming':
				return this.#warmUp(now);
			case 'waiting':
				await this.#wait(phase, now);
				return 'on';
			case 'striking':
				await this.#resume(phase.event.strike, phase.event.at);
				return 'on';
			case 'struck':
				this.#judge(phase, now);
				return 'on';
			case 'assessing':
				await this.#assess(now);
				return 'played';
			case 'over':
				return 'played';
		}
	}

	/** All that is there; a prober that is not at work is put to work. */
	async #fetch(): Promise<void> {
		const { ledger, prober } = this.#options;
		for (let round = 0; round < MOST_FETCHES; round++) {
			const offset = ledger.offset();
			const fetched = await prober.fetch(offset);
			if (!fetched || fetched.dead) await prober.start();
			if (!fetched) continue;
			this.#clock.hear(fetched);
			if (fetched.text === '') return;
			ledger.keep(offset, fetched.text);
			if (Buffer.byteLength(fetched.text) < 100_000) return;
		}
	}

	#warmUp(now: number): Standing {
		const { ledger, lab } = this.#options;
		const steady = steadySince(this.#judged(now), 0, lab.drill.steadySeconds * 1000);
		if (steady) ledger.add({ kind: 'steady', at: now });
		else if (now > lab.drill.warmUpSeconds * 1000) return 'unsteady';
		return 'on';
	}

	async #wait({ strike, since }: Extract<Phase, { name: 'waiting' }>, now: number): Promise<void> {
		if (this.#isTimeUp(now)) return;
		const planned = this.#options.plan.strikes[strike]!;
		if (!this.#isDue(strike, since, now)) return;
		this.#options.ledger.add({ kind: 'striking', at: now, strike, how: planned.how, fault: planned.fault });
		await this.#strike(strike);
	}

	/** At the moment that was drawn, or when it was ordered; never while the drill is held. */
	#isDue(strike: number, since: number, now: number): boolean {
		const { ledger, plan } = this.#options;
		const events = ledger.events();
		if (isHeld(events)) return false;
		if (eventsOf(events, 'ordered').some((order) => order.strike === strike)) return true;
		const { second, afterMilliseconds } = plan.strikes[strike]!;
		if (plan.byHand && !second) return false;
		return now >= since + afterMilliseconds + heldWithin(events, since, now);
	}

	async #strike(strike: number): Promise<void> {
		const { hands, ledger, plan } = this.#options;
		const at = this.#clock.now() ?? 0;
		await hands.strike(plan.strikes[strike]!);
		ledger.add({ kind: 'struck', strike, at, until: this.#clock.now() ?? at });
	}

	async #resume(strike: number, begun: number): Promise<void> {
		const { hands, ledger, plan } = this.#options;
		if (await hands.hurts(plan.strikes[strike]!))
			ledger.add({ kind: 'struck', strike, at: begun, until: this.#clock.now() ?? begun });
		else await this.#strike(strike);
	}

	#judge({ strike, at }: Extract<Phase, { name: 'struck' }>, now: number): void {
		const { ledger, lab } = this.#options;
		const { steadySeconds, settleSeconds } = lab.drill;
		const recovery = recoveryOf(this.#judged(now), {
			from: at,
			steadyMilliseconds: steadySeconds * 1000,
			settleMilliseconds: settleSeconds * 1000
		});
		const { end, harmedAt } = recovery;
		if (!end) return void this.#isTimeUp(now);
		const notBefore = end.how === 'recovered' ? end.notBefore : end.at;
		ledger.add({
			kind: 'recovered',
			at: now,
			strike,
			how: end.how,
			recoveredAt: end.at,
			notBefore,
			harmedAt
		});
	}

	async #assess(now: number): Promise<void> {
		const { ledger, prober, hands } = this.#options;
		const writes = await prober.look();
		ledger.add({ kind: 'assessed', at: now, writes, intact: await hands.lookAtIntact() });
	}

	#isTimeUp(now: number): boolean {
		const { ledger, lab } = this.#options;
		const events = ledger.events();
		const first = eventsOf(events, 'struck')[0];
		if (!first || isHeld(events)) return false;
		if (now < first.at + lab.drill.limitSeconds * 1000 + heldWithin(events, first.at, now)) return false;
		ledger.add({ kind: 'timeUp', at: now });
		return true;
	}

	/** What can be judged by now: a question that was asked just now may still be answered. */
	#judged(now: number): Asked[] {
		const { lab, ledger } = this.#options;
		const samples = ledger.samples();
		return lab.probes.map(({ everyMilliseconds, timeoutMilliseconds }, index) => {
			const until = now - timeoutMilliseconds - LATE_MILLISECONDS;
			return { everyMilliseconds, samples: (samples[index] ?? []).filter(({ at }) => at <= until) };
		});
	}
}
