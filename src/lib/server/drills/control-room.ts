/**
 * What those aboard of a drill see and say: graphs and log, "I have noticed", giving up, and handing it
 * over. What each may do is asked of their crew, at every door.
 */
import type { Crews, Offer, Rights, Seat } from '#lib/server/crews/index.ts';
import type { DrillRow } from '#lib/server/db/index.ts';
import { DECLARED, type LiveDrill } from '#lib/drills/live.ts';
import { t } from '#lib/words/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { eventsOf } from './events.ts';
import type { HostStates } from './known.ts';
import { liveView } from './live.ts';
import type { PlayedLab } from './record.ts';
import { RowLedger, type DrillRows } from './rows.ts';
import type { Playing } from './underway.ts';

export interface ControlRoomOptions {
	rows: DrillRows;
	crews: Crews;
	/** How the machines of a run are. */
	hosts: (runId: number) => Promise<HostStates>;
	/** Null when its machines are gone. */
	playing: (row: DrillRow) => Promise<Playing | null>;
	end: (row: DrillRow, end: 'aborted') => void;
	/** Everybody aboard reads again. */
	tell: (row: DrillRow) => void;
	/** Somebody who is not aboard has news. */
	tellOne: (userId: number) => void;
}

/** Who acts; in their own drill when none is named. */
export interface Actor {
	userId: number;
	drillId?: number;
}

const MOST_EVENTS = 500;
const none = (): Refusal => ({ refused: t('You are in no drill at the moment.') });
const gone = (): Refusal => ({ refused: t('This offer was taken back, or the drill is over.') });
const notYours = (): Refusal => ({ refused: t('That is for somebody else of your team to do.') });

export class ControlRoom {
	readonly #options: ControlRoomOptions;

	constructor(options: ControlRoomOptions) {
		this.#options = options;
	}

	/** What this person sees of a drill; null when they have nothing to do with it. `after`: answers from then on. */
	async live(userId: number, drillId: number, after: number): Promise<LiveDrill | null> {
		const found = this.find(userId, drillId);
		if (!found) return null;
		const { row, seat } = found;
		const { rows, playing: find } = this.#options;
		const playing = row.endedAt === null ? await find(row) : null;
		const ledger = playing?.ledger ?? new RowLedger(rows, row.id, (row.lab as PlayedLab).probes.length);
		const now = playing ? await playing.play.now().catch(() => 0) : (ledger.events().at(-1)?.at ?? 0);
		const hosts = await this.#hosts(row);
		return liveView({ row, ledger, now, after, hosts, successor: seat.role === 'successor' });
	}

	/** How its machines are; none once it is over. */
	async #hosts({ runId, endedAt }: DrillRow): Promise<HostStates> {
		return endedAt === null && runId !== null ? this.#options.hosts(runId) : {};
	}

	/** A drill that this person is aboard of, on or over; null for everybody else. */
	find(userId: number, drillId: number): { row: DrillRow; seat: Seat } | null {
		const row = this.#options.rows.find(drillId);
		const seat = row && this.#options.crews.seat(row, userId);
		return row && seat ? { row, seat } : null;
	}

	/** "I have noticed": says so for the drill's clock, whether or not anything has happened. */
	notice = (actor: Actor, text: string): Promise<Refusal | null> =>
		this.#write(actor, { may: 'notice', kind: 'noticed', text: text.trim() });

	log = (actor: Actor, text: string): Promise<Refusal | null> =>
		this.#write(actor, { may: 'log', kind: 'log', text: text.trim() });

	/** How things stand, said by the lead. */
	declare = (actor: Actor, text: string): Promise<Refusal | null> =>
		this.#write(actor, { may: 'declare', kind: 'log', text: text.trim() && `${DECLARED}${text.trim()}` });

	abort(actor: Actor): Refusal | null {
		const allowed = this.#allowed(actor, 'giveUp');
		if (refused(allowed)) return allowed;
		this.#options.end(allowed, 'aborted');
		return null;
	}

	/** Offer a drill in its middle to somebody else: only when something is broken, and known to be. */
	async offer(actor: Actor, given: { name: string; note: string }): Promise<Refusal | null> {
		const { crews, rows } = this.#options;
		const row = this.#allowed(actor, 'giveUp');
		if (refused(row)) return row;
		if (crews.people(row).length > 1) return { refused: t('A team keeps its drill.') };
		const broken = isKnownBroken(rows, row.id);
		if (!broken)
			return { refused: t('A drill is handed over while something is broken that you have noticed.') };
		const offer = crews.handovers.offer(row, given);
		if (refused(offer)) return offer;
		this.#options.tellOne(offer.toId);
		this.#options.tell(row);
		return null;
	}

	withdraw(actor: Actor): Refusal | null {
		const row = this.#allowed(actor, 'giveUp');
		if (refused(row)) return row;
		const toId = this.#options.crews.handovers.withdraw(row.id);
		if (toId === null) return { refused: t('Nothing waits to be taken back.') };
		this.#options.tellOne(toId);
		this.#options.tell(row);
		return null;
	}

	offersTo = (userId: number): Offer[] => this.#options.crews.handovers.offersTo(userId);

	/** Yes or no to an offer. Returns the drill that is theirs now; null after a no. */
	async answer(userId: number, offerId: number, accepted: boolean): Promise<number | null | Refusal> {
		const { rows, tell, tellOne } = this.#options;
		const offer = this.offersTo(userId).find(({ id }) => id === offerId);
		const row = offer && rows.find(offer.drillId);
		if (!offer || !row) return gone();
		if (accepted && rows.activeOf(userId))
			return { refused: t('You are in a drill of your own. Play it to its end, or give it up first.') };
		const refusal = accepted
			? await this.#takeOver(offer, row, userId)
			: this.#options.crews.handovers.answer(offerId, userId, false)
				? null
				: gone();
		if (refusal) return refusal;
		tell(row);
		tellOne(userId);
		return accepted ? row.id : null;
	}

	async #takeOver({ id, from }: Offer, row: DrillRow, userId: number): Promise<Refusal | null> {
		const { crews, playing: find } = this.#options;
		const playing = await find(row);
		const at = await playing?.play.now();
		const taken = playing && crews.handovers.answer(id, userId, true);
		if (!playing || at === undefined || !taken) return gone();
		const to = crews.people(row).find((one) => one.userId === userId)?.name ?? '';
		playing.ledger.add({ kind: 'handed', at, from, to, note: taken.note });
		return null;
	}

	#allowed({ userId, drillId }: Actor, may: keyof Rights): DrillRow | Refusal {
		const { rows, crews } = this.#options;
		const row = drillId === undefined ? rows.activeOf(userId) : rows.find(drillId);
		const seat = row && crews.seat(row, userId);
		if (!row || !seat || row.endedAt !== null) return none();
		return seat.may[may] ? row : notYours();
	}

	async #write(
		actor: Actor,
		{ may, kind, text }: { may: keyof Rights; kind: 'noticed' | 'log'; text: string }
	): Promise<Refusal | null> {
		const { rows, crews, playing: find, tell } = this.#options;
		if (kind === 'log' && text === '') return { refused: t('Write what you have seen or done first.') };
		const row = this.#allowed(actor, may);
		if (refused(row)) return row;
		const playing = await find(row);
		if (!playing) return none();
		if (rows.countEvents(row.id) >= MOST_EVENTS) return { refused: t('The log of this drill is full.') };
		const people = crews.people(row);
		const by = people.length > 1 ? people.find((one) => one.userId === actor.userId)?.name : undefined;
		const at = await playing.play.now();
		playing.ledger.add({ kind, at, text: text.slice(0, 1000), ...(by && { by }) });
		tell(row);
		return null;
	}
}

/** They have said so, and it is not well again. */
function isKnownBroken(rows: DrillRows, drillId: number): boolean {
	const events = rows.events(drillId);
	const struck = eventsOf(events, 'struck').at(-1);
	return (
		struck !== undefined &&
		eventsOf(events, 'noticed').some(({ at }) => at >= struck.at) &&
		!eventsOf(events, 'recovered').some(({ strike }) => strike === struck.strike)
	);
}
