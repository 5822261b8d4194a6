/** What a play does to the machines: faults as the lab words them, restarts, and looks at its checks. */
import { runCheck } from '#lib/server/checks/index.ts';
import type { Fault, Lab, Values } from '#lib/server/labs/index.ts';
import type { Sandbox } from '#lib/server/sandbox/index.ts';
import { hurts, strike } from '#lib/server/scenes/index.ts';
import type { IntactFact } from './events.ts';
import type { PlannedStrike } from './plan.ts';
import type { Hands } from './play.ts';

export interface Machines {
	sandbox: Sandbox;
	lab: Lab;
	values: Values;
}

export class SandboxHands implements Hands {
	readonly #machines: Machines;

	constructor(machines: Machines) {
		this.#machines = machines;
	}

	async strike({ how, fault, hosts }: PlannedStrike): Promise<void> {
		const { sandbox } = this.#machines;
		if (how === 'fault') return strike(this.#scene(fault));
		// One power cut for all of them: a service must find its neighbours again, too.
		await Promise.all(hosts.map((host) => sandbox.disturb({ verb: 'restart', host })));
	}

	async hurts({ how, fault }: PlannedStrike): Promise<boolean> {
		return how === 'fault' && hurts(this.#scene(fault));
	}

	async lookAtIntact(): Promise<IntactFact[]> {
		const { lab } = this.#machines;
		return Promise.all((lab.drill?.intact ?? []).map((name) => this.#look(name)));
	}

	async #look(name: string): Promise<IntactFact> {
		const { sandbox, lab, values } = this.#machines;
		const [taskId, checkId] = name.split('/');
		const task = lab.tasks.find(({ id }) => id === taskId);
		const check = task?.checks.find(({ id }) => id === checkId);
		if (!task || check?.type !== 'script') return { check: name, title: name, verdict: 'error', message: '' };
		const about = { trigger: 'button', tries: 0, startedAt: new Date() } as const;
		const { verdict, message } = await runCheck(sandbox, { lab, task, check, params: values, ...about });
		return { check: name, title: check.title, verdict, message };
	}

	#scene = (fault: string | null) => ({ ...this.#machines, fault: this.#fault(fault) });

	#fault(id: string | null): Fault {
		const fault = this.#machines.lab.faults.find((one) => one.id === id);
		if (!fault) throw new Error(`There is no fault ${id} in the lab ${this.#machines.lab.id}.`);
		return fault;
	}
}
