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
	/** What went wrong in sandboxes lately, newest first. */
	incidents: Incident[];
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
