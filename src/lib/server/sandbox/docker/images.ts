/**
 * Images: the folders of containers/ as images of the Docker engine, built when they are missing.
 *
 * An image's tag is a digest of all that goes into it, so a changed folder is a new image, and one
 * that is there needs no second look. Knows nothing of sandboxes.
 */
import { join } from 'node:path';
import type Docker from 'dockerode';
import PQueue from 'p-queue';
import type { PrepareStep } from '../index.ts';
import { bringBase } from './base.ts';
import { buildImage } from './image-build.ts';
import { removeStale } from './image-clean.ts';
import { digestOf, ignores, packContext, readContext } from './image-context.ts';
import { idOf, KnownImages } from './image-known.ts';
import { buildOrder, DEBIAN, groundOf, pin, standsOn } from './image-plan.ts';
import { PARTS, readParts } from './image-project.ts';
import { shared } from './image-shared.ts';

export interface Images {
	/**
	 * Make these images ready, and those they stand on; `tell` hears every step, and nothing at all
	 * when everything is there.
	 * @throws Error whose message says which image failed, at which step, and what it printed.
	 */
	prepare(names: string[], tell: (step: PrepareStep) => void): Promise<void>;
	/** The id (sha256:…) to start containers of this image from; built first if it is missing. */
	resolve(name: string): Promise<string>;
	/** Build it once more from its first line, beside the one that is there, to see what it takes. */
	measure(name: string): Promise<ImageMeasure>;
}

export interface ImageMeasure {
	standsOn: string | null;
	/** With what it stands on at hand. */
	seconds: number;
	/** With what it stands on, and without. */
	bytes: number;
	ownBytes: number;
}

export interface ImagesOptions {
	docker: Docker;
	/** Absolute path of containers/. */
	folder: string;
	/** Hears one line about each image that was made. */
	log?: (line: string) => void;
	/** A Debian mirror to use in place of the machine's own. */
	aptMirror?: string;
	/** http_proxy and its kin, for the programs that run in a build. */
	buildArgs?: Record<string, string>;
}

interface Recipe {
	name: string;
	tag: string;
	archive: Buffer;
	ground: string | null;
}

type Tell = (text: string) => void;

export function openImages({ docker, folder, log, aptMirror, buildArgs = {} }: ImagesOptions): Images {
	const oneAtATime = new PQueue({ concurrency: 1 });
	const once = shared();
	const known = new KnownImages(docker, folder);

	async function build({ name, tag, archive }: Recipe, tell: Tell): Promise<void> {
		const started = performance.now();
		const labels = { 'labwright.image': name, 'labwright.digest': tag.split(':')[1] ?? '' };
		await buildImage(docker, { name, tag, archive, labels, buildArgs }, tell);
		// For people who build by hand on top of it; we ourselves never start from this name.
		await docker.getImage(tag).tag({ repo: `labwright/${name}`, tag: 'latest' });
		await removeStale(docker, name, tag);
		log?.(`Image ${tag} was built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
	}

	/** Make one image ready. */
	async function ready(name: string, tell: Tell): Promise<string> {
		const stamp = await known.stamp();
		const id = await made(name, tell);
		known.note(name, id, stamp);
		return id;
	}

	/** Whoever asks while it is being made hears the same progress. */
	async function made(name: string, tell: Tell): Promise<string> {
		const wanted =
			name === DEBIAN ? { name, tag: DEBIAN, archive: null } : await readRecipe(docker, folder, name);
		const id = await idOf(docker, wanted.tag);
		if (id) return id;
		await once(wanted.tag, tell, async (tellAll) => {
			if (oneAtATime.pending > 0) tellAll('waiting for another image to be finished');
			await oneAtATime.add(async () => {
				if (await idOf(docker, wanted.tag)) return;
				if (wanted.archive) return build(wanted, tellAll);
				await bringBase(docker, (text) => (log?.(`${DEBIAN}: ${text}.`), tellAll(text)), aptMirror);
			});
		});
		return (await idOf(docker, wanted.tag)) ?? vanished(wanted.tag);
	}

	return {
		async measure(name) {
			for (const needed of await buildOrder(folder, [name])) await ready(needed, () => {});
			return oneAtATime.add(() => measureImage(docker, { folder, name, buildArgs }));
		},
		async prepare(names, tell) {
			if (await known.ready(names)) return;
			const order = await buildOrder(folder, names);
			for (const [done, name] of order.entries()) {
				const say = (text: string) => tell({ image: name, done, total: order.length, text });
				await ready(name, (text) => say(`Preparing the image ${name}: ${text}.`));
			}
		},
		async resolve(name) {
			const [there] = (await known.ready([name])) ?? [];
			if (there) return there;
			for (const needed of await buildOrder(folder, [name])) await ready(needed, () => {});
			return ready(name, () => {});
		}
	};
}

interface Measured {
	folder: string;
	name: string;
	buildArgs: Record<string, string>;
}

/** All it stands on must be there. */
async function measureImage(docker: Docker, { folder, name, buildArgs }: Measured): Promise<ImageMeasure> {
	const { archive, ground } = await readRecipe(docker, folder, name);
	const tag = `labwright/${name}:measured`;
	const started = performance.now();
	await buildImage(docker, { name, tag, archive, labels: {}, buildArgs, anew: true }, () => {});
	const seconds = (performance.now() - started) / 1000;
	const { Size: bytes } = await docker.getImage(tag).inspect();
	await docker.getImage(tag).remove({ force: true });
	const below = ground ? (await docker.getImage(await nameOf(docker, folder, ground)).inspect()).Size : 0;
	return { standsOn: ground, seconds, bytes, ownBytes: bytes - below };
}

/** What would be built, under which tag. Everything it stands on must be there. */
async function readRecipe(docker: Docker, folder: string, name: string): Promise<Recipe> {
	const files = await readContext(join(folder, name));
	const find = (wanted: string) => files.find(({ path }) => path === wanted);
	const dockerfile = find('Dockerfile');
	const text = dockerfile?.content.toString() ?? '';
	const parts = find(PARTS)?.content.toString();
	if (parts !== undefined) files.push(...(await partsFor(name, parts, find('.dockerignore')?.content)));
	const bases = new Map<string, string>();
	for (const base of standsOn(text)) bases.set(base, await tagOf(docker, folder, base));
	if (dockerfile) dockerfile.content = Buffer.from(pin(text, (base) => bases.get(base) ?? base));
	const archive = await packContext(files);
	const digest = digestOf(archive, bases.get(DEBIAN) ?? '').slice(0, 12);
	return { name, archive, ground: groundOf(text), tag: `labwright/${name}:${digest}` };
}

/** What the image holds of this installation. */
async function partsFor(name: string, parts: string, ignored?: Buffer) {
	return readParts(parts, ignores(ignored?.toString() ?? '')).catch((error: Error) => {
		throw new Error(`The image ${name} could not be built. ${error.message}`);
	});
}

const nameOf = async (docker: Docker, folder: string, name: string) =>
	name === DEBIAN ? DEBIAN : (await readRecipe(docker, folder, name)).tag;

/** What stands for this image in the digest of those that are built on it. */
const tagOf = async (docker: Docker, folder: string, name: string) =>
	name === DEBIAN ? ((await idOf(docker, DEBIAN)) ?? '') : (await readRecipe(docker, folder, name)).tag;

const vanished = (tag: string): never => {
	throw new Error(`The image ${tag} was made and is gone again; somebody removed it. Try once more.`);
};
