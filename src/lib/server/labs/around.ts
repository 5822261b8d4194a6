/** What a lab asks of the platform around it, once it is read. */
import type { FEATURES } from './surroundings.ts';

export type View =
	| { type: 'terminal'; host: string; title: string }
	| { type: 'web'; host: string; port: number; path: string; title: string };

/** What the machine must have, beyond what every one has. */
export interface Requirements {
	memoryMiB: number | null;
	/** How hosts are to be kept apart. */
	runtimes: Exclude<Isolation, 'default'>[];
	features: Feature[];
	/** Places its hosts are to reach, each `name:port`. */
	internet: string[];
}

export type Isolation = 'default' | 'gvisor' | 'kata' | 'vm';
export type Feature = (typeof FEATURES)[number];
