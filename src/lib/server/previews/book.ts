/** Which previews there are, who was let in to each, and the tickets for coming in. Lost with the server: a page of ours opens them anew. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Permit } from './permit.ts';

export interface Preview {
	readonly label: string;
	readonly permit: Permit;
	/** What a browser shows in its cookie. */
	readonly pass: string;
	/** What is open through it; each is a function that ends it. */
	readonly open: Set<() => void>;
	/** Those of them that carry anything the browser sends. */
	readonly sockets: Set<() => void>;
	lastAsked: number;
	/** Told when a guest has gone; null while none looks. */
	left: (() => void) | null;
}

const TICKET_MILLISECONDS = 30_000;
const MOST_TICKETS = 2000;
/** A person looks at no more at once. */
const MOST_IN_SESSION = 24;
const MOST = 5000;

export class Book {
	readonly #key: string;
	readonly #previews = new Map<string, Preview>();
	readonly #tickets = new Map<string, { label: string; until: number }>();

	constructor(key: string) {
		this.#key = key;
	}

	/** The preview for this permit, and a ticket that opens it once. */
	admit(permit: Permit): { label: string; ticket: string } {
		const label = this.#labelOf(permit);
		const there = this.#previews.get(label);
		if (!there) {
			this.#makeRoom(permit.sessionId);
			const pass = randomBytes(32).toString('base64url');
			const fresh = {
				label,
				permit,
				pass,
				open: new Set<() => void>(),
				sockets: new Set<() => void>(),
				lastAsked: Date.now(),
				left: null
			};
			this.#previews.set(label, fresh);
		}
		const ticket = randomBytes(32).toString('base64url');
		if (this.#tickets.size >= MOST_TICKETS) this.#tickets.delete([...this.#tickets.keys()][0]!);
		this.#tickets.set(ticket, { label, until: Date.now() + TICKET_MILLISECONDS });
		return { label, ticket };
	}

	/** The preview of this name that this ticket is for; the ticket is used up. */
	enter(label: string, ticket: string): Preview | null {
		const found = this.#tickets.get(ticket);
		this.#tickets.delete(ticket);
		if (!found || found.label !== label || found.until < Date.now()) return null;
		return this.#previews.get(label) ?? null;
	}

	/** The preview of this name, for who shows its pass. */
	find(label: string, passes: string[]): Preview | null {
		const preview = this.#previews.get(label);
		return preview && passes.some((pass) => isSame(pass, preview.pass)) ? preview : null;
	}

	all = (): Preview[] => [...this.#previews.values()];

	/** How much is open through all previews of these machines. */
	openIn = (run: string): number =>
		this.all().reduce((sum, { permit, open }) => sum + (permit.run === run ? open.size : 0), 0);

	/** Nobody comes in any more, and whoever is in is out. */
	remove(preview: Preview): void {
		this.#previews.delete(preview.label);
		for (const end of [...preview.open]) end();
		this.leave(preview);
	}

	/** A guest looks no more; one who asks again looks anew. */
	leave(preview: Preview): void {
		preview.left?.();
		preview.left = null;
	}

	/** Readable, and different for every session: two people never share a place in one browser. */
	#labelOf({ sessionId, run, host, port }: Permit): string {
		const of = JSON.stringify([sessionId, run, host, port]);
		const code = createHmac('sha256', this.#key).update(of).digest('hex').slice(0, 16);
		return `${host}-${port}-${code}`.toLowerCase();
	}

	#makeRoom(sessionId: string) {
		const mine = this.all().filter(({ permit }) => permit.sessionId === sessionId);
		if (mine.length >= MOST_IN_SESSION) this.#removeOldest(mine);
		if (this.#previews.size >= MOST) this.#removeOldest(this.all());
	}

	#removeOldest(among: Preview[]) {
		const [oldest] = among.sort((a, b) => a.lastAsked - b.lastAsked);
		if (oldest) this.remove(oldest);
	}
}

function isSame(given: string, right: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(right)];
	return a.length === b.length && timingSafeEqual(a, b);
}
