/** What whoever runs a game day does with its drills: strike now, pause, end, and look at all of them. */
import type { DrillRow } from '#lib/server/db/index.ts';
import type { Glance } from '#lib/drills/glance.ts';
import { t } from '#lib/words/index.ts';
import { refused, type Refusal } from '../refusal.ts';
import { eventsOf, isHeld, type DrillEvent } from './events.ts';
import { glanceOf } from './glance.ts';
import type { PlayedLab } from './record.ts';
import { RowLedger, type DrillRows } from './rows.ts';
import type { Playing } from './underway.ts';

export interface DirectionOptions {
	rows: DrillRows;
	playing: (row: DrillRow) => Promise<Playing | null>;
	end: (row: DrillRow, end: 'aborted') => void;
	tell: (row: DrillRow) => void;
}

const over = (): Refusal => ({ refused: t('the drill is over.') });

export class Direction {
	readonly #options: DirectionOptions;

	constructor(options: DirectionOptions) {
		this.#options = options;
	}

	/** The next strike comes now. Once is enough. */
	async order(drillId: number): Promise<Refusal | null> {
		const found = await this.#underway(drillId);
		if (refused(found)) return found;
		const { playing } = found;
		const phase = playing.play.phase();
		const events = playing.ledger.events();
		if (isHeld(events)) return { refused: t('it is paused.') };
		if (phase.name === 'warming') return { refused: t('it is not steady yet.') };
		if (phase.name !== 'waiting') return { refused: t('it has not recovered from the last strike.') };
		if (eventsOf(events, 'ordered').some(({ strike }) => strike === phase.strike)) return null;
		await this.#add(found, { kind: 'ordered', strike: phase.strike });
		return null;
	}

	/** Nothing breaks while it is held, and its limit does not run. What is broken already stays broken. */
	async hold(drillId: number, held: boolean): Promise<Refusal | null> {
		const found = await this.#underway(drillId);
		if (refused(found)) return found;
		if (isHeld(found.playing.ledger.events()) === held) return null;
		await this.#add(found, { kind: held ? 'held' : 'resumed' });
		return null;
	}

	abort(drillId: number): Refusal | null {
		const row = this.#options.rows.find(drillId);
		if (!row || row.endedAt) return over();
		this.#options.end(row, 'aborted');
		return null;
	}

	/** Null when there is no such drill. */
	async glance(drillId: number): Promise<Glance | null> {
		const { rows, playing: find } = this.#options;
		const row = rows.find(drillId);
		if (!row) return null;
		const playing = row.endedAt === null ? await find(row) : null;
		const ledger = playing?.ledger ?? new RowLedger(rows, row.id, (row.lab as PlayedLab).probes.length);
		const now = playing ? await playing.play.now().catch(() => 0) : (ledger.events().at(-1)?.at ?? 0);
		return glanceOf({ row, ledger, now });
	}

	async #underway(drillId: number): Promise<{ row: DrillRow; playing: Playing } | Refusal> {
		const row = this.#options.rows.find(drillId);
		if (!row || row.endedAt) return over();
		const playing = await this.#options.playing(row);
		return playing ? { row, playing } : { refused: t('its machines are gone.') };
	}

	async #add(
		{ row, playing }: { row: DrillRow; playing: Playing },
		event: { kind: 'ordered'; strike: number } | { kind: 'held' | 'resumed' }
	): Promise<void> {
		playing.ledger.add({ ...event, at: await playing.play.now() } as DrillEvent);
		this.#options.tell(row);
	}
}
