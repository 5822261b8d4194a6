/**
 * What is known of images that were made ready: their ids, and how everything stood then. To read
 * and pack the folders anew takes longer than to create a container, and a start asks several times.
 */
import type Docker from 'dockerode';
import { stampOf } from './image-context.ts';
import { DEBIAN } from './image-plan.ts';

export class KnownImages {
	readonly #docker: Docker;
	readonly #folder: string;
	readonly #known = new Map<string, { id: string; stamp: string }>();

	constructor(docker: Docker, folder: string) {
		this.#docker = docker;
		this.#folder = folder;
	}

	/** How everything stands that decides what an image is. */
	async stamp(): Promise<string> {
		return `${stampOf(this.#folder)} ${await idOf(this.#docker, DEBIAN)}`;
	}

	note(name: string, id: string, stamp: string): void {
		this.#known.set(name, { id, stamp });
	}

	/** Their ids, when nothing has changed since all of them were made ready; else null. */
	async ready(names: string[]): Promise<string[] | null> {
		const stamp = await this.stamp();
		const found = names.map(async (name) => {
			const known = this.#known.get(name);
			return known?.stamp === stamp ? idOf(this.#docker, known.id) : null;
		});
		const ids = (await Promise.all(found)).filter((id) => id !== null);
		return ids.length === names.length ? ids : null;
	}
}

/** The id of the image with this name, or null if the engine has none. */
export async function idOf(docker: Docker, reference: string): Promise<string | null> {
	try {
		return (await docker.getImage(reference).inspect()).Id;
	} catch (error) {
		if ((error as { statusCode?: number }).statusCode === 404) return null;
		throw error;
	}
}
