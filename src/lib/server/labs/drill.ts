/** What a lab says of its drill, once it is read: what is asked from outside, what breaks when, and what is good enough. */
import type { Script } from './lab.ts';

/** A question that is asked again and again, from the trusted host, whatever the learner does. */
export type Probe = {
	id: string;
	/** What its graph is called. */
	title: string;
	everyMilliseconds: number;
	timeoutMilliseconds: number;
	/** An answer that takes longer is slow. */
	slowMilliseconds: number;
} & ProbeKind;

/** In all texts `{{NONCE}}` is new with each question, and parameters are filled in. */
export type ProbeKind =
	| ({ type: 'http'; find: string | null } & HttpQuestion)
	| { type: 'tcp'; address: string; send: string | null; contains: string | null }
	| { type: 'dns'; server: string; name: string; record: DnsRecord; contains: string | null }
	| { type: 'icmp'; address: string }
	| { type: 'sql'; server: string; query: string; contains: string | null; find: string | null }
	/** `find` looks for what `script` has written with its NONCE. */
	| { type: 'script'; script: Script; args: string[]; find: Script | null };

export interface HttpQuestion {
	url: string;
	method: 'GET' | 'HEAD' | 'POST' | 'PUT';
	headers: Record<string, string>;
	body: string | null;
	status: number[];
	contains: string | null;
}

export type DnsRecord = 'A' | 'AAAA' | 'CNAME' | 'NS' | 'PTR' | 'SOA' | 'TXT';

/** Acknowledged writes of these are looked for when the drill is over. */
export const isWrite = (probe: Probe) => 'find' in probe && probe.find !== null;

export interface Drill {
	/** Every probe must have been good for so long, without a break: before it begins, and to count as recovered. */
	steadySeconds: number;
	/** Until then it must have become steady, or there is no drill. */
	warmUpSeconds: number;
	/** How long after a strike harm may take to show; when none has, the service has stood. */
	settleSeconds: number;
	strikes: Strike[];
	second: SecondStrike | null;
	/** From the first strike on. */
	limitSeconds: number;
	objectives: Objectives;
	/** Shared equally by the objectives; 0 when it counts for nothing. */
	points: number;
	/** Checks, as `task/check`, that must pass at the end: what must not have been harmed. */
	intact: string[];
	/** Tasks that must be done before it can be begun. */
	needs: string[];
	/** The reference recovery: run when a strike has hurt. Never leaves the server. */
	rescue: Rescue[];
	/** Recoveries that must not reach every objective: workarounds that the second strike fells. */
	workarounds: { name: string; rescue: Rescue[] }[];
}

export interface Rescue {
	host: string;
	script: Script;
}

/** One of the faults, at a moment drawn from the window: seconds since all was steady. */
export interface Strike {
	faults: string[];
	window: Window;
}

export interface Window {
	fromSeconds: number;
	toSeconds: number;
}

/** After the last recovery: the last fault once more, or a restart of the hosts. */
export interface SecondStrike {
	how: 'again' | 'reboot';
	/** Hosts to restart; empty for `again`. */
	hosts: string[];
	window: Window;
}

/** What is good enough; null for what is measured only. */
export interface Objectives {
	noticeSeconds: number | null;
	recoverSeconds: number | null;
	/** Share of good answers, 0 to 1, from the first strike to the end. */
	goodShare: number | null;
	/** No acknowledged write may be lost. */
	keepsWrites: boolean;
}
