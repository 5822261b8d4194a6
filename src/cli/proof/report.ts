/** A proof in words for a terminal, and as JUnit XML for machines. */
import type { ProofCard } from '#lib/server/proofs/index.ts';
import type { Paper } from '../paper.ts';

export function report(card: ProofCard, { paint }: Pick<Paper, 'paint'>): string {
	const proven = card.problems.length === 0;
	const head = `${paint(proven ? 'green' : 'red', proven ? '✓' : '✗')} ${paint('bold', card.lab)}`;
	const survivors = card.mutants.survivors.map(
		(name) => `    ${paint('yellow', '?')} no check misses ${name}`
	);
	const problems = card.problems.map((problem) => `    ${paint('red', '✗')} ${indented(problem)}`);
	return [`${head}  ${paint('dim', facts(card).join(' · '))}`, ...problems, ...survivors].join('\n');
}

/** What was tried and measured, each in a few words. */
function facts({ wrong, mutants, flakes, faults, ...card }: ProofCard): string[] {
	const measured = (value: number | null, unit: string) => (value === null ? [] : [`${value} ${unit}`]);
	return [
		`${card.checks} checks`,
		...(card.plays > 1 ? [`${card.plays} plays`] : []),
		...(wrong.of > 0 ? [`wrong rejected ${wrong.rejected}/${wrong.of}`] : []),
		...(mutants.of > 0 ? [`mutants noticed ${mutants.noticed}/${mutants.of}`] : []),
		...(faults.of > 0
			? [`faults hurt ${faults.hurt}/${faults.of}, undone ${faults.undone}/${faults.undoable}`]
			: []),
		...(card.reboot ? ['survives a reboot'] : []),
		`flakes ${flakes.seen}/${flakes.of}`,
		...(card.coldStartMilliseconds === null
			? []
			: [`cold start ${(card.coldStartMilliseconds / 1000).toFixed(1)} s`]),
		...measured(card.memoryPeakMiB, 'MiB memory'),
		...measured(card.diskMiB, 'MiB written')
	];
}

/** `unread`: what keeps labs from being read at all, a sentence each. */
export function junit(cards: ProofCard[], unread: string[] = []): string {
	const cases = [
		...cards.map(({ lab, problems }) => ({ name: lab, problems })),
		...(unread.length > 0 ? [{ name: 'every lab can be read', problems: unread }] : [])
	];
	const failed = cases.filter(({ problems }) => problems.length > 0).length;
	const rows = cases.map(({ name, problems }) => {
		const failures = problems.map((problem) => `<failure message="${escaped(problem)}"/>`).join('');
		return `\t\t<testcase classname="labs" name="${escaped(name)}">${failures}</testcase>\n`;
	});
	return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
	<testsuite name="labs" tests="${cases.length}" failures="${failed}">
${rows.join('')}	</testsuite>
</testsuites>
`;
}

const indented = (text: string) => text.replaceAll('\n', '\n      ');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) =>
	text
		.replace(/[^\P{Cc}\n\t]/gu, '')
		.replace(/[&<>"]/g, (character) => ENTITIES[character]!)
		.replaceAll('\n', '&#10;');
