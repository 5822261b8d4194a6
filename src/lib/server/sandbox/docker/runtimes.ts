/**
 * How far hosts are kept apart from the machine. A lab wishes, the operator says which runtime of
 * the engine that is, and the engine must have it; a weaker one never stands in for it.
 */
import type Dockerode from 'dockerode';
import { ISOLATIONS, type Abilities, type IsolationWish } from '../disturbance.ts';
import type { SandboxSpec } from '../index.ts';
import { SandboxRefused } from '../refused.ts';

/** The engine's name of the runtime for each wish; where there is none, the wish is refused. */
export type Runtimes = Partial<Record<IsolationWish, string>>;

const MEANT: Record<IsolationWish, string> = {
	default: 'the engine’s own isolation',
	gvisor: 'a kernel of its own in user space (gVisor)',
	kata: 'a small virtual machine (Kata Containers)',
	vm: 'a virtual machine'
};

export async function runtimeAbilities(
	docker: Dockerode,
	runtimes: Runtimes
): Promise<Abilities['runtimes']> {
	const { Runtimes: there = {} } = (await docker.info()) as { Runtimes?: Record<string, unknown> };
	const judged = ISOLATIONS.map((wish) => [wish, whyNot(wish, runtimes[wish], Object.keys(there))] as const);
	return Object.fromEntries(judged) as Abilities['runtimes'];
}

function whyNot(wish: IsolationWish, runtime: string | undefined, there: string[]): string | null {
	if (wish === 'default' && runtime === undefined) return null;
	const wanted = `This lab wants ${MEANT[wish]} for a host`;
	if (runtime === undefined)
		return `${wanted}, and the operator has not said which runtime that is (RUNTIMES=${wish}=…).`;
	if (there.includes(runtime)) return null;
	return `${wanted}, and the engine has no runtime ${runtime}. The operator must add it to the engine.`;
}

/**
 * Addresses are given by joining a host's network for a moment, and the network of a host with a kernel
 * of its own is not to be joined: its inside is not where the machine sees it.
 * @throws SandboxRefused when a host cannot be kept apart as its lab wishes.
 */
export function requireRuntimes({ hosts, networks }: SandboxSpec, able: Abilities['runtimes']): void {
	const chosen = networks.filter(({ subnet }) => subnet !== null).map(({ name }) => name);
	for (const host of hosts) {
		const { isolation = 'default' } = host;
		const reason = able[isolation];
		if (reason) throw new SandboxRefused(reason);
		if (isolation !== 'default' && host.networks.some(({ name }) => chosen.includes(name)))
			throw new SandboxRefused(
				`${host.name} wants ${MEANT[isolation]} on a network whose addresses the lab chooses. Such hosts can only have the addresses the engine gives: leave out the network’s subnet.`
			);
	}
}

/** Whether the namespaces of a host may be joined from outside: never those of a kernel of its own. */
export const mayJoin = (isolation: string | undefined) => (isolation ?? 'default') === 'default';
