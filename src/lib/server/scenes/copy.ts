/** A copy of a scene, for looking at what was handed in where nobody can interfere any more. */
import { randomBytes } from 'node:crypto';
import type { Lab, Values } from '#lib/server/labs/index.ts';
import type { Sandbox, SandboxEngine } from '#lib/server/sandbox/index.ts';
import { sandboxSpec } from './sandbox-spec.ts';

export interface Original {
	engine: SandboxEngine;
	/** Name of its sandbox. */
	name: string;
	lab: Lab;
	values: Values;
	userId: number;
}

/** It ends by itself when nobody is left to take it away. */
const LIFETIME_SECONDS = 900;

/** What copies of these machines are called: they belong to the first, as long as somebody looks at them. */
const SIGN = '-copy-';
const inUse = new Set<string>();
export const isCopyInUse = (name: string) => inUse.has(name);

/** Work on a copy, which is taken away afterwards. Its programs start as after a power cut; no learner is on it. */
export async function onCopy<T>(of: Original, work: (copy: Sandbox) => Promise<T>): Promise<T> {
	const { engine, name, lab, values, userId } = of;
	const copy = `${name}${SIGN}${randomBytes(3).toString('hex')}`;
	inUse.add(copy);
	try {
		const spec = sandboxSpec(lab, values, { lifetimeSeconds: LIFETIME_SECONDS, userId });
		return await work(await engine.copy(name, copy, { spec }));
	} finally {
		await engine.remove(copy).finally(() => inUse.delete(copy));
	}
}
