import { expect, test } from 'vitest';
import type { Requirements } from '#lib/server/labs/index.ts';
import { openEngine } from '#lib/server/sandbox/index.ts';
import { lacksOf } from './lacks.ts';

const engine = openEngine({ kind: 'memory' });
const lacks = (changes: Partial<Requirements>) =>
	lacksOf(engine, { requires: { memoryMiB: null, runtimes: [], features: [], internet: [], ...changes } });

test('a lab that asks for nothing lacks nothing', async () => {
	expect(await lacks({})).toEqual([]);
});

test('what the engine cannot do is said in its own words', async () => {
	const { runtimes, delay } = await engine.abilities();
	const expected = [runtimes.kata, delay].filter((sentence) => sentence !== null);
	expect(expected.length).toBeGreaterThan(0);
	expect(await lacks({ runtimes: ['kata'], features: ['delay'] })).toEqual(expected);
});

test('a place of the internet that the operator gives no way to is named', async () => {
	const [said] = await lacks({ internet: ['mirror.example:80', 'mirror.example:443'] });
	expect(said).toContain('mirror.example:80, mirror.example:443');
	expect(said).toContain('INTERNET_HOSTS');
});

test('more memory than there is cannot be had', async () => {
	expect(await lacks({ memoryMiB: 16 })).toEqual([]);
	expect(await lacks({ memoryMiB: 1024 * 1024 })).toEqual([
		'It asks for 1048576 MiB of memory, and 65536 MiB are free.'
	]);
});
