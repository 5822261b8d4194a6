/** A sandbox of the in-memory engine: hosts that are maps of files, and a book of what befell them. */
import { HostAway, type Abilities, type Condition, type Disturbance } from '../disturbance.ts';
import type {
	ExecResult,
	HostSpec,
	HostState,
	Sandbox,
	SandboxSpec,
	Shell,
	ShellOptions,
	Work
} from '../index.ts';
import { SandboxRefused } from '../refused.ts';
import { after, FAIR, requireSense, type Weather } from '../weather.ts';
import { runScript, type ToyHost } from './toy-shell.ts';
import { serveToy } from './toy-service.ts';
import { ToyTerminal } from './toy-terminal.ts';

const TOY = 'The in-memory engine has no machines, only toys.';

export const TOY_ABILITIES: Abilities = {
	internet: [],
	runtimes: { default: null, gvisor: TOY, kata: TOY, vm: TOY },
	...{ partition: null, loss: null, rate: null, delay: null, clock: TOY, diskFill: null, copy: null }
};

interface Toy {
	spec: HostSpec;
	toy: ToyHost;
	shells: Map<string, ToyTerminal>;
	power: 'on' | 'off' | 'paused';
}

export class ToySandbox implements Sandbox {
	readonly name: string;
	readonly spec: SandboxSpec;
	readonly since = new Date();
	readonly #hosts = new Map<string, Toy>();
	readonly #onRemove: () => void;
	#weather: Weather = FAIR;
	#frozen = false;
	#death: NodeJS.Timeout | undefined;
	#ended = false;
	kept = false;
	parked = false;

	constructor(name: string, spec: SandboxSpec, onRemove: () => void) {
		this.name = name;
		this.spec = spec;
		this.#onRemove = onRemove;
		for (const host of spec.hosts) {
			const files = new Map(host.files.map(({ to, content }) => [to, content.toString()]));
			const toy = { name: host.name, files, services: new Map() };
			this.#hosts.set(host.name, { spec: host, toy, shells: new Map(), power: 'on' });
		}
		void this.extend(spec.lifetimeSeconds);
	}

	get hosts() {
		return [...this.#hosts.keys()];
	}

	states(): Record<string, HostState> {
		const seen = { on: 'up', off: 'down', paused: 'paused' } as const;
		return Object.fromEntries(
			[...this.#hosts].map(([name, { power }]) => [
				name,
				this.#frozen && power === 'on' ? 'paused' : seen[power]
			])
		);
	}

	async exec(host: string, work: Work): Promise<ExecResult> {
		const { spec, toy } = this.#awake(host);
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
		const { spec, toy, shells } = this.#awake(host);
		const running = shells.get(options.id);
		if (running) return running.join(false);
		const terminal = new ToyTerminal(toy, { ...spec.env, ...options.env }, () => shells.delete(options.id));
		shells.set(options.id, terminal);
		return terminal.join(true);
	}

	async connect(host: string, port: number) {
		const { toy } = this.#awake(host);
		const file = toy.services.get(port);
		return file === undefined ? null : serveToy(() => toy.files.get(file));
	}

	async extend(seconds: number) {
		if (this.#ended) throw new Error('This sandbox is gone.');
		clearTimeout(this.#death);
		this.#death = setTimeout(() => this.end(), seconds * 1000);
		this.#death.unref();
	}

	async whyNot({ verb }: Disturbance): Promise<string | null> {
		return verb === 'clock' ? TOY : null;
	}

	async disturb(what: Disturbance): Promise<void> {
		if (what.verb === 'clock') throw new SandboxRefused(TOY);
		requireSense(
			what,
			new Map(this.spec.hosts.map((one) => [one.name, one.networks.map(({ name }) => name)]))
		);
		this.#weather = after(this.#weather, what);
		if ('hosts' in what || 'network' in what) return;
		const host = this.#hosts.get(what.host);
		if (host) await this.#switch(host, what.verb);
	}

	async #switch(host: Toy, verb: Disturbance['verb']): Promise<void> {
		const { name } = host.spec;
		if (verb === 'kill' || verb === 'stop') switchOff(host, `${name} was switched off.`);
		else if (verb === 'restart') switchOff(host, `${name} was restarted.`);
		else if (verb === 'pause' && host.power === 'on') host.power = 'paused';
		else if (verb === 'resume' && host.power === 'paused') host.power = 'on';
		if (verb === 'start' || verb === 'restart') await this.#boot(host);
	}

	async condition(): Promise<Condition> {
		const hosts = [...this.#hosts].map(([name, { power }]) => ({ name, power }));
		return { hosts, ...this.#weather, frozen: this.#frozen };
	}

	async freeze() {
		this.#frozen = true;
	}

	async thaw() {
		this.#frozen = false;
	}

	/** All hosts off, and nothing forgotten. */
	park() {
		clearTimeout(this.#death);
		for (const host of this.#hosts.values()) switchOff(host, `${host.spec.name} was switched off.`);
		this.parked = true;
	}

	async unpark(lifetimeSeconds: number) {
		this.parked = false;
		this.#frozen = false;
		this.kept = true;
		for (const host of this.#hosts.values()) await this.#boot(host);
		await this.extend(lifetimeSeconds);
	}

	takeFiles(from: ToySandbox) {
		for (const [name, { toy }] of this.#hosts) {
			toy.files.clear();
			for (const [path, content] of from.#hosts.get(name)?.toy.files ?? []) toy.files.set(path, content);
		}
		this.kept = true;
	}

	end() {
		this.#ended = true;
		clearTimeout(this.#death);
		for (const { shells } of this.#hosts.values()) for (const terminal of shells.values()) terminal.close();
		this.#onRemove();
	}

	async #boot(host: Toy) {
		if (host.power !== 'off') return;
		host.power = 'on';
		const script = host.toy.files.get('/etc/lab/boot');
		if (script) await this.exec(host.spec.name, { command: ['sh'], script });
	}

	#awake(name: string) {
		const host = this.#hosts.get(name);
		if (!host) throw new Error(`There is no host ${name} in this sandbox.`);
		if (this.#frozen)
			throw new HostAway('The machines of this lab stand still until somebody comes back to them.');
		if (host.power !== 'on')
			throw new HostAway(host.power === 'off' ? `${name} is switched off.` : `${name} stands still.`);
		return host;
	}
}

function switchOff(host: Toy, why: string) {
	host.power = 'off';
	host.toy.services.clear();
	for (const terminal of [...host.shells.values()]) terminal.close(why);
}

const quoted = (word: string) => `'${word}'`;
