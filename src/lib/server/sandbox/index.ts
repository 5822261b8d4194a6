/**
 * Sandboxes: the disposable machines labs run on.
 *
 * Everything above this door speaks of sandboxes, their hosts and shells; only the drivers behind
 * it know whether a host is a container, a pod or a microVM. Knows nothing of labs, learners or
 * grades.
 */
import type { Duplex } from 'node:stream';
import { openDockerEngine, type DockerOptions } from './docker/index.ts';
import { openMemoryEngine } from './memory.ts';

import type { Abilities, Condition, Disturbance, IsolationWish } from './disturbance.ts';
import type { Health, HostStates, Incident, Machine, Usage } from './health.ts';

export type {
	BuiltImage,
	Finding,
	Health,
	HostState,
	HostStates,
	Incident,
	Machine,
	RunningSandbox,
	Usage
} from './health.ts';
export { SandboxRefused } from './refused.ts';
export { WAY_OUT_PORT } from './internet/way-out.ts';
export { HostAway, ISOLATIONS } from './disturbance.ts';
export type { Abilities, Condition, Disturbance, Impairment, IsolationWish } from './disturbance.ts';

export interface SandboxEngine {
	/** Make the images ready to start from, building what is missing; `tell` hears every step of it. */
	prepare(images: string[], tell: (step: PrepareStep) => void): Promise<void>;
	/** Start a sandbox, or return the one already there under this name. One that was parked comes back with its files. */
	start(name: string, spec: SandboxSpec): Promise<Sandbox>;
	/** Switch all hosts off and keep their disks, until it is started or removed. It is not found meanwhile, but listed. */
	park(name: string): Promise<void>;
	/** The same hosts with a copy of their disks, on networks of their own: what is done to it, the first never feels. */
	copy(name: string, as: string, options: CopyOptions): Promise<Sandbox>;
	/** What of `disturb`, `copy` and isolation this machine can do. */
	abilities(): Promise<Abilities>;
	find(name: string): Promise<Sandbox | null>;
	/** Names of every sandbox this engine really has, whatever our database believes. */
	list(): Promise<string[]>;
	/** Take a sandbox away with all it has, in whatever state it is; one that is gone is fine. */
	remove(name: string): Promise<void>;
	/** How it is, for the operator. `again`: look at everything anew, which takes seconds. Never throws. */
	health(again?: boolean): Promise<Health>;
	/** How every host is, in one look. */
	states(): Promise<HostStates>;
	/** What each of these uses now; one that is gone is left out. */
	usage(names: string[]): Promise<Map<string, Usage>>;
	/** What the machine has, for deciding how much more it can carry. */
	machine(): Promise<Machine>;
	/** Hear of what befalls hosts, from now on; the function returned ends that. */
	onIncident(listener: (incident: Incident) => void): () => void;
	/** Let go of connections. Sandboxes stay. */
	close(): Promise<void>;
}

export interface Sandbox {
	readonly name: string;
	readonly hosts: string[];
	/** Its disks are from before: it was parked or copied, so nothing has to be set up again. */
	readonly kept: boolean;
	/** Run a script or a command to its end. A non-zero exit is a result, not an error. */
	exec(host: string, work: Work): Promise<ExecResult>;
	/** The shell of this name on this host: the one still running there, or a new one. */
	shell(host: string, options: ShellOptions): Promise<Shell>;
	/**
	 * A stream to a port of this host, on its loopback or another address of its own; null when nothing
	 * listens there. @throws HostAway when the host cannot be asked now.
	 */
	connect(host: string, port: number): Promise<Duplex | null>;
	/** Postpone its own death: it ends by itself this many seconds from now. */
	extend(seconds: number): Promise<void>;
	/** Why this machine cannot do that, a sentence; null when it can. */
	whyNot(what: Disturbance): Promise<string | null>;
	/** @throws SandboxRefused when this machine cannot do that; `abilities` and `whyNot` say so before. */
	disturb(what: Disturbance): Promise<void>;
	/** How its hosts and networks are, disturbances included. */
	condition(): Promise<Condition>;
	/** Let all hosts stand still, and go on where they were. Nothing can run on them meanwhile. */
	freeze(): Promise<void>;
	thaw(): Promise<void>;
}

export interface CopyOptions {
	/** As the first was started; its files are not placed again. */
	spec: SandboxSpec;
}

export interface SandboxSpec {
	hosts: HostSpec[];
	networks: { name: string; subnet: string | null }[];
	/** It removes itself after this many seconds, even if nobody is left to do it. */
	lifetimeSeconds: number;
	/** Whose it is, for the operator's eyes: kept as labels. */
	labels: Record<string, string>;
}

export interface HostSpec {
	name: string;
	image: string;
	/** Whose shells open here: a name from the image's /etc/passwd. */
	user: string;
	/** How far it is kept apart from the machine. `default` when not said. */
	isolation?: IsolationWish;
	profile: 'strict' | 'standard' | 'net';
	sudo: boolean;
	networks: { name: string; ipv4: string | null }[];
	memoryMiB: number;
	cpus: number;
	pids: number;
	diskMiB: number;
	env: Record<string, string>;
	/** The other hosts are not told its name. */
	unnamed?: boolean;
	files: { to: string; content: Buffer; owner: string; mode: string }[];
	/** Places of the internet it reaches by the proxy at its own port WAY_OUT_PORT, each `name:port`; nothing else. */
	internet?: string[];
	/** Hosts that must be ready before this one starts. */
	needs?: string[];
	/** Asked until it ends with 0; the start fails when that takes too long. */
	ready?: { probe: Omit<Work, 'timeoutSeconds'>; everySeconds: number; timeoutSeconds: number } | null;
}

export interface Work {
	/** What to run; with `script`, what reads it: its path is appended as the last argument. */
	command: string[];
	/** Handed over in memory: never in argv, never on the host's disk. */
	script?: string;
	/** Positional arguments of the script. */
	args?: string[];
	env?: Record<string, string>;
	/** `root` when not said. */
	user?: 'root' | 'shell';
	/** Nobody on the host, root included, can trace it or look into its memory; of what it starts the same is true. */
	shielded?: boolean;
	/** Killed with all its children after this. 60 when not said. */
	timeoutSeconds?: number;
}

export interface ExecResult {
	/** Exit code; 128 + n when signal n ended it. */
	code: number;
	/** At most 1 MiB each; what is beyond is dropped. */
	stdout: string;
	stderr: string;
	timedOut: boolean;
}

export interface ShellOptions extends WindowSize {
	/** Name of the shell, unique on its host. */
	id: string;
	env?: Record<string, string>;
}

export interface Shell {
	/** False when this shell was already running and has been joined. */
	readonly fresh: boolean;
	/** Some of the output before ours was lost: what is on the screen is not known. */
	readonly lostOutput: boolean;
	/** So many bytes it had printed, in its whole life, before the first of `output`. */
	readonly from: number;
	/** So many bytes at the beginning of `output` were printed before we joined. */
	readonly past: number;
	/** Bytes as the terminal prints them; not pulling is how a slow reader slows the process down. */
	readonly output: AsyncIterable<Uint8Array>;
	write(bytes: Uint8Array): void;
	resize(size: WindowSize): void;
	/** Stop listening; the shell goes on. */
	leave(): void;
	/** End it and everything that runs in it. */
	close(): void;
}

export interface WindowSize {
	cols: number;
	rows: number;
}

/** What is being done to make an image ready. `done` of `total` images are there. */
export interface PrepareStep {
	image: string;
	done: number;
	total: number;
	/** A sentence: what happens now. */
	text: string;
}

export type EngineOptions = { kind: 'memory' } | ({ kind: 'docker' } & DockerOptions);

export const openEngine = (options: EngineOptions): SandboxEngine =>
	options.kind === 'memory' ? openMemoryEngine() : openDockerEngine(options);
