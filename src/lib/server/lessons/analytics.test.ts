import { beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { attempts, runs } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { Analytics } from './analytics.ts';
import { signalsOf } from './signals.ts';
import { spreadOf } from './spread.ts';
import { check, Classroom, labOf, LEA, MAX, NIA, STRANGER } from './testing.ts';

let room: Classroom;
let analytics: Analytics;
const disk = () => room.labs.get('disk')!;
const figures = () => analytics.lab(1, disk());
const task = (id: string) => figures().tasks.find((one) => one.id === id)!;

/** A run that was begun so many minutes ago, on which places were looked at so many minutes after. */
function work(
	userId: number,
	minutesAgo: number,
	...looks: [minute: number, place: string, verdict?: 'fail' | 'error'][]
) {
	const run = room.run(userId, 'disk', minutesAgo);
	for (const [minute, place, verdict = 'pass'] of looks) {
		const { id } = room.look(run, place, verdict as 'pass');
		const at = new Date(run.readyAt!.getTime() + minute * 60_000);
		room.db.update(attempts).set({ at }).where(eq(attempts.id, id)).run();
	}
	return run;
}
const over = (run: { id: number }) =>
	room.db.update(runs).set({ endedAt: new Date() }).where(eq(runs.id, run.id)).run();

beforeEach(() => {
	room = new Classroom();
	analytics = new Analytics(room);
});

describe('a spread', () => {
	it('has the middle half, the median and both ends', () => {
		expect(spreadOf([5, 1, 2, 3, 4])).toEqual({ n: 5, least: 1, lower: 2, median: 3, upper: 4, most: 5 });
		expect(spreadOf([7])).toMatchObject({ n: 1, lower: 7, median: 7, upper: 7 });
		expect(spreadOf([])).toBeNull();
	});
});

describe('figures of a lab', () => {
	it('tell how long each task took, from the one done before it', () => {
		work(LEA, 60, [4, 'find/found'], [10, 'mend/mended'], [14, 'mend/lasts']);
		work(MAX, 60, [8, 'find/found']);
		work(STRANGER, 60, [1, 'find/found']);
		expect(figures()).toMatchObject({ began: 2, finished: 1 });
		expect(task('find').minutes).toMatchObject({ n: 2, least: 4, median: 6, most: 8 });
		expect(task('mend').minutes).toMatchObject({ n: 1, median: 10 });
	});

	it('count how often a check was asked until it held, and apart from that how often it broke', () => {
		work(
			LEA,
			60,
			[1, 'find/found', 'fail'],
			[2, 'find/found', 'error'],
			[3, 'find/found'],
			[4, 'find/found']
		);
		work(MAX, 60, [1, 'find/found', 'fail'], [2, 'find/found', 'fail']);
		const [found] = task('find').checks;
		expect(found).toMatchObject({ title: 'found!', people: 2, passed: 1, broke: 1 });
		expect(found!.asked).toMatchObject({ n: 2, least: 2, most: 2 });
	});

	it('tell who took hints and where people stopped, but not of those who are still at it', () => {
		over(work(LEA, 60, [1, 'find/found']));
		work(MAX, 60, [1, 'find/found']);
		over(work(NIA, 60, [1, 'find/found'], [2, 'mend/mended'], [3, 'mend/lasts']));
		room.progress.takeHint({ userId: LEA, labId: 'disk', task: 'mend', hint: 0 });
		expect(task('mend')).toMatchObject({ stopped: 1, hinted: 1 });
		expect(task('find')).toMatchObject({ stopped: 0, hinted: 0 });
	});

	it('count the first time somebody did a task, not the practice after it', () => {
		over(work(LEA, 100, [20, 'find/found']));
		work(LEA, 30, [1, 'find/found']);
		expect(task('find').minutes).toMatchObject({ n: 1, median: 20 });
	});
});

describe('the overview', () => {
	it('has a line for each lab that was begun, with the minutes of those who did all of it', () => {
		room.labs.set('quiz', labOf('quiz', [{ id: 'ask', checks: [check('one')] }]));
		work(LEA, 60, [4, 'find/found'], [10, 'mend/mended'], [14, 'mend/lasts']);
		work(MAX, 60, [8, 'find/found', 'error']);
		expect(analytics.overview(1, [...room.labs.values()])).toEqual([
			{
				...{ id: 'disk', title: 'Lab disk', began: 2, finished: 1, looks: 4, broke: 1 },
				minutes: expect.objectContaining({ n: 1, median: 14 }) as unknown
			}
		]);
	});

	it('takes a lab for finished without the checks that nobody is told of', () => {
		room.labs.set(
			'disk',
			labOf('disk', [{ id: 'find', checks: [check('found'), check('secret', { hidden: true })] }])
		);
		work(LEA, 60, [4, 'find/found']);
		work(MAX, 60, [4, 'find/secret']);
		expect(analytics.overview(1, [disk()])[0]).toMatchObject({ began: 1, finished: 1 });
	});
});

describe('signals', () => {
	const values = (userId: number) => ({ WORD: `word-${userId === NIA ? MAX : userId}` });
	const signals = (lab: Lab = disk()) => signalsOf({ db: room.db, values }, 1, lab);
	const answered = (userId: number, answer: string) =>
		room.progress.record({
			...{ userId, runId: null, labId: 'word', generation: 0, digest: 'd', task: 'tell', check: 'word' },
			...{ verdict: 'fail', score: 0, message: 'No.', answer, log: '', milliseconds: 1, trigger: 'button' }
		});

	it('show an answer that is wrong for one and right for another, and no other wrong answer', () => {
		const word = check('word', { type: 'answer', expect: { text: ['{{WORD}}'] } } as object);
		room.labs.set('word', labOf('word', [{ id: 'tell', checks: [word] }]));
		answered(LEA, ` WORD-${MAX} `);
		answered(LEA, 'something');
		answered(MAX, `word-${NIA}`);
		expect(signals(room.labs.get('word'))).toMatchObject([
			{ kind: 'answer-of-another', userId: LEA, otherId: MAX, task: 'tell' }
		]);
	});

	it('show a task done on machines without a key, once keys are noted at all', () => {
		const scripted = labOf('disk', [{ id: 'find', checks: [check('found', { type: 'script' })] }]);
		room.labs.set('disk', scripted);
		const old = work(MAX, 600, [5, 'find/found']);
		expect(signals()).toEqual([]);
		const key = (run: { id: number }, at: Date) =>
			room.db.update(runs).set({ firstKeyAt: at }).where(eq(runs.id, run.id)).run();
		const typed = work(NIA, 60, [5, 'find/found']);
		key(typed, typed.readyAt!);
		const silent = work(LEA, 50, [5, 'find/found']);
		expect(signals()).toMatchObject([{ kind: 'no-keys', userId: LEA, runId: silent.id, task: 'find' }]);
		expect(old.firstKeyAt).toBeNull();
	});

	it('show what was done in no time where there is a usual one, and nothing in a small group', () => {
		work(LEA, 60, [0.1, 'find/found']);
		work(MAX, 60, [9, 'find/found']);
		expect(signals()).toEqual([]);
		for (let more = 0; more < 7; more++) {
			const { id } = room.join(`more-${more}`);
			work(id, 60, [9, 'find/found']);
		}
		expect(signals()).toMatchObject([{ kind: 'very-fast', userId: LEA, seconds: 6, task: 'find' }]);
	});
});
