/** How an engine is, for the operator: the words every driver answers in. */

export interface Health {
	/** Why the engine cannot be used at all, in a sentence; null when it answers. */
	down: string | null;
	/** What it is: address, version, storage driver. */
	facts: { name: string; value: string }[];
	/** What was looked at, and how it was found. */
	findings: Finding[];
	/** Every sandbox there is, by name. */
	sandboxes: RunningSandbox[];
	/** What sandboxes are made from, by name. */
	images: BuiltImage[];
	/** What went wrong in sandboxes lately, newest first. */
	incidents: Incident[];
}

/** An image that is there: its packages are as old as it is. */
export interface BuiltImage {
	name: string;
	builtAt: Date;
	mebibytes: number;
}

export interface Finding {
	name: string;
	state: 'good' | 'warn' | 'bad';
	/** A sentence; when something is wrong, with what to do about it. */
	text: string;
}

export interface RunningSandbox {
	name: string;
	hosts: string[];
	/** As given at the start. */
	labels: Record<string, string>;
	since: Date;
}

/** Something that befell a host without anybody having asked for it. */
export interface Incident {
	sandbox: string;
	host: string;
	kind: 'memory' | 'disk';
	/** A sentence for the learner. */
	text: string;
	at: Date;
}

/** How a host is, seen from outside. `starting`: made and not running yet. */
export type HostState = 'up' | 'starting' | 'down' | 'paused';

/** Every host of every sandbox, by the sandbox's name and the host's. */
export type HostStates = Map<string, Record<string, HostState>>;

/** What a sandbox uses, all its hosts together, as the machine below sees it. */
export interface Usage {
	/** Without pages of files that could be dropped. */
	memoryMiB: number;
	/** Since its hosts began. */
	processorSeconds: number;
}

/** What the machine that sandboxes run on has; null where that cannot be told. */
export interface Machine {
	processors: number;
	memoryMiB: number;
	/** Memory that can be had now without swapping. */
	memoryFreeMiB: number | null;
	diskFreeMiB: number | null;
}
