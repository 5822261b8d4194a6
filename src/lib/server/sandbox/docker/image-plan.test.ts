import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildOrder, DEBIAN, pin, standsOn } from './image-plan.ts';

describe('what a Dockerfile stands on', () => {
	test('is our images and the Debian base, each once, in any spelling', () => {
		const dockerfile = [
			'# FROM labwright/commented',
			'from debian:trixie-slim AS build',
			'RUN echo FROM labwright/quoted',
			'FROM --platform=linux/amd64 labwright/base',
			'COPY --from=labwright/tools /bin/x /bin/x',
			'COPY --from=build /a /b',
			'FROM debian:trixie-slim'
		].join('\n');
		expect(standsOn(dockerfile)).toEqual([DEBIAN, 'base', 'tools']);
	});

	test('is nothing of ours for an image from elsewhere, or from scratch', () => {
		expect(standsOn('FROM scratch\nFROM registry.example/labwright/base:1\nFROM labwright/base:v3')).toEqual(
			[]
		);
	});

	test('is replaced by exact tags, and nothing else is touched', () => {
		const dockerfile =
			'FROM labwright/base AS one\nCOPY --from=labwright/tools /a /b\nFROM debian:trixie-slim\n';
		expect(pin(dockerfile, (name) => `labwright/${name}:abc`)).toBe(
			'FROM labwright/base:abc AS one\nCOPY --from=labwright/tools:abc /a /b\nFROM debian:trixie-slim\n'
		);
	});
});

describe('the order of building', () => {
	let folder: string;
	beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'labwright-'))));
	afterEach(() => rmSync(folder, { recursive: true }));

	function image(name: string, from: string) {
		mkdirSync(join(folder, name));
		writeFileSync(join(folder, name, 'Dockerfile'), `FROM ${from}\n`);
	}

	test('puts each image after what it stands on, once', async () => {
		image('base', DEBIAN);
		image('db', 'labwright/base');
		image('web', 'labwright/db');
		expect(await buildOrder(folder, ['web', 'db'])).toEqual([DEBIAN, 'base', 'db', 'web']);
	});

	test('refuses images that need each other, and names the circle', async () => {
		image('a', 'labwright/b');
		image('b', 'labwright/c');
		image('c', 'labwright/b');
		await expect(buildOrder(folder, ['a'])).rejects.toThrow('b → c → b');
	});

	test('says which folder is missing', async () => {
		image('a', 'labwright/gone');
		await expect(buildOrder(folder, ['a'])).rejects.toThrow('containers/gone/Dockerfile does not exist');
	});

	test('never leaves its folder', async () => {
		await expect(buildOrder(folder, ['../../etc'])).rejects.toThrow('There is no image');
		await expect(buildOrder(folder, ['..'])).rejects.toThrow('There is no image');
	});
});
