/**
 * The in-memory driver: hosts are maps of files, shells are a toy. For tests of other rooms and
 * for working on the pages where there is no Docker. Nothing survives the process.
 */
import type { SandboxEngine } from './index.ts';
import { TOY_ABILITIES, ToySandbox } from './memory/toy-sandbox.ts';

export function openMemoryEngine(): SandboxEngine {
	const sandboxes = new Map<string, ToySandbox>();
	const found = (name: string) => {
		const sandbox = sandboxes.get(name);
		return sandbox && !sandbox.parked ? sandbox : null;
	};
	const engine: SandboxEngine = {
		async prepare() {},
		async start(name, spec) {
			const sandbox = sandboxes.get(name) ?? new ToySandbox(name, spec, () => sandboxes.delete(name));
			sandboxes.set(name, sandbox);
			if (sandbox.parked) await sandbox.unpark(spec.lifetimeSeconds);
			return sandbox;
		},
		park: async (name) => found(name)?.park(),
		async copy(name, as, { spec }) {
			const from = sandboxes.get(name);
			if (!from) throw new Error(`There is no sandbox ${name} to copy.`);
			await engine.remove(as);
			const copy = new ToySandbox(as, spec, () => sandboxes.delete(as));
			copy.takeFiles(from);
			sandboxes.set(as, copy);
			return copy;
		},
		abilities: async () => TOY_ABILITIES,
		find: async (name) => found(name),
		list: async () => [...sandboxes.keys()],
		remove: async (name) => sandboxes.get(name)?.end(),
		health: async () => ({
			...{ down: null, facts: [{ name: 'Engine', value: 'in memory, a toy for tests' }] },
			...{ findings: [], images: [], incidents: [] },
			sandboxes: [...sandboxes.values()].map(({ name, hosts, spec, since }) => ({
				...{ name, hosts, labels: spec.labels, since }
			}))
		}),
		states: async () => new Map([...sandboxes].map(([name, sandbox]) => [name, sandbox.states()])),
		usage: async () => new Map(),
		machine: async () => ({ processors: 8, memoryMiB: 65_536, memoryFreeMiB: null, diskFreeMiB: null }),
		onIncident: () => () => {},
		async close() {
			for (const sandbox of sandboxes.values()) sandbox.end();
		}
	};
	return engine;
}
