/** One trivial check, and fifty of them at once. */
import type { Sandbox } from '../../../src/lib/server/sandbox/index.ts';
import type { BenchSite } from '../bench-site.ts';
import { atLeast, atMost, percentile, percentiles, type Figure } from '../figures.ts';
import { clocked, inTurns, times, type Row } from '../row.ts';
import { openSmallShell, type SmallShell } from '../small-shell.ts';

const SCRIPT = 'test -s /etc/passwd || exit 1';
const AT_ONCE = 50;

/** Ask so many times at once. */
type Ask = (times: number) => Promise<unknown>;

/** The same trivial question, asked in four ways; every second time of the second sandbox. */
async function ways(site: BenchSite, shell: SmallShell): Promise<Record<string, Ask>> {
	const [ada, dora] = [await site.atWork('ada'), await site.atWork('dora')];
	const [one, two] = [await site.ownSandbox('one'), await site.ownSandbox('two')];
	const question = `bash -c '${SCRIPT}'`;
	const exec = async (sandbox: Sandbox) => {
		const { code, stderr } = await sandbox.exec('box', { command: ['bash'], script: SCRIPT });
		if (code !== 0) throw new Error(`The check ended with ${code}. ${stderr}`);
	};
	const inBoth = <T>(times: number, both: [T, T], ask: (of: T) => Promise<void>) =>
		Promise.all(Array.from({ length: times }, (_, turn) => ask(both[turn % 2 === 0 ? 0 : 1])));
	return {
		floor: (times) => shell.run(question, times),
		peer: (times) =>
			shell.run(
				`docker exec $([ $((i%2)) = 1 ] && echo ${ada.container} || echo ${dora.container}) ${question}`,
				times
			),
		engine: (times) => inBoth(times, [one, two], exec),
		ours: (times) => inBoth(times, [ada, dora], ({ learner }) => learner.press('check', { task: 'look' }))
	};
}

const WHAT: Record<string, [Figure['who'], string]> = {
	floor: ['floor', 'the script on this machine, without a sandbox'],
	peer: ['peer', '`docker exec` of the script'],
	engine: ['ours', '`sandbox.exec` of the script'],
	ours: ['ours', 'POST `?/check` → answer, verdict kept']
};

const figuresOf = (
	seen: Record<string, number[]>,
	unit: Figure['unit'],
	values: (seen: number[]) => Figure['values']
): Figure[] =>
	Object.entries(WHAT).map(([way, [who, what]]) => ({ who, what, unit, values: values(seen[way] ?? []) }));

export const check: Row = {
	name: 'check',
	async measure(site, share) {
		const shell = openSmallShell();
		const asked = await ways(site, shell);
		for (const ask of Object.values(asked)) await ask(2); // code that is warm
		const seen = await inTurns(
			times(30, share),
			Object.fromEntries(
				Object.entries(asked).map(([way, ask]) => [way, async () => [await clocked(() => ask(1))]])
			)
		);
		shell.close();
		site.everyCheckPassed();
		const p50 = (way: string) => percentile(seen[way] ?? [], 0.5);
		return {
			row: 'check',
			title: 'One trivial check, from the click to its verdict.',
			figures: figuresOf(seen, 'ms', (values) => percentiles(values, 0.5, 0.95)),
			goals: [
				atMost('click → verdict, p50', p50('ours') / p50('peer'), 0.25),
				atMost('`sandbox.exec`, p50', p50('engine') / p50('peer'), 0.25)
			],
			notes: []
		};
	}
};

export const checkMany: Row = {
	name: 'check-many',
	async measure(site, share) {
		const shell = openSmallShell();
		const asked = await ways(site, shell);
		const seen = await inTurns(
			times(4, share),
			Object.fromEntries(
				Object.entries(asked).map(([way, ask]) => [
					way,
					async () => {
						const took = await clocked(() => ask(AT_ONCE));
						return [AT_ONCE / (took / 1000)];
					}
				])
			)
		);
		shell.close();
		site.everyCheckPassed();
		const middle = (way: string) => percentile(seen[way] ?? [], 0.5);
		return {
			row: 'check-many',
			title: `${AT_ONCE} trivial checks at once, in two sandboxes.`,
			figures: figuresOf(seen, '/s', (values) => ({ median: percentile(values, 0.5) })),
			goals: [
				atLeast('through the server', middle('ours') / middle('peer'), 10),
				atLeast('`sandbox.exec`', middle('engine') / middle('peer'), 10)
			],
			notes: ['Two learners press twenty-five times each: a host runs at most 32 scripts at a time.']
		};
	}
};
