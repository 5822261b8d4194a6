/** Passwords: hashed with argon2id, and never slower or faster for a name that exists. */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import PQueue from 'p-queue';
import { tidyPassword } from './password-rules.ts';

/** 19 MiB and two passes: OWASP's floor, 10 to 20 ms on one core. Argon2id is the library's default. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Each takes a thread and 19 MiB; more at once would starve the rest of the server. */
const AT_ONCE = 4;

/** Beyond this many waiting, newcomers are better told to come back. */
const MAX_WAITING = 100;

export class Passwords {
	#queue = new PQueue({ concurrency: AT_ONCE });
	/** Verified in place of the hash of somebody who does not exist. */
	#decoy: string;

	constructor(decoy: string) {
		this.#decoy = decoy;
	}

	get busy(): boolean {
		return this.#queue.size >= MAX_WAITING;
	}

	hash(password: string): Promise<string> {
		return this.#queue.add(() => hash(tidyPassword(password), COST));
	}

	/** `null` for a name nobody has: takes the same time, and is false. */
	async verify(password: string, passwordHash: string | null): Promise<boolean> {
		const same = await this.#queue.add(() => verify(passwordHash ?? this.#decoy, tidyPassword(password)));
		return same && passwordHash !== null;
	}
}

export async function openPasswords(): Promise<Passwords> {
	return new Passwords(await hash(randomBytes(32), COST));
}
