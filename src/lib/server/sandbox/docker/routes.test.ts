import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRoutes } from './routes.ts';

test('routes are read as the kernel prints them', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'labwright-'));
	const file = join(folder, 'route');
	writeFileSync(
		file,
		[
			'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
			'eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0',
			'wan0\t0040640A\tFE0200C0\t0003\t0\t0\t0\t00C0FFFF\t0\t0\t0',
			'eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0',
			''
		].join('\n')
	);
	expect(await readRoutes(file)).toEqual([
		{ to: '0.0.0.0/0', via: '192.0.2.1' },
		{ to: '10.100.64.0/18', via: '192.0.2.254' },
		{ to: '192.0.2.0/24', via: null }
	]);
	rmSync(folder, { recursive: true });
});

test('where there is no such table, there are no routes', async () => {
	expect(await readRoutes('/nowhere')).toEqual([]);
});
