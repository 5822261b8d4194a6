/**
 * The Docker driver: a sandbox is a few containers and networks that carry one label.
 *
 * The engine remembers nothing that Docker does not know: after a restart of ours every sandbox
 * is found again by its labels. Knows nothing of labs, learners or grades.
 */
import Dockerode from 'dockerode';
import type { Incident, PrepareStep, Sandbox, SandboxEngine, SandboxSpec } from '../index.ts';
import { buildSandbox } from './build.ts';
import { watchDisks } from './disk.ts';
import { examine } from './health.ts';
import { openImages, type Images } from './images.ts';
import { hearMemoryKills, Incidents } from './incidents.ts';
import { Isolation } from './isolation.ts';
import { LABELS, removeByName } from './objects.ts';
import { hostStates, machineOf } from './outlook.ts';
import { DockerSandbox } from './sandbox.ts';
import { TOOLBOX, toolboxVolume } from './toolbox.ts';
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
}

export const openDockerEngine = (options: DockerOptions): SandboxEngine => new DockerEngine(options);

class DockerEngine implements SandboxEngine {
	readonly #docker: Dockerode;
	readonly #images: Images;
	readonly #instance: string;
	readonly #isolation: Isolation;
	readonly #incidents = new Incidents();
	readonly #address: string;
	readonly #closing = new AbortController();
	#watching = false;
	/** Sandboxes we hold connections to; the truth about which exist is Docker's. */
	readonly #open = new Map<string, DockerSandbox>();
	readonly #starting = new Map<string, Promise<Sandbox>>();

	constructor({ address, containers, instance, aptMirror, buildArgs }: DockerOptions) {
		this.#docker = new Dockerode(dockerodeOptions(address));
		this.#images = openImages({ docker: this.#docker, folder: containers, aptMirror, buildArgs });
		this.#instance = instance;
		this.#address = address;
		this.#isolation = new Isolation(address, async () => {
			const image = await this.#images.resolve(TOOLBOX);
			const volume = await toolboxVolume(this.#docker, image);
			return { docker: this.#docker, instance, local: address.startsWith('unix://'), image, volume };
		});
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
		const running = await this.find(name);
		if (running) return running;
		this.#watch();
		if (spec.networks.length > 0) await this.#isolation.require();
		const site = { docker: this.#docker, images: this.#images, instance: this.#instance };
		await this.remove(name); // what a start that was cut off left behind
		try {
			return this.#keep(await buildSandbox(site, name, spec));
		} catch (error) {
			await this.remove(name);
			throw error;
		}
	}

	async find(name: string): Promise<Sandbox | null> {
		const containers = await this.#containers([`${LABELS.sandbox}=${name}`], false);
		const expected = Number(containers[0]?.Labels[LABELS.size]);
		// A host that ended took its sandbox with it, unless somebody is only restarting it.
		if (containers.length === 0 || containers.length < expected) {
			this.#drop(name);
			return null;
		}
		const known = this.#open.get(name);
		const ids = new Map(containers.map(({ Id, Labels }) => [Labels[LABELS.host] ?? '', Id]));
		if (known?.is(ids)) return known;
		this.#drop(name);
		return this.#keep(new DockerSandbox(this.#docker, name, ids));
	}

	async list(): Promise<string[]> {
		this.#watch();
		const containers = await this.#containers([], true);
		return [...new Set(containers.map(({ Labels }) => Labels[LABELS.sandbox] ?? ''))];
	}

	async remove(name: string): Promise<void> {
		this.#drop(name);
		await removeByName(this.#docker, this.#instance, name);
	}

	async health(again = false) {
		if (again) await this.#isolation.look();
		return examine({
			...{ docker: this.#docker, address: this.#address, instance: this.#instance },
			...{ isolation: this.#isolation, incidents: this.#incidents }
		});
	}

	states() {
		return hostStates(this.#docker, this.#instance);
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
		return Promise.resolve();
	}

	/** From the first sandbox on, until we are closed, somebody looks after all of them. */
	#watch() {
		if (this.#watching) return;
		this.#watching = true;
		const about = { incidents: this.#incidents, signal: this.#closing.signal };
		void hearMemoryKills(this.#docker, this.#instance, about);
		void watchDisks({ docker: this.#docker, instance: this.#instance, ...about });
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
