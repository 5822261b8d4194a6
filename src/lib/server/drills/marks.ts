/** Drills that are over, as marks of the recordings of the machines they were played on. */
import type { Figures } from '#lib/drills/figures.ts';
import type { Moment } from '#lib/drills/report.ts';
import { momentsOf } from './moments.ts';
import type { DrillRows } from './rows.ts';

export interface DrillMark {
	at: Date;
	kind: 'fault' | 'noticed' | 'repair';
	text: string;
}

const KINDS: Partial<Record<Moment['kind'], DrillMark['kind']>> = {
	strike: 'fault',
	noticed: 'noticed',
	recovered: 'repair'
};

/** While a drill is on, none: its recordings can be played by then, and would give the strike away. */
export function drillMarks(rows: DrillRows, of: { runId: number; generation: number }): DrillMark[] {
	return rows.overOn(of).flatMap((row) => {
		const events = rows.events(row.id);
		const timed = events.find(({ at }) => at > 0);
		const figures = row.figures as Figures | null;
		if (!timed || !figures) return [];
		const began = timed.writtenAt.getTime() - timed.at;
		return momentsOf({ events }, figures).flatMap(({ at, kind, text }) => {
			const as = KINDS[kind];
			return as ? [{ at: new Date(began + at), kind: as, text }] : [];
		});
	});
}
