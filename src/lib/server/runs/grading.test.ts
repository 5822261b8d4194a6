import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '#lib/server/db/index.ts';
import type { Lab } from '#lib/server/labs/index.ts';
import { Ground, makeLab, scriptCheck } from './testing.ts';

let ground: Ground;
const lab = makeLab('one');
beforeEach(async () => {
	ground = new Ground();
	await ground.openRuns();
});
afterEach(() => ground.close());

const ready = (userId: number, which: Lab) => ground.ready(userId, which);
const type = (run: Run, command: string[]) => ground.type(run, command);

describe('runs that are watched', () => {
	const watched = makeLab('watched', {
		tasks: [
			{
				...lab.tasks[0]!,
				checks: [
					scriptCheck('made', 'test -f /made || fail "There is no /made yet."', { trigger: 'watch' }),
					scriptCheck('kept', 'test -f /scene || fail "The scene is gone."', {
						trigger: 'watch',
						mode: 'hold'
					}),
					scriptCheck('slow', 'test -f /made', { trigger: 'button' })
				]
			}
		]
	});
	const rows = () =>
		ground.db.$client
			.prepare('select "check", verdict, "trigger" from attempts order by id')
			.all()
			.map((row) => Object.values(row as object).join(' '));
	const settle = () => new Promise((resolve) => setTimeout(resolve, 150));
	beforeEach(() => ground.labs.set('watched', watched));

	it('notice by themselves what was done after Enter, and keep only what is new', async () => {
		const run = await ready(1, watched);
		const seen = ground.bulletin.listen(1, () => {});
		ground.runs.typed(run.id, true);
		await settle();
		expect(rows()).toEqual(['made fail watch', 'kept pass watch']);
		await type(run, ['touch', '/made']);
		ground.runs.typed(run.id, true);
		await settle();
		expect(rows().slice(2)).toEqual(['made pass watch']);
		await type(run, ['rm', '/scene']);
		ground.runs.typed(run.id, true);
		await settle();
		expect(rows().slice(3)).toEqual(['kept fail watch']);
		seen();
	});

	it('are left alone while no page shows them', async () => {
		const run = await ready(1, watched);
		ground.runs.typed(run.id, true);
		await settle();
		expect(rows()).toEqual([]);
	});

	it('keep a check that breaks by itself once, and do not show it', async () => {
		const broken = makeLab('watched', {
			tasks: [{ ...lab.tasks[0]!, checks: [scriptCheck('made', 'no-such-tool', { trigger: 'watch' })] }]
		});
		ground.labs.set('watched', broken);
		const run = await ready(1, broken);
		ground.bulletin.listen(1, () => {});
		for (let n = 0; n < 3; n++) {
			ground.runs.typed(run.id, true);
			await settle();
		}
		expect(rows()).toEqual(['made error watch']);
		expect(ground.progress.standing(1, broken, run)[0]?.checks[0]?.state).toBe('untried');
	});
});

it('runs keep how a check ended and what it reported, for who teaches', async () => {
	const run = await ready(1, lab);
	await ground.runs.check(run, lab, 'make');
	expect(ground.progress.history(1, { page: 1 }).looks).toMatchObject([
		{
			check: 'made',
			log: expect.stringContaining('[exit 1]'),
			trace: { exit: 1, records: [{ verb: 'fail', text: 'There is no /made yet.' }] }
		}
	]);
});

it('runs look when the work is handed in at what waits for that, and count what is hidden', async () => {
	const exam = makeLab('exam', {
		tasks: [
			{
				...lab.tasks[0]!,
				checks: [
					scriptCheck('made', 'test -f /made'),
					scriptCheck('deep', 'test -f /deep', { trigger: 'submit', hidden: true })
				]
			}
		]
	});
	ground.labs.set('exam', exam);
	const run = await ready(1, exam);
	expect(await ground.runs.check(run, exam, 'make')).toEqual([expect.objectContaining({ check: 'made' })]);
	expect(ground.progress.score(1, exam, run)).toMatchObject({ handedIn: null, hidden: { passed: 0, of: 1 } });
	await type(run, ['touch', '/deep']);
	expect(await ground.runs.handIn(run, exam)).toBeNull();
	expect(ground.progress.score(1, exam, run)).toMatchObject({
		handedIn: expect.any(Date),
		hidden: { passed: 1, of: 1 },
		total: { points: 1, of: 2 }
	});
	expect(await ground.runs.handIn(await ready(1, lab), lab)).toEqual({
		refused: expect.stringContaining('nothing to hand in')
	});
});

describe('a quiz in a run', () => {
	const questions = [
		{
			...{ id: 'one', text: 'One?', points: 1, why: null, type: 'choice' as const },
			options: ['yes', 'no', 'perhaps'].map((text) => ({
				text,
				right: text === 'yes',
				why: `About ${text}.`
			}))
		},
		{ id: 'two', text: 'Two?', points: 3, why: null, type: 'text' as const, expect: { text: ['{{WORD}}'] } }
	];
	const theory = (attempts: number | null = null) =>
		makeLab('theory', {
			hosts: [],
			tasks: [
				{
					...{ id: 'ask', title: 'Ask', needs: [], fault: null, hints: [], points: 4 },
					checks: [
						{
							...scriptCheck('quiz', ''),
							...{
								type: 'quiz',
								attempts,
								points: 4,
								quiz: { path: 'quiz/q.yaml', shuffle: true, questions }
							}
						} as never
					]
				}
			]
		});
	const chosen = (lab: Lab, text: string): [string, string] => {
		const options = ground.runs.quizzes(1, lab, null)['ask/quiz']!.questions[0]!.options;
		return ['one', options.find((option) => option.text === text)!.id];
	};
	const give = (lab: Lab, fields: [string, string][]) =>
		ground.runs.answerQuiz(1, lab, { taskId: 'ask', checkId: 'quiz', fields }, null);

	it('is graded with this learner’s values, keeps the best, and explains what was chosen', () => {
		const lab = theory();
		const word = ground.runs.values(1, lab).WORD!;
		expect(give(lab, [chosen(lab, 'no'), ['two', word]])).toMatchObject({
			verdict: 'fail',
			message: '1 of 2 right.'
		});
		expect(JSON.stringify(ground.runs.quizzes(1, lab, null))).toContain('About no.');
		expect(JSON.stringify(ground.runs.quizzes(1, lab, null))).not.toContain('About yes.');
		expect(give(lab, [chosen(lab, 'yes')])).toMatchObject({ verdict: 'fail' });
		expect(ground.progress.score(1, lab, null).shown).toEqual({ points: 3, of: 4 });
		expect(give(lab, [chosen(lab, 'yes'), ['two', word]])).toMatchObject({
			verdict: 'pass',
			message: 'All 2 right.'
		});
		expect(ground.progress.standing(1, lab, null)[0]?.state).toBe('done');
	});

	it('ends when its tries are used up', () => {
		const lab = theory(1);
		expect(give(lab, [])).toMatchObject({ verdict: 'fail', message: '0 of 2 right. 0 tries left.' });
		expect(give(lab, [])).toEqual({ refused: expect.stringContaining('your one try') });
	});

	it('begins again where no machine can: with new tries, another draw, and what was done kept', () => {
		const lab = theory(1);
		ground.labs.set('theory', lab);
		const again = () => ground.runs.beginAgain(1, lab);
		expect(again()).toEqual({ refused: expect.stringContaining('tries left') });
		const word = ground.runs.values(1, lab).WORD!;
		give(lab, []);
		expect(again()).toBeNull();
		expect(again()).toEqual({ refused: expect.stringContaining('tries left') });
		const drawn = ground.runs.values(1, lab).WORD!;
		expect(drawn).not.toBe(word);
		expect(ground.runs.quizzes(1, lab, null)['ask/quiz']!.questions[0]!.share).toBeNull();
		expect(ground.progress.standing(1, lab, null)[0]?.checks[0]).toMatchObject({ tries: 0 });
		expect(give(lab, [chosen(lab, 'yes'), ['two', drawn]])).toMatchObject({ verdict: 'pass' });
		expect(again()).toEqual({ refused: expect.stringContaining('tries left') });
		expect(ground.progress.doneTasks(1).get('theory')).toEqual(new Set(['ask']));
	});

	it('with the same names in another lab has tries of its own', () => {
		expect(give(theory(1), [])).toMatchObject({ verdict: 'fail' });
		expect(give({ ...theory(1), id: 'other' } as Lab, [])).toMatchObject({ verdict: 'fail' });
	});
});
