/** One sandbox: its hosts by name, each reached through its resident; and the book about it. */
import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import PQueue from 'p-queue';
import { HostAway, type Abilities, type Condition, type Disturbance } from '../disturbance.ts';
import type { Sandbox, ShellOptions, Work } from '../index.ts';
import { disturb, whyNot } from './disturb.ts';
import { DockerOutput } from './frames.ts';
import type { Images } from './images.ts';
import { NoteBook } from './notes.ts';
import { LABELS } from './objects.ts';
import { ignoreAlready } from './power.ts';
import type { Quota } from './quota.ts';
import { Resident, type Lent } from './resident.ts';
import type { Runtimes } from './runtimes.ts';
import { WAY_OUT_PORT, type WayOut } from '../internet/way-out.ts';

/** Where sandboxes stand: all they share. */
export interface Site {
	docker: Dockerode;
	images: Images;
	instance: string;
	runtimes: Runtimes;
	abilities(): Promise<Abilities>;
	quota(): Promise<Quota>;
	wayOut: WayOut;
}

/** A host: its container's id, and the places of the internet it may reach. */
export interface Container {
	id: string;
	internet: string[];
}

export class DockerSandbox implements Sandbox {
	readonly name: string;
	readonly site: Site;
	readonly book: NoteBook;
	readonly #containers: ReadonlyMap<string, Container>;
	readonly #residents = new Map<string, Resident>();
	/** What is done to it is done one thing after the other. */
	readonly #turns = new PQueue({ concurrency: 1 });

	/** `containers`: by the names of hosts. `isNew`: it is being made. */
	constructor(site: Site, name: string, containers: ReadonlyMap<string, Container>, isNew = false) {
		this.site = site;
		this.name = name;
		this.#containers = containers;
		this.book = new NoteBook(site.docker, { instance: site.instance, sandbox: name, isNew });
		for (const [host, { internet }] of containers)
			this.#residents.set(host, new Resident(() => join(this.container(host)), this.#lent(internet)));
	}

	/** Hosts that may reach nothing lend us no port to speak to us by. */
	#lent(internet: string[]): Lent | null {
		const wanted = new Set(internet);
		return wanted.size === 0
			? null
			: { port: WAY_OUT_PORT, answer: (stream) => this.site.wayOut.serve(stream, wanted) };
	}

	get hosts() {
		return [...this.#containers.keys()];
	}

	get kept() {
		return this.book.now.kept;
	}

	container = (host: string): Dockerode.Container =>
		this.site.docker.getContainer(this.#containers.get(host)?.id ?? '');

	/** Wait until a host's resident answers. @throws with what the host printed, when it does not. */
	async greet(host: string) {
		await this.resident(host)
			.greet()
			.catch(async (error: Error) => {
				throw new Error(
					`The host ${host} did not come up: ${(await this.#lastWords(host)) || error.message}`
				);
			});
	}

	async #lastWords(host: string): Promise<string> {
		const log = await this.container(host)
			.logs({ stdout: true, stderr: true, tail: 5 })
			.catch(() => Buffer.alloc(0));
		return Buffer.concat(new DockerOutput([1, 2]).push(log))
			.toString()
			.trim();
	}

	is(containers: ReadonlyMap<string, Container>) {
		return (
			containers.size === this.#containers.size &&
			[...containers].every(([host, { id }]) => this.#containers.get(host)?.id === id)
		);
	}

	// A host that is away is a promise broken, not a throw on the way to it.
	async exec(host: string, work: Work) {
		return this.#awake(host).exec(work);
	}

	async shell(host: string, options: ShellOptions) {
		return this.#awake(host).shell(options);
	}

	async connect(host: string, port: number) {
		return this.#awake(host).connect(port);
	}

	/** Hosts that are off or stand still hear of it when they come back. */
	async extend(seconds: number) {
		await this.book.write({ endsAt: Date.now() + seconds * 1000 });
		await Promise.all(this.#awakeHosts.map((host) => this.resident(host).extend(seconds)));
	}

	/** A host that was away is told how long it has. */
	async tellEnd(host: string) {
		const { Config } = await this.container(host).inspect();
		const endsAt = this.book.now.endsAt ?? Number(Config.Labels[LABELS.endsAt]);
		await this.resident(host).extend((endsAt - Date.now()) / 1000);
	}

	whyNot = (what: Disturbance): Promise<string | null> => whyNot(this, what);

	disturb(what: Disturbance): Promise<void> {
		return this.#turns.add(() => disturb(this, what));
	}

	async condition(): Promise<Condition> {
		const { off, paused, frozen, weather } = await this.book.read();
		const power = (host: string) => (off.includes(host) ? 'off' : paused.includes(host) ? 'paused' : 'on');
		return { hosts: this.hosts.map((name) => ({ name, power: power(name) })), ...weather, frozen };
	}

	async freeze() {
		await this.book.write({ frozen: true });
		await this.#each(async (host) => this.container(host).pause());
	}

	async thaw() {
		await this.#each(async (host) => this.container(host).unpause());
		await this.book.write({ frozen: false });
		await Promise.all(this.#awakeHosts.map((host) => this.tellEnd(host)));
	}

	/** Every host that is on and does not stand still by itself. */
	async #each(act: (host: string) => Promise<unknown>) {
		const { off, paused } = await this.book.read();
		const hosts = this.hosts.filter((host) => !off.includes(host) && !paused.includes(host));
		await Promise.all(hosts.map((host) => act(host).catch(ignoreAlready)));
	}

	/** The connections of a host end; its shells say why. */
	hangUp(host: string, why: string) {
		this.resident(host).hangUp(why);
	}

	close() {
		for (const resident of this.#residents.values()) resident.close();
	}

	resident(host: string): Resident {
		const resident = this.#residents.get(host);
		if (!resident) throw new Error(`There is no host ${host} in this sandbox.`);
		return resident;
	}

	get #awakeHosts() {
		return this.hosts.filter((host) => this.#isAwake(host));
	}

	#isAwake(host: string): boolean {
		const { off, paused, frozen, parked } = this.book.now;
		return !frozen && !parked && !off.includes(host) && !paused.includes(host);
	}

	#awake(host: string): Resident {
		const resident = this.resident(host);
		if (this.#isAwake(host)) return resident;
		const { off, frozen } = this.book.now;
		if (frozen) throw new HostAway('The machines of this lab stand still until somebody comes back to them.');
		throw new HostAway(off.includes(host) ? `${host} is switched off.` : `${host} stands still.`);
	}
}

/** A connection to the host's resident, over an exec that hands it our stream. */
async function join(container: Dockerode.Container): Promise<Duplex> {
	const exec = await container.exec({
		Cmd: ['/.lab/resident', 'join'],
		User: '0',
		AttachStdin: true,
		AttachStdout: true,
		AttachStderr: true,
		Tty: false
	});
	return exec.start({ hijack: true, stdin: true });
}
