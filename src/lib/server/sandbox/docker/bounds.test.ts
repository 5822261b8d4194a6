import { expect, test } from 'vitest';
import { host } from '../contract.ts';
import { droppedBounds } from './bounds.ts';
import { hostConfig } from './profile.ts';

test('a host that got all its bounds may start', () => {
	expect(droppedBounds(hostConfig(host(), 'toolbox'), host())).toEqual([]);
});

test('bounds that the engine dropped are named', () => {
	const kept = hostConfig(host(), 'toolbox');
	expect(droppedBounds({ ...kept, Memory: 0 }, host())).toEqual(['memory']);
	expect(droppedBounds({ ...kept, NanoCpus: 0, PidsLimit: undefined }, host())).toEqual([
		'processors',
		'processes'
	]);
});
