/**
 * The words of the abuse suite: what an attack is, on what ground it runs, and how it ends.
 *
 * Numbers are for ever: SECURITY.md and reports speak of "attack 27". Every attack is bounded, so
 * that the suite harms nobody even where it succeeds.
 */
import type Dockerode from 'dockerode';
import type { Daemon } from './daemon.ts';
import type {
	ExecResult,
	Incident,
	Sandbox,
	SandboxEngine,
	SandboxSpec
} from '../../src/lib/server/sandbox/index.ts';

/** blocked: it does not work. bounded: it works as far as it may. works: it shall work. open: a hole. */
export type Outcome = 'blocked' | 'bounded' | 'works' | 'open';

export interface Ending {
	outcome: Outcome;
	/** What was seen, in a few words. */
	seen: string;
}

/** An attack on another room of the house, made by tests that stand beside it. */
export interface ProvenAttack {
	number: number;
	name: string;
	expected: Outcome;
	/** File and names of the tests; all must pass. */
	tests: { file: string; names: string[] }[];
}

/** An attack there is nothing to make on, and why. */
export interface IdleAttack {
	number: number;
	name: string;
	reason: string;
}

export interface Attack {
	number: number;
	name: string;
	/** What must come of it, by the container runtime; where one is not named, as with runc. */
	expected: { runc: Outcome } & Partial<Record<string, Outcome>>;
	/** Takes more than a few seconds, so `npm test` leaves it to `npm run attack`. */
	slow?: boolean;
	/** Why it cannot be tried on this machine, or null. */
	unless?: (ground: Ground) => string | null;
	run(ground: Ground): Promise<Ending>;
}

export interface Ground {
	/** As DOCKER_HOST. */
	address: string;
	/** The suite's own engine, which may be broken; null when it is somebody's. */
	daemon: Daemon | null;
	engine: SandboxEngine;
	docker: Dockerode;
	/** Of this suite's own sandboxes. */
	instance: string;
	runtime: string;
	/** Whether the engine runs on this machine, and we are its root. */
	atHome: boolean;
	userNamespaces: boolean;
	incidents: Incident[];
	/** The attacker's sandbox: root on `box` and `peer`, which share a network, with every right a lab can give. */
	mallory: Sandbox;
	/** Somebody else's, built alike. */
	victim: Sandbox;
	/** A further sandbox of the attacker's, taken away with the ground. */
	another(name: string, changes?: Partial<SandboxSpec['hosts'][0]>): Promise<Sandbox>;
	/** A script as root in the attacker's box. */
	root(script: string, timeoutSeconds?: number): Promise<ExecResult>;
	python(code: string, timeoutSeconds?: number): Promise<ExecResult>;
	inspect(sandbox: Sandbox, host: string): Promise<Dockerode.ContainerInspectInfo>;
}

/** The way most attacks end: nothing of it worked, or these things did. */
export const blockedUnless = (worked: string[]): Ending =>
	worked.length === 0
		? { outcome: 'blocked', seen: 'nothing went through' }
		: { outcome: 'open', seen: `went through: ${worked.join(', ')}` };

export const lines = (text: string) => text.split('\n').filter((line) => line !== '');
