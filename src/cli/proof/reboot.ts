/** Does what the solution has built still stand after every host was switched off and on? */
import { setTimeout as wait } from 'node:timers/promises';
import { allChecks, nameOf, type Placed, type Stage } from './stage.ts';

/** Services need a moment to come up again. */
const LOOKS = 15;
const BETWEEN_MILLISECONDS = 2000;

/** A sentence for each check that is red afterwards and stays so. */
export async function playReboot(stage: Stage): Promise<string[]> {
	const { sandbox, lab } = stage;
	if (!sandbox) return [];
	// All go before one comes back, as when the power fails.
	for (const { name } of lab.hosts) await sandbox.disturb({ verb: 'kill', host: name });
	for (const { name } of lab.hosts) await sandbox.disturb({ verb: 'start', host: name });

	let red = allChecks(lab).filter(({ check }) => check.type === 'script');
	let said = new Map<Placed, string>();
	for (let look = 0; look < LOOKS && red.length > 0; look++) {
		if (look > 0) await wait(BETWEEN_MILLISECONDS);
		said = await redOnes(stage, red);
		red = [...said.keys()];
	}
	return red.map(
		(placed) =>
			`${nameOf(placed)} is red after its hosts were switched off and on: ${said.get(placed)} The lab says survives: reboot.`
	);
}

async function redOnes(stage: Stage, checks: Placed[]): Promise<Map<Placed, string>> {
	const seen = await Promise.all(checks.map(async (placed) => ({ placed, ...(await stage.look(placed)) })));
	return new Map(
		seen.filter(({ verdict }) => verdict !== 'pass').map(({ placed, message }) => [placed, message])
	);
}
