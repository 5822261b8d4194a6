/**
 * Whether sandboxes with networks may start: the firewall is put in place and a canary sent, before
 * the first of them and again every few minutes. Sandboxes without a network never wait for it.
 */
import { SandboxRefused } from '../refused.ts';
import { sendCanary, type Canary, type Site } from './canary.ts';
import { closeBridges } from './firewall.ts';

export interface Look {
	/** What the canary found; null when it could not be sent. */
	canary: Canary | null;
	/** Why the firewall's rules are not ours; null when they are in place. */
	firewall: string | null;
	/** Why no sandbox with a network may start, for the learner; null when they may. */
	refusal: string | null;
	/** The same for the operator. */
	reason: string | null;
	at: Date;
}

/** How long a look is believed: when all was closed, and when it was not. */
const BELIEVED_MILLISECONDS = { closed: 5 * 60_000, open: 20_000 };

const isBelieved = ({ at, refusal }: Look) =>
	Date.now() - at.getTime() < BELIEVED_MILLISECONDS[refusal ? 'open' : 'closed'];

export class Isolation {
	readonly #address: string;
	readonly #site: () => Promise<Site>;
	#last: Look | null = null;
	#looking: Promise<Look> | null = null;

	/** `site` says where to send the canary, once its image is there. */
	constructor(address: string, site: () => Promise<Site>) {
		this.#address = address;
		this.#site = site;
	}

	get last(): Look | null {
		return this.#last;
	}

	/** @throws SandboxRefused when a sandbox on a network could reach what it must not. */
	async require(): Promise<void> {
		const old = this.#last;
		const believed = old && isBelieved(old);
		if (old && !old.refusal && !believed) void this.look(); // nobody waits for a second look
		const { refusal } = old && (believed || !old.refusal) ? old : await this.look();
		if (refusal) throw new SandboxRefused(refusal);
	}

	/** Look now; who asks meanwhile gets the same answer. Never throws. */
	look(): Promise<Look> {
		this.#looking ??= this.#look().finally(() => (this.#looking = null));
		return this.#looking;
	}

	async #look(): Promise<Look> {
		const firewall = await closeBridges(this.#address);
		const canary = await this.#site()
			.then(sendCanary)
			.catch((error: Error) => error);
		this.#last = judge(canary, firewall);
		return this.#last;
	}
}

const CLOSED = 'Labs with networks are closed on this platform for now:';

/** What a look means. */
export function judge(canary: Canary | Error, firewall: string | null): Look {
	const at = new Date();
	if (canary instanceof Error) {
		const refusal = `${CLOSED} it could not be tried whether their networks are sealed off.`;
		return { canary: null, firewall, refusal, reason: `The canary could not be sent: ${canary.message}`, at };
	}
	const open = canary.probes.filter((probe) => probe.open).map(({ what }) => what);
	if (open.length === 0) return { canary, firewall, refusal: null, reason: null, at };
	return {
		...{ canary, firewall, at },
		refusal: `${CLOSED} from inside them one can reach ${list(open)}. The operator must close that first.`,
		reason: `A sandbox on a network can reach ${list(open)}.${firewall ? ` ${firewall}` : ''}`
	};
}

const list = (things: string[]) =>
	things.length < 2 ? things.join('') : `${things.slice(0, -1).join('; ')} and ${things.at(-1)}`;
