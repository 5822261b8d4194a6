/** From a sandbox that waited for anybody to the one of this learner: what could not be done before is done now. */
import type { Lab, Values } from '#lib/server/labs/index.ts';
import type { Taken } from '#lib/server/pool/index.ts';
import { placePersonal, sandboxSpec, setScene } from '#lib/server/scenes/index.ts';

export interface HandOver {
	taken: Taken;
	lab: Lab;
	values: Values;
	userId: number;
	lifetimeSeconds: number;
	signal: AbortSignal;
}

/** @throws when it is not what it was; then a new one is started in its place. */
export async function handOver({ taken, lab, values, signal, ...about }: HandOver): Promise<void> {
	const { sandbox, ahead, isFrozen } = taken;
	if (isFrozen) await sandbox.thaw();
	await sandbox.extend(about.lifetimeSeconds);
	if (ahead.isComplete) return;
	await placePersonal(sandbox, ahead.spec, sandboxSpec(lab, values, about));
	await setScene(sandbox, lab, values, { from: ahead.steps, signal });
}
