/** The quick attacks of the abuse suite (tests/attacks/); `npm run attack` makes all of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ground } from '../../../../tests/attacks/attack.ts';
import { openGround } from '../../../../tests/attacks/ground.ts';
import { attacks, runAttack } from '../../../../tests/attacks/suite.ts';

let ground: Ground & { close(): Promise<void> };
beforeAll(async () => {
	ground = await openGround();
});
afterAll(() => ground?.close());

test.each(attacks.filter(({ slow }) => !slow).map((attack) => [attack.number, attack.name, attack] as const))(
	'attack %i ends as it must: %s',
	async (_number, _name, attack) => {
		const { expected, outcome, seen, othersUnharmed } = await runAttack(attack, ground);
		expect({ outcome: outcome ?? expected, seen, othersUnharmed }).toEqual({
			outcome: expected,
			seen,
			othersUnharmed: true
		});
	}
);
