/** The suite as a page: what must come of each attack, and what came of it when the page was made. */
import { provenAttacks } from './elsewhere.ts';
import { attacks, type Row } from './suite.ts';

const HEAD = `# What must come of every attack

\`npm run attack -- --table tests/attacks/README.md\` makes this page. *blocked*: it does not work. *bounded*: it works as far as it may. *works*: it shall work. Anything else is a hole. With gVisor or Kata the same must come of each, but where a column says otherwise; what a host with a kernel of its own does to that kernel reaches nobody else's. The column of gVisor says what must come of an attack there; the suite itself runs on the engine’s own runtime. A case without an attack says why.

| # | attack | must be | under gVisor | seen |
| --: | --- | --- | --- | --- |
`;

const GVISOR: Partial<Record<number, string>> = {
	5: 'works, in a kernel of its own',
	6: 'works, in a kernel of its own',
	8: 'works, in a kernel of its own',
	38: 'bounded',
	89: 'bounded'
};

export function asMarkdown(rows: Row[]): string {
	const elsewhere = new Map(
		provenAttacks.map(({ number, tests }) => [number, tests.map(({ file }) => `\`${file}\``)])
	);
	const tried = new Set(attacks.map(({ number }) => number));
	const lines = rows.map(({ number, name, expected, outcome, seen }) => {
		const proof = elsewhere.get(number);
		const must = tried.has(number) || proof ? expected : '–';
		const gvisor = tried.has(number) ? (GVISOR[number] ?? 'the same') : '–';
		const found = proof ? `${outcome === expected ? 'its tests pass' : seen}: ${proof.join(', ')}` : seen;
		return `| ${number} | ${name} | ${must} | ${gvisor} | ${found.replaceAll('|', '\\|').slice(0, 220)} |`;
	});
	return `${HEAD}${lines.join('\n')}\n`;
}
