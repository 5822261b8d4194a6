/** A drill under way in this server. */
import type { Play } from './play.ts';
import type { RowLedger } from './rows.ts';

export interface Playing {
	play: Play;
	ledger: RowLedger;
	busy: boolean;
	/** Looks in a row that went wrong. */
	failures: number;
}
