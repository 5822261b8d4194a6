/**
 * What the world does to machines: power that goes and comes back, networks that break. The words
 * every driver understands; no process inside a host takes part in any of it.
 */

export type Disturbance =
	/** kill: the power is cut. restart: stop, then start. Files stay, whatever happens. */
	| { verb: 'kill' | 'stop' | 'start' | 'restart' | 'pause' | 'resume'; host: string }
	/** These hosts, together, against the rest of that network: an island, until they rejoin. */
	| { verb: 'partition' | 'rejoin'; hosts: string[]; network: string }
	/** A bad link, until it is mended. What is not named is as it should be. */
	| ({ verb: 'impair'; host: string; network: string } & Partial<Impairment>)
	| { verb: 'mend'; host: string; network: string }
	/** Nothing more fits where this folder lies, but for so much. */
	| { verb: 'disk-fill'; host: string; path: string; leaveMiB: number }
	| { verb: 'disk-free'; host: string; path: string }
	/** A clock that is wrong by so much. */
	| { verb: 'clock'; host: string; bySeconds: number };

export interface Impairment {
	/** Added to all that comes to the host: a round trip takes so much longer. */
	delayMilliseconds: number;
	/** From 0 to 1, of the packets in each direction. */
	lossShare: number;
	/** At most so much, in each direction. */
	kilobitsPerSecond: number;
}

/** How a lab wants its hosts kept apart from the machine; the operator maps it to what there is. */
export const ISOLATIONS = ['default', 'gvisor', 'kata', 'vm'] as const;
export type IsolationWish = (typeof ISOLATIONS)[number];

/** What can be done on this machine. Each is a sentence why not, or null when it can. */
export interface Abilities {
	runtimes: Record<IsolationWish, string | null>;
	partition: string | null;
	loss: string | null;
	rate: string | null;
	delay: string | null;
	/** Setting a host's clock: no engine of today can, and why. */
	clock: string;
	/** Filling the disk a host was given. Smaller file systems inside it can always be filled. */
	diskFill: string | null;
	copy: string | null;
	/** Places of the internet, each `name:port`, that hosts may be given a way to. */
	internet: string[];
}

/** How a sandbox is right now: what a picture of it shows. */
export interface Condition {
	hosts: { name: string; power: 'on' | 'off' | 'paused' }[];
	/** Hosts that reach each other, and nobody else on that network. */
	islands: { network: string; hosts: string[] }[];
	links: ({ host: string; network: string } & Partial<Impairment>)[];
	/** All its hosts stand still, to save what they would use. */
	frozen: boolean;
}

/** Nothing can run on a host because it is off or stands still. The message is for who wanted it. */
export class HostAway extends Error {}
