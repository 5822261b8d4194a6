import { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { expect, test } from 'vitest';
import { buildImage, sentence } from './image-build.ts';

test.each([
	['Step 1/7 : FROM labwright/base:0a1b AS build', 'step 1 of 7: starting from labwright/base:0a1b'],
	['Step 2/7 : RUN apt-get update && apt-get install -y nginx', 'step 2 of 7: installing packages'],
	['Step 3/7 : RUN useradd learner', 'step 3 of 7: running its setup'],
	['Step 4/7 : COPY files/ /', 'step 4 of 7: copying files'],
	['Step 5/7 : ENV A=b', 'step 5 of 7: writing down its settings'],
	['Step 6/7 : LABEL labwright.image=x', null],
	['Setting up nginx (1.26.3-3) ...', 'step 2 of 7: setting up nginx'],
	['Unpacking libc6:amd64 (2.41) ...', 'step 2 of 7: unpacking libc6'],
	['Get:1 http://mirror/debian trixie InRelease', null]
])('%j is told as %j', (line, told) => {
	expect(sentence(line, 'Step 2/7 : RUN apt-get install -y nginx')).toBe(told);
});

const build = { name: 'web', tag: 'labwright/web:1', archive: Buffer.alloc(0), labels: {}, buildArgs: {} };

/** An engine that answers each build with the next of these outputs, cut in the middle of lines. */
function engine(...outputs: object[][]) {
	const networks: unknown[] = [];
	const buildImage = (_: unknown, { networkmode }: { networkmode: string }) => {
		networks.push(networkmode);
		const text = (outputs[networks.length - 1] ?? [])
			.map((message) => `${JSON.stringify(message)}\r\n`)
			.join('');
		const half = Math.floor(text.length / 2);
		return Promise.resolve(Readable.from([Buffer.from(text.slice(0, half)), Buffer.from(text.slice(half))]));
	};
	return { docker: { buildImage } as unknown as Docker, networks };
}

const step = { stream: 'Step 1/2 : RUN apt-get update && apt-get install -y nginx\n' };

test('a failed build says which image, which step, and the last lines it printed', async () => {
	const noise = Array.from({ length: 300 }, (_, at) => ({ stream: `line ${at}\n` }));
	const { docker } = engine([step, ...noise, { error: 'returned a non-zero code: 100' }]);
	const failure = await buildImage(docker, build, () => {}).catch((error: Error) =>
		error.message.split('\n')
	);
	expect(failure).toHaveLength(17);
	expect(failure?.[0]).toBe(
		'The image web could not be built. It failed at: Step 1/2 : RUN apt-get update && apt-get install -y nginx'
	);
	expect(failure?.[1]).toBe('line 285');
	expect(failure?.at(-1)).toBe('returned a non-zero code: 100');
});

test('a build without a way out is tried again on the host’s network', async () => {
	const lost = [step, { stream: "Err:1 Temporary failure resolving 'mirror'\n" }, { error: 'code 100' }];
	const { docker, networks } = engine(lost, [step]);
	await buildImage(docker, build, () => {});
	expect(networks).toEqual(['default', 'host']);
});

test('a build on an engine whose bridge somebody took away is tried again on the host’s network', async () => {
	const lost = [step, { error: 'could not find bridge docker0: route ip+net: no such network interface' }];
	const { docker, networks } = engine(lost, [step]);
	await buildImage(docker, build, () => {});
	expect(networks).toEqual(['default', 'host']);
});

test('a build that fails for a reason of its own is not tried again', async () => {
	const { docker, networks } = engine([step, { error: 'no such package' }]);
	await expect(buildImage(docker, build, () => {})).rejects.toThrow('no such package');
	expect(networks).toEqual(['default']);
});

test('steps are told as they come, and of a flood of packages only some', async () => {
	const flood = Array.from({ length: 100 }, (_, at) => ({ stream: `Unpacking p${at} (1) ...\n` }));
	const told: string[] = [];
	await buildImage(engine([step, ...flood]).docker, build, (text) => told.push(text));
	expect(told.slice(0, 2)).toEqual(['step 1 of 2: installing packages', 'step 1 of 2: unpacking p0']);
	expect(told.length).toBeLessThan(5);
});
