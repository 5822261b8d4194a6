/** Hosts that need others wait for them; all that need not wait come up at the same time. */
import type { HostSpec, Sandbox } from '../index.ts';

/**
 * Do something with every host, each after those it needs.
 * @throws the first failure, or a sentence when hosts need each other or one that is not there.
 */
export async function inOrder(hosts: HostSpec[], act: (host: HostSpec) => Promise<void>): Promise<void> {
	const done = new Map<string, Promise<void>>();
	const visit = (name: string, path: string[]): Promise<void> => {
		if (path.includes(name))
			throw new Error(`Hosts must not need each other: ${[...path, name].join(' → ')}.`);
		const host = hosts.find((one) => one.name === name);
		if (!host) throw new Error(`${path.at(-1)} needs the host ${name}, which is not there.`);
		const before = done.get(name);
		if (before) return before;
		const needed = (host.needs ?? []).map((other) => visit(other, [...path, name]));
		const promise = Promise.all(needed).then(() => act(host));
		done.set(name, promise);
		return promise;
	};
	await Promise.all(hosts.map(({ name }) => visit(name, [])));
}

/** Ask a host's probe until it says yes. @throws with what it said last, when its time is over. */
export async function untilReady(sandbox: Pick<Sandbox, 'exec'>, { name, ready }: HostSpec): Promise<void> {
	if (!ready) return;
	const end = performance.now() + ready.timeoutSeconds * 1000;
	for (;;) {
		const left = Math.max(1, Math.ceil((end - performance.now()) / 1000));
		const { code, stdout, stderr, timedOut } = await sandbox.exec(name, {
			...ready.probe,
			timeoutSeconds: left
		});
		if (code === 0) return;
		if (performance.now() + ready.everySeconds * 1000 >= end) {
			const said = timedOut ? 'it did not end' : (stdout + stderr).trim().slice(-500) || `exit ${code}`;
			throw new Error(
				`The host ${name} was not ready after ${ready.timeoutSeconds} seconds. Its probe: ${said}`
			);
		}
		await new Promise((resolve) => setTimeout(resolve, ready.everySeconds * 1000));
	}
}
