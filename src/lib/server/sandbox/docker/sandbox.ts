/** One sandbox: its hosts by name, each reached through its resident. */
import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Sandbox, ShellOptions, Work } from '../index.ts';
import { DockerOutput } from './frames.ts';
import { Resident } from './resident.ts';

export class DockerSandbox implements Sandbox {
	readonly name: string;
	readonly #docker: Dockerode;
	readonly #ids: Map<string, string>;
	readonly #residents = new Map<string, Resident>();

	/** `ids`: each host's container. */
	constructor(docker: Dockerode, name: string, ids: Map<string, string>) {
		this.#docker = docker;
		this.name = name;
		this.#ids = ids;
		for (const [host, id] of ids) {
			this.#residents.set(host, new Resident(() => join(docker.getContainer(id))));
		}
	}

	get hosts() {
		return [...this.#ids.keys()];
	}

	/** Wait until a host's resident answers. @throws with what the host printed, when it does not. */
	async greet(host: string) {
		await this.#resident(host)
			.greet()
			.catch(async (error: Error) => {
				throw new Error(
					`The host ${host} did not come up: ${(await this.#lastWords(host)) || error.message}`
				);
			});
	}

	async #lastWords(host: string): Promise<string> {
		const container = this.#docker.getContainer(this.#ids.get(host) ?? '');
		const log = await container.logs({ stdout: true, stderr: true, tail: 5 }).catch(() => Buffer.alloc(0));
		return Buffer.concat(new DockerOutput([1, 2]).push(log))
			.toString()
			.trim();
	}

	is(ids: Map<string, string>) {
		return ids.size === this.#ids.size && [...ids].every(([host, id]) => this.#ids.get(host) === id);
	}

	exec(host: string, work: Work) {
		return this.#resident(host).exec(work);
	}

	shell(host: string, options: ShellOptions) {
		return this.#resident(host).shell(options);
	}

	async extend(seconds: number) {
		await Promise.all([...this.#residents.values()].map((resident) => resident.extend(seconds)));
	}

	close() {
		for (const resident of this.#residents.values()) resident.close();
	}

	#resident(host: string): Resident {
		const resident = this.#residents.get(host);
		if (!resident) throw new Error(`There is no host ${host} in this sandbox.`);
		return resident;
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
