/**
 * The Docker driver: a sandbox is a few containers and networks that carry one label.
 *
 * The engine remembers nothing that Docker does not know: after a restart of ours every sandbox
 * is found again by its labels. Knows nothing of labs, learners or grades.
 */
import Dockerode from 'dockerode';
import type { CopyOptions, Incident, PrepareStep, Sandbox, SandboxEngine, SandboxSpec } from '../index.ts';
import { abilitiesOf } from './abilities.ts';
import { buildSandbox } from './build.ts';
import { copySandbox, removeDisks, removeLostDisks } from './copy.ts';
import { watchDisks } from './disk.ts';
import { Fitness } from './fitness.ts';
import { examine } from './health.ts';
import { openImages, type Images } from './images.ts';
import { hearMemoryKills, Incidents } from './incidents.ts';
import { Isolation } from './isolation.ts';
import { LABELS, removeByName } from './objects.ts';
import { hostStates, machineOf, usageOf } from './outlook.ts';
import { isAsNoted, unpark } from './parked.ts';
import { switchOffAll } from './power.ts';
import { quotaOf, type Quota } from './quota.ts';
import { requireRuntimes, runtimeAbilities, type Runtimes } from './runtimes.ts';
import { DockerSandbox, type Container, type Site } from './sandbox.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';
import { WayOut, type WayOutOptions } from '../internet/way-out.ts';
import { dockerodeOptions } from '../../../../../scripts/docker.mjs';

export interface DockerOptions {
	/** As DOCKER_HOST: unix:///var/run/docker.sock, tcp://… */
	address: string;
	/** Folder with one folder per image. */
	containers: string;
	/** Whose sandboxes these are: two installations on one machine leave each other's alone. */
	instance: string;
	/** For building images: a Debian mirror in place of the machine's own, and the proxies in use. */
	aptMirror?: string;
	buildArgs?: Record<string, string>;
	/** The engine's runtime for each kind of isolation a lab may wish for. */
	runtimes?: Runtimes;
	/** Which places of the internet labs may ask for; none when not said. */
	internet?: WayOutOptions;
}

const containerOf = ({ Id, Labels }: Dockerode.ContainerInfo): Container => ({
	id: Id,
	internet: (Labels[LABELS.internet] ?? '').split(',').filter((place) => place !== '')
});

export const openDockerEngine = (options: DockerOptions): SandboxEngine => new DockerEngine(options);

class DockerEngine implements SandboxEngine {
	readonly #docker: Dockerode;
	readonly #images: Images;
	readonly #instance: string;
	readonly #fitness: Fitness;
	readonly #isolation: Isolation;
	readonly #incidents = new Incidents();
	readonly #address: string;
	readonly #closing = new AbortController();
	readonly #site: Site;
	readonly #quota: () => Promise<Quota>;
	#watching = false;
	/** Sandboxes we hold connections to; the truth about which exist is Docker's. */
	readonly #open = new Map<string, DockerSandbox>();
	/** Copies under way: their disks are there before their hosts. */
	readonly #copying = new Set<string>();
	readonly #starting = new Map<string, Promise<Sandbox>>();

	constructor(options: DockerOptions) {
		const { address, containers, instance, aptMirror, buildArgs, runtimes = {}, internet = {} } = options;
		this.#docker = new Dockerode(dockerodeOptions(address));
		this.#fitness = new Fitness(this.#docker);
		this.#images = openImages({ docker: this.#docker, folder: containers, aptMirror, buildArgs });
		this.#instance = instance;
		this.#address = address;
		const local = address.startsWith('unix://');
		const about = { docker: this.#docker, instance, local };
		const scout = async () => {
			const image = await this.#images.resolve(TOOLBOX);
			return { ...about, image, volume: await toolboxVolume(this.#docker, image) };
		};
		this.#quota = quotaOf(scout);
		const found = abilitiesOf({ docker: this.#docker, address, quota: this.#quota }, () =>
			runtimeAbilities(this.#docker, runtimes)
		);
		const abilities = async () => ({ ...(await found()), internet: internet.allowed ?? [] });
		const wayOut = new WayOut(internet);
		this.#site = {
			...{ docker: this.#docker, images: this.#images, instance, runtimes, abilities, wayOut },
			quota: this.#quota
		};
		this.#isolation = new Isolation(address, scout);
	}

	async prepare(images: string[], tell: (step: PrepareStep) => void) {
		await this.#images.prepare([...new Set([TOOLBOX, ...images])], tell);
	}

	/** Two calls for one name share one start: a double click never makes two sandboxes. */
	start(name: string, spec: SandboxSpec): Promise<Sandbox> {
		const underWay = this.#starting.get(name);
		if (underWay) return underWay;
		const starting = this.#start(name, spec).finally(() => this.#starting.delete(name));
		this.#starting.set(name, starting);
		return starting;
	}

	async #start(name: string, spec: SandboxSpec): Promise<Sandbox> {
		const there = await this.#sandbox(name);
		if (there && !there.book.now.parked) return there;
		await this.#fitness.require();
		this.#watch();
		if (spec.hosts.some(({ isolation = 'default' }) => isolation !== 'default'))
			requireRuntimes(spec, (await this.abilities()).runtimes);
		if (spec.networks.length > 0) await this.#isolation.require();
		if (there) return this.#keep(await unpark(there, spec));
		// What a start that was cut off left behind. Disks of copies are not among it, and looking for them is slow.
		this.#drop(name);
		await removeByName(this.#docker, this.#instance, name);
		try {
			return this.#keep(await buildSandbox(this.#site, name, spec));
		} catch (error) {
			await this.remove(name);
			throw error;
		}
	}

	async find(name: string): Promise<Sandbox | null> {
		const sandbox = await this.#sandbox(name);
		if (sandbox && !sandbox.book.now.parked) return sandbox;
		this.#drop(name);
		return null;
	}

	/**
	 * All hosts of a sandbox, parked or not; null when one is missing or has ended by itself: that took
	 * the sandbox with it.
	 */
	async #sandbox(name: string): Promise<DockerSandbox | null> {
		const containers = await this.#containers([`${LABELS.sandbox}=${name}`], true);
		const expected = Number(containers[0]?.Labels[LABELS.size]);
		if (containers.length === 0 || containers.length < expected) return null;
		const hosts = new Map(containers.map((one) => [one.Labels[LABELS.host] ?? '', containerOf(one)]));
		const known = this.#open.get(name);
		const sandbox = known?.is(hosts) ? known : new DockerSandbox(this.#site, name, hosts);
		const states = containers.map(({ Labels, State }) => ({ host: Labels[LABELS.host] ?? '', State }));
		if (sandbox !== known || states.some(({ State }) => State !== 'running')) await sandbox.book.read();
		if (!(await isAsNoted(sandbox, states))) return null;
		if (sandbox !== known) this.#drop(name);
		return this.#keep(sandbox);
	}

	async park(name: string): Promise<void> {
		const sandbox = await this.#sandbox(name);
		if (sandbox && !sandbox.book.now.parked) await switchOffAll(sandbox);
		this.#drop(name);
	}

	async copy(name: string, as: string, { spec }: CopyOptions): Promise<Sandbox> {
		const from = await this.#sandbox(name);
		if (!from) throw new Error(`There is no sandbox ${name} to copy.`);
		await this.remove(as);
		this.#copying.add(as);
		try {
			return this.#keep(await copySandbox(from, as, spec));
		} catch (error) {
			await this.remove(as);
			throw error;
		} finally {
			this.#copying.delete(as);
		}
	}

	abilities() {
		return this.#site.abilities();
	}

	async list(): Promise<string[]> {
		this.#watch();
		const containers = await this.#containers([], true);
		const names = new Set(containers.map(({ Labels }) => Labels[LABELS.sandbox] ?? ''));
		await removeLostDisks(this.#docker, this.#instance, new Set([...names, ...this.#copying]));
		return [...names];
	}

	async remove(name: string): Promise<void> {
		this.#drop(name);
		await removeByName(this.#docker, this.#instance, name);
		await removeDisks(this.#docker, `${this.#instance}/${name}`);
	}

	async health(again = false) {
		if (again) await this.#isolation.look();
		return examine({
			...{ docker: this.#docker, address: this.#address, instance: this.#instance },
			...{ isolation: this.#isolation, incidents: this.#incidents, quota: this.#quota }
		});
	}

	states() {
		return hostStates(this.#docker, this.#instance);
	}

	usage(names: string[]) {
		return usageOf(this.#docker, this.#instance, names);
	}

	machine() {
		return machineOf(this.#docker, this.#address.startsWith('unix://'));
	}

	onIncident(listener: (incident: Incident) => void) {
		return this.#incidents.listen(listener);
	}

	close() {
		this.#closing.abort();
		for (const name of this.#open.keys()) this.#drop(name);
		this.#site.wayOut.close();
		return Promise.resolve();
	}

	/** From the first sandbox on, until we are closed, somebody looks after all of them. */
	#watch() {
		if (this.#watching) return;
		this.#watching = true;
		const about = { incidents: this.#incidents, signal: this.#closing.signal };
		void hearMemoryKills(this.#docker, this.#instance, about);
		void watchDisks({ docker: this.#docker, instance: this.#instance, ...about });
		void this.#lendAgain().catch(() => {}); // with the engine away, the first visit does it
	}

	/** Hosts with a way out lent a port to the server before us. They call without anybody visiting them. */
	async #lendAgain() {
		const hosts = await this.#containers([LABELS.internet], false);
		const names = new Set(hosts.map(({ Labels }) => Labels[LABELS.sandbox] ?? ''));
		for (const name of names) {
			const sandbox = await this.#sandbox(name);
			const mine = hosts.filter(({ Labels }) => Labels[LABELS.sandbox] === name);
			if (sandbox && !sandbox.book.now.parked)
				await Promise.allSettled(mine.map(({ Labels }) => sandbox.greet(Labels[LABELS.host] ?? '')));
		}
	}

	#containers(labels: string[], all: boolean) {
		return this.#docker.listContainers({
			all,
			filters: { label: [`${LABELS.instance}=${this.#instance}`, ...labels] }
		});
	}

	#keep(sandbox: DockerSandbox) {
		this.#open.set(sandbox.name, sandbox);
		return sandbox;
	}

	#drop(name: string) {
		this.#open.get(name)?.close();
		this.#open.delete(name);
	}
}
