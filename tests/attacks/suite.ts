/** The whole suite, in order, and what became of it: every attack's ending, and the unharmed others. */
import type { Attack, Ground, Outcome } from './attack.ts';
import { checkerAttacks } from './checker.ts';
import { idleAttacks, provenAttacks } from './elsewhere.ts';
import { hostAttacks } from './host.ts';
import { lifecycleAttacks } from './lifecycle.ts';
import { runProofs } from './proofs.ts';
import { networkAttacks } from './network.ts';
import { resourceAttacks } from './resources.ts';

export const attacks: Attack[] = [
	...[...hostAttacks, ...networkAttacks, ...resourceAttacks],
	...[...checkerAttacks, ...lifecycleAttacks]
].sort((a, b) => a.number - b.number);

export interface Row {
	number: number;
	name: string;
	expected: Outcome;
	/** Null when it could not be tried here. */
	outcome: Outcome | null;
	/** What was seen, or why it was not tried. */
	seen: string;
	/** Whether the other learner was as well afterwards as before. */
	othersUnharmed: boolean;
	seconds: number;
}

export const isAsExpected = ({ outcome, expected, othersUnharmed }: Row) =>
	(outcome === null || outcome === expected) && othersUnharmed;

export async function runAttack(attack: Attack, ground: Ground): Promise<Row> {
	const { number, name, expected } = attack;
	const begun = performance.now();
	const row = { number, name, expected: expected[ground.runtime] ?? expected.runc };
	const reason = attack.unless?.(ground) ?? null;
	if (reason)
		return { ...row, outcome: null, seen: `not tried: ${reason}`, othersUnharmed: true, seconds: 0 };
	const { outcome, seen } = await attack
		.run(ground)
		.catch((error: Error) => ({ outcome: 'open' as const, seen: `it could not be tried: ${error.message}` }));
	const othersUnharmed = await isWell(ground).catch(() => false);
	return { ...row, outcome, seen, othersUnharmed, seconds: (performance.now() - begun) / 1000 };
}

/** Those made by other rooms' tests, all in one go, and those there is nothing to make on. */
export async function runElsewhere(wanted: (number: number) => boolean): Promise<Row[]> {
	const begun = performance.now();
	const proven = provenAttacks.filter(({ number }) => wanted(number));
	const found = proven.length > 0 ? await runProofs(proven) : new Map<number, string[]>();
	const seconds = (performance.now() - begun) / 1000 / Math.max(1, proven.length);
	const rows = proven.map(({ number, name, expected }): Row => {
		const failed = found.get(number) ?? ['its tests did not run'];
		const seen = failed.length > 0 ? failed.join('; ') : 'its tests pass';
		return {
			number,
			name,
			expected,
			outcome: failed.length > 0 ? 'open' : expected,
			seen,
			othersUnharmed: true,
			seconds
		};
	});
	const idle = idleAttacks
		.filter(({ number }) => wanted(number))
		.map(({ number, name, reason }): Row => ({
			...{ number, name, expected: 'blocked', outcome: null, seen: `not applicable: ${reason}` },
			...{ othersUnharmed: true, seconds: 0 }
		}));
	return [...rows, ...idle];
}

/** The other learner can work, keep files and reach their own hosts, without waiting. */
async function isWell({ victim }: Ground): Promise<boolean> {
	const work = `exec 9<&-; echo kept >> /home/learner/diary && python3 -c "
import socket
try: socket.create_connection(('peer', 1), 3)
except ConnectionRefusedError: print('peer is there')"`;
	const { code, stdout } = await victim.exec('box', { command: ['bash'], script: work, timeoutSeconds: 5 });
	return code === 0 && stdout === 'peer is there\n';
}
