/** What the rest of the platform saw while a drill was on, put on the drill's clock. */
import { and, eq, gte, lte, ne } from 'drizzle-orm';
import { attempts, type Db, type DrillRow } from '#lib/server/db/index.ts';
import { DRILL_PLACE } from '#lib/server/labs/index.ts';
import { t, told } from '#lib/words/index.ts';
import type { Moment } from '#lib/drills/report.ts';

/** What was entered at the prompts of these machines in this stretch of time. */
export type Commands = (stretch: {
	runId: number;
	generation: number;
	from: Date;
	to: Date;
}) => Promise<{ at: Date; host: string; text: string }[]>;

interface When {
	row: DrillRow;
	/** When the drill's clock showed 0, in milliseconds since 1970. */
	began: number;
	/** The first strike on the drill's clock; null when there was none. */
	struckAt: number | null;
}

export async function around(
	{ db, commands }: { db: Db; commands: Commands },
	when: When
): Promise<Moment[]> {
	return [...checksOf(db, when), ...(await commandsOf(commands, when))];
}

/** Checks that turned. */
function checksOf(db: Db, { row, began }: When): Moment[] {
	if (row.runId === null || !row.endedAt) return [];
	const during = and(
		...[eq(attempts.runId, row.runId), gte(attempts.at, row.startedAt), lte(attempts.at, row.endedAt)],
		ne(attempts.task, DRILL_PLACE.task)
	);
	const last = new Map<string, string>();
	const rows = db.select().from(attempts).where(during).orderBy(attempts.id).limit(2000).all();
	return rows.flatMap(({ task, check, verdict, at, message }) => {
		const name = `${task}/${check}`;
		if (verdict === 'error' || last.get(name) === verdict) return [];
		last.set(name, verdict);
		const text = t('{check}: {words}', {
			check: name,
			words: verdict === 'pass' ? t('passes') : told(message)
		});
		return [{ at: at.getTime() - began, kind: 'check' as const, text }];
	});
}

/** From the first strike to the end: what was tried, and what helped. */
async function commandsOf(commands: Commands, { row, began, struckAt }: When): Promise<Moment[]> {
	const { runId, generation, endedAt } = row;
	if (runId === null || !endedAt || struckAt === null) return [];
	const entered = await commands({ runId, generation, from: new Date(began + struckAt), to: endedAt });
	return entered.map(({ at, host, text }) => ({
		...{ at: at.getTime() - began, kind: 'command', text },
		host
	}));
}
