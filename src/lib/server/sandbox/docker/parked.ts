/** Sandboxes whose hosts are off: which of that was meant, and how they come back. */
import type { SandboxSpec } from '../index.ts';
import { inOrder, untilReady } from './order.ts';
import { ignoreAlready, switchOn } from './power.ts';
import type { DockerSandbox } from './sandbox.ts';

/** Whether every host is as the book says. One that stands still though nobody wants it goes on. */
export async function isAsNoted(
	sandbox: DockerSandbox,
	states: { host: string; State: string }[]
): Promise<boolean> {
	const { off, paused, frozen, parked } = sandbox.book.now;
	if (parked) return true;
	for (const { host, State } of states) {
		const wanted = frozen || paused.includes(host);
		// What was copied when a server ended was left standing.
		if (State === 'paused' && !wanted) await sandbox.container(host).unpause().catch(ignoreAlready);
		if (State !== 'paused' && State !== 'running' && !off.includes(host)) return false;
	}
	return true;
}

/** All hosts on again, in their order; those that were off on purpose, too: somebody begins anew. */
export async function unpark(sandbox: DockerSandbox, spec: SandboxSpec): Promise<DockerSandbox> {
	const endsAt = Date.now() + spec.lifetimeSeconds * 1000;
	await sandbox.book.write({ off: sandbox.hosts, kept: true, endsAt });
	await inOrder(spec.hosts, async (host) => {
		await switchOn(sandbox, host.name);
		await untilReady({ exec: (name, work) => sandbox.resident(name).exec(work) }, host);
	});
	await sandbox.book.write({ parked: false, off: [] });
	return sandbox;
}
