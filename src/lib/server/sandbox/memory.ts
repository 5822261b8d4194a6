/**
 * The in-memory driver: hosts are maps of files, shells are a toy. For tests of other rooms and
 * for working on the pages where there is no Docker. Nothing survives the process.
 */
import type {
	ExecResult,
	HostSpec,
	HostState,
	Sandbox,
	SandboxEngine,
	SandboxSpec,
	Shell,
	ShellOptions,
	Work
} from './index.ts';
import { ToyTerminal } from './memory/toy-terminal.ts';
import { runScript, type ToyHost } from './memory/toy-shell.ts';

export function openMemoryEngine(): SandboxEngine {
	const sandboxes = new Map<string, MemorySandbox>();
	return {
		async prepare() {},
		async start(name, spec) {
			const sandbox = sandboxes.get(name) ?? new MemorySandbox(name, spec, () => sandboxes.delete(name));
			sandboxes.set(name, sandbox);
			return sandbox;
		},
		find: async (name) => sandboxes.get(name) ?? null,
		list: async () => [...sandboxes.keys()],
		remove: async (name) => sandboxes.get(name)?.end(),
		health: async () => ({
			...{ down: null, facts: [{ name: 'Engine', value: 'in memory, a toy for tests' }] },
			...{ findings: [], incidents: [] },
			sandboxes: [...sandboxes.values()].map(({ name, hosts, labels, since }) => ({
				...{ name, hosts, labels, since }
			}))
		}),
		states: async () => new Map([...sandboxes].map(([name, sandbox]) => [name, sandbox.states()])),
		machine: async () => ({ processors: 8, memoryMiB: 65_536, memoryFreeMiB: null, diskFreeMiB: null }),
		onIncident: () => () => {},
		async close() {
			for (const sandbox of sandboxes.values()) sandbox.end();
		}
	};
}

class MemorySandbox implements Sandbox {
	readonly name: string;
	readonly labels: Record<string, string>;
	readonly since = new Date();
	readonly #hosts = new Map<string, { spec: HostSpec; toy: ToyHost; shells: Map<string, ToyTerminal> }>();
	readonly #onRemove: () => void;
	#death: NodeJS.Timeout | undefined;

	constructor(name: string, spec: SandboxSpec, onRemove: () => void) {
		this.name = name;
		this.labels = spec.labels;
		this.#onRemove = onRemove;
		for (const host of spec.hosts) {
			const files = new Map(host.files.map(({ to, content }) => [to, content.toString()]));
			this.#hosts.set(host.name, { spec: host, toy: { name: host.name, files }, shells: new Map() });
		}
		void this.extend(spec.lifetimeSeconds);
	}

	get hosts() {
		return [...this.#hosts.keys()];
	}

	states(): Record<string, HostState> {
		return Object.fromEntries(this.hosts.map((host) => [host, 'up']));
	}

	async exec(host: string, work: Work): Promise<ExecResult> {
		const { spec, toy } = this.#host(host);
		const { command, script, args = [], env = {}, timeoutSeconds = 60 } = work;
		const printed = { stdout: '', stderr: '' };
		const signal = AbortSignal.timeout(timeoutSeconds * 1000);
		const code = await runScript(script ?? command.map(quoted).join(' '), {
			host: toy,
			variables: new Map(Object.entries({ ...spec.env, ...env })),
			functions: new Map(),
			args,
			cwd: '/',
			signal,
			out: (text) => (printed.stdout += text),
			error: (text) => (printed.stderr += text)
		});
		return { code: signal.aborted ? 137 : code, ...printed, timedOut: signal.aborted };
	}

	async shell(host: string, options: ShellOptions): Promise<Shell> {
		const { spec, toy, shells } = this.#host(host);
		const running = shells.get(options.id);
		if (running) return running.join(false);
		const terminal = new ToyTerminal(toy, { ...spec.env, ...options.env }, () => shells.delete(options.id));
		shells.set(options.id, terminal);
		return terminal.join(true);
	}

	async extend(seconds: number) {
		clearTimeout(this.#death);
		this.#death = setTimeout(() => this.end(), seconds * 1000);
		this.#death.unref();
	}

	end() {
		clearTimeout(this.#death);
		for (const { shells } of this.#hosts.values()) for (const terminal of shells.values()) terminal.close();
		this.#onRemove();
	}

	#host(name: string) {
		const host = this.#hosts.get(name);
		if (!host) throw new Error(`There is no host ${name} in this sandbox.`);
		return host;
	}
}

const quoted = (word: string) => `'${word}'`;
