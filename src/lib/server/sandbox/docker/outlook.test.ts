import { expect, test } from 'vitest';
import type Dockerode from 'dockerode';
import { LABELS } from './objects.ts';
import { usageOf } from './outlook.ts';

const MIB = 1024 ** 2;

const docker = (accounts: Record<string, unknown>) =>
	({
		listContainers: async () =>
			Object.keys(accounts).map((Id) => ({ Id, Labels: { [LABELS.sandbox]: 'run-1' } })),
		getContainer: (id: string) => ({ stats: async () => accounts[id] })
	}) as unknown as Dockerode;

test('a machine that ends while the others are counted is left out', async () => {
	const usage = await usageOf(
		docker({
			alive: { memory_stats: { usage: 8 * MIB }, cpu_stats: { cpu_usage: { total_usage: 2e9 } } },
			ending: {},
			ended: null
		}),
		'main',
		['run-1']
	);
	expect(usage.get('run-1')).toEqual({ memoryMiB: 8, processorSeconds: 2 });
});
