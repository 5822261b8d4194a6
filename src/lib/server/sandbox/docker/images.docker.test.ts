/** Images, on a real engine. The fixtures stand on debian:trixie-slim, which is made if it is missing. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { dockerodeOptions, findDocker } from '../../../../../scripts/docker.mjs';
import type { PrepareStep } from '../index.ts';
import { pullFromRegistry } from './base-registry.ts';
import { openImages, type Images } from './images.ts';

/** Names of our own, so that two test runs on one engine do not meet. */
const id = randomBytes(4).toString('hex');
const [low, high] = [`test-low-${id}`, `test-high-${id}`];

let docker: Docker;
let folder: string;
let images: Images;

beforeAll(async () => {
	docker = new Docker(dockerodeOptions((await findDocker(process.env.DOCKER_HOST)) ?? ''));
});

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-'));
	images = openImages({ docker, folder });
	dockerfile(low, 'FROM debian:trixie-slim\nCOPY note /note\nRUN cat /note');
	writeFileSync(join(folder, low, 'note'), `hello ${id}`);
	dockerfile(high, `FROM labwright/${low}\nRUN cp /note /copy`);
});

afterEach(() => rmSync(folder, { recursive: true }));

afterAll(async () => {
	for (const { Id } of [...(await named(high)), ...(await named(low))]) {
		await docker.getImage(Id).remove({ force: true });
	}
});

function dockerfile(name: string, text: string) {
	mkdirSync(join(folder, name), { recursive: true });
	writeFileSync(join(folder, name, 'Dockerfile'), `${text}\n`);
}

const named = (name: string) => docker.listImages({ filters: { label: [`labwright.image=${name}`] } });

/** What is in this image's file. */
async function read(image: string, path: string): Promise<string> {
	const container = await docker.createContainer({
		Image: image,
		Cmd: ['cat', path],
		HostConfig: { NetworkMode: 'none' }
	});
	try {
		await container.start();
		await container.wait();
		return (await container.logs({ stdout: true })).subarray(8).toString();
	} finally {
		await container.remove({ force: true });
	}
}

test('an image is built after what it stands on, with every step told, and once only', async () => {
	const steps: PrepareStep[] = [];
	await images.prepare([high], (step) => steps.push(step));
	expect(new Set(steps.map(({ image }) => image))).toEqual(new Set([low, high]));
	expect(steps.at(-1)).toMatchObject({ image: high, done: 2, total: 3 });
	expect(steps.map(({ text }) => text)).toContain(`Preparing the image ${low}: step 2 of 5: copying files.`);
	expect(await read(await images.resolve(high), '/copy')).toBe(`hello ${id}`);

	steps.length = 0;
	await images.prepare([high, low], (step) => steps.push(step));
	await openImages({ docker, folder }).prepare([high], (step) => steps.push(step));
	expect(steps).toEqual([]);
});

test('an image that nobody prepared is built when it is asked for', async () => {
	writeFileSync(join(folder, low, 'note'), `asked ${id}`);
	expect(await read(await images.resolve(low), '/note')).toBe(`asked ${id}`);
});

test('a changed folder is a new image, all that stands on it too, and the old ones go', async () => {
	await images.prepare([high], () => {});
	const before = await images.resolve(high);
	writeFileSync(join(folder, low, 'note'), `changed ${id}`);
	const after = await images.resolve(high);
	expect(after).not.toBe(before);
	expect(await read(after, '/copy')).toBe(`changed ${id}`);
	const tags = (await named(high)).flatMap(({ RepoTags }) => RepoTags ?? []);
	expect(tags.filter((tag) => !tag.endsWith(':latest'))).toHaveLength(1);
});

test('an old image stays while a container uses it', async () => {
	const before = await images.resolve(low);
	const container = await docker.createContainer({ Image: before, Cmd: ['true'] });
	try {
		writeFileSync(join(folder, low, 'note'), `used ${id}`);
		await images.prepare([low], () => {});
		expect((await named(low)).map(({ Id }) => Id)).toContain(before);
	} finally {
		await container.remove({ force: true });
	}
});

test('learners who ask at once share one build, and each hears of it', async () => {
	writeFileSync(join(folder, low, 'note'), `shared ${id}`);
	const heard: [string[], string[]] = [[], []];
	await Promise.all(heard.map((texts) => images.prepare([low], ({ text }) => texts.push(text))));
	expect(heard[0].length).toBeGreaterThan(2);
	expect(heard[1]).toEqual(heard[0]);
});

test('a build that fails says where, and a later one can succeed', async () => {
	dockerfile(low, 'FROM debian:trixie-slim\nRUN echo the reason; exit 7');
	await expect(images.prepare([low], () => {})).rejects.toThrow(
		/test-low-\w+ could not be built. It failed at: Step 2\/4 : RUN echo the reason; exit 7\n[^]*the reason/
	);
	dockerfile(low, 'FROM debian:trixie-slim\nRUN echo mended');
	await images.prepare([low], () => {});
});

test('a registry that does not answer is given up in time, and one that refuses at once', async () => {
	const silent = createServer(() => {});
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const address = silent.address();
	const port = typeof address === 'object' ? address?.port : 0;
	const began = Date.now();
	const refusal = await pullFromRegistry(docker, `127.0.0.1:${port}/debian:silent`, () => {}, 500);
	silent.close();
	expect(refusal).toBe('It did not answer in time.');
	expect(await pullFromRegistry(docker, '127.0.0.1:1/debian:refused', () => {}, 4000)).toMatch('refused');
	expect(Date.now() - began).toBeLessThan(3000);
});

test('what an image takes is measured beside the one that is there', async () => {
	await images.prepare([high], () => {});
	const before = await images.resolve(high);
	const { standsOn, seconds, bytes, ownBytes } = await images.measure(high);
	expect(standsOn).toBe(low);
	expect(seconds).toBeGreaterThan(0);
	expect(ownBytes).toBeGreaterThan(0);
	expect(bytes).toBeGreaterThan(ownBytes);
	expect(await images.resolve(high)).toBe(before);
	expect((await named(high)).flatMap(({ RepoTags }) => RepoTags ?? []).join()).not.toContain('measured');
});
