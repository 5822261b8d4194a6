/** What was entered at the prompts of a run's terminals, as their recordings show it. */
import { and, asc, eq, lte } from 'drizzle-orm';
import { recordings, type Db, type RecordingRow } from '#lib/server/db/index.ts';
import { enteredIn, type Shown } from '#lib/server/terminal/index.ts';
import { readCast } from './cast.ts';
import { fileOf } from './retention.ts';

export interface Command {
	at: Date;
	/** The machine it was entered on. */
	host: string;
	text: string;
}

/** A stretch of time on one set of machines. */
export interface Stretch {
	runId: number;
	generation: number;
	from: Date;
	to: Date;
}

const MOST_SHELLS = 16;
const MOST_COMMANDS = 200;
/** Text of one terminal that is read at most. */
const MOST_TEXT = 2 * 1024 * 1024;
const STARTING_SIZE = { cols: 80, rows: 24 };

export async function commandsIn(db: Db, folder: string, stretch: Stretch): Promise<Command[]> {
	const { runId, generation, to } = stretch;
	const rows = db
		.select()
		.from(recordings)
		.where(
			and(
				...[eq(recordings.runId, runId), eq(recordings.generation, generation), lte(recordings.startedAt, to)]
			)
		)
		.orderBy(asc(recordings.id))
		.limit(MOST_SHELLS)
		.all();
	const all: Command[] = [];
	for (const row of rows) all.push(...(await commandsOf(row, folder, stretch)));
	return all.sort((one, other) => Number(one.at) - Number(other.at)).slice(0, MOST_COMMANDS);
}

async function commandsOf({ id, host, startedAt }: RecordingRow, folder: string, { from, to }: Stretch) {
	const began = startedAt.getTime();
	const cast = await readCast(fileOf(folder, id), began, []).catch(() => null);
	if (!cast) return [];
	const until = (to.getTime() - began) / 1000;
	const since = (from.getTime() - began) / 1000;
	const entered = await enteredIn(shownIn(cast, since, until), sizeIn(cast), MOST_COMMANDS);
	return entered.flatMap(({ seconds, command }) =>
		seconds >= since ? [{ at: new Date(began + seconds * 1000), host, text: command }] : []
	);
}

/** From a little before, so that a line that was begun is read from its beginning. */
function* shownIn(cast: string, since: number, until: number): Generator<Shown> {
	const BEFORE_SECONDS = 120;
	let text = 0;
	for (const line of cast.split('\n')) {
		const seconds = Number(/^\[([\d.]+)/.exec(line)?.[1] ?? NaN);
		if (Number.isNaN(seconds)) continue;
		if (seconds > until || text > MOST_TEXT) return;
		const shown = JSON.parse(line) as Shown;
		if (shown[1] !== 'r' && seconds < since - BEFORE_SECONDS) continue;
		text += shown[2].length;
		yield shown;
	}
}

function sizeIn(cast: string) {
	const { width, height } = JSON.parse(cast.slice(0, cast.indexOf('\n'))) as {
		width: number;
		height: number;
	};
	const fits = (n: number) => Number.isInteger(n) && n > 0 && n <= 1000;
	return fits(width) && fits(height) ? { cols: width, rows: height } : STARTING_SIZE;
}
