import { expect, it } from 'vitest';
import type { ProofCard } from '#lib/server/proofs/index.ts';
import { Ledger } from './ledger.ts';
import { junit, report } from './report.ts';
import type { Placed, Seen } from './stage.ts';

const card: ProofCard = {
	...{ format: 'proof/1', lab: 'dns', version: '1.0.0', digest: 'd', problems: ['Check a/b is "red" & so.'] },
	...{ checks: 3, wrong: { rejected: 1, of: 2 }, flakes: { seen: 0, of: 9 }, plays: 2, seeds: 2 },
	faults: { hurt: 2, of: 2, undone: 1, undoable: 1 },
	reboot: true,
	mutants: { noticed: 3, of: 4, survivors: ['solve/a.sh:2  sync'] },
	...{ coldStartMilliseconds: 1234, playMilliseconds: 2345, memoryPeakMiB: null, diskMiB: 0.5 }
};

it('a report says what was tried, what must be mended and what nobody misses', () => {
	expect(report(card, { paint: (_colour, text) => text })).toBe(
		`✗ dns  3 checks · 2 plays · wrong rejected 1/2 · mutants noticed 3/4 · faults hurt 2/2, undone 1/1 · survives a reboot · flakes 0/9 · cold start 1.2 s · 0.5 MiB written
    ✗ Check a/b is "red" & so.
    ? no check misses solve/a.sh:2  sync`
	);
});

it('JUnit gets well-formed XML', () => {
	expect(junit([card])).toContain(
		'<testcase classname="labs" name="dns"><failure message="Check a/b is &quot;red&quot; &amp; so."/></testcase>'
	);
	expect(junit([card])).toContain('tests="1" failures="1"');
	const unread = junit([], ['a/lab.yaml:1:1 <b>']);
	expect(unread).toContain('name="every lab can be read"><failure message="a/lab.yaml:1:1 &lt;b&gt;"/>');
});

it('a check that changes its mind is found, and each odd look counted', () => {
	const ledger = new Ledger();
	const placed = { task: { id: 'a' }, check: { id: 'b' } } as Placed;
	const seen = (verdict: Seen['verdict']) => ({ verdict, message: 'Too early.' }) as Seen;
	const about = { state: 'after the solution', seed: 's' } as const;
	for (const verdict of ['pass', 'fail', 'pass'] as const) ledger.note(placed, about, seen(verdict));
	ledger.note(placed, { ...about, seed: 'other' }, seen('fail'));
	expect(ledger.flakes).toEqual({ seen: 1, of: 4 });
	expect(ledger.unsteady()).toEqual([
		'Check a/b is not steady: after the solution it said pass 2× and fail 1× (“Too early.”). A check must not change what it looks at, nor race with it.'
	]);
});
