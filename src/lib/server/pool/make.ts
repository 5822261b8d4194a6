/** Making one sandbox for nobody in particular: its machines, the first steps of its setup, a shell. */
import type { Lab } from '#lib/server/labs/index.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { imagesOf, lacksOf, setScene, type Ahead } from '#lib/server/scenes/index.ts';

/** It ends by itself after this, should nobody ever come for it. */
export const LIFE_SECONDS = 6 * 60 * 60;

/** The shell that the first terminal of a host joins, as that would open it. */
export const FIRST_SHELL = {
	...{ id: 'main', cols: 80, rows: 24 },
	env: { TERM: 'xterm-256color', COLORTERM: 'truecolor' }
};

export interface Making {
	engine: SandboxEngine;
	lab: Lab;
	ahead: Ahead;
	name: string;
	signal: AbortSignal;
}

export async function makeAhead({ engine, lab, ahead, name, signal }: Making): Promise<Sandbox> {
	const lacks = await lacksOf(engine, lab);
	if (lacks.length > 0) throw new Error(`This machine cannot run this lab. ${lacks.join(' ')}`);
	await engine.prepare(imagesOf(lab), () => {});
	signal.throwIfAborted();
	const sandbox = await engine.start(name, ahead.spec);
	await setScene(sandbox, lab, ahead.values, { to: ahead.steps, signal });
	// A shell reads its settings when it begins: only when nothing personal is to come can it begin now.
	if (ahead.isComplete) await openFirst(sandbox, lab);
	return sandbox;
}

async function openFirst(sandbox: Sandbox, lab: Lab): Promise<void> {
	const host = lab.hosts.find(({ hidden }) => !hidden)?.name;
	if (host) (await sandbox.shell(host, FIRST_SHELL)).leave();
}
