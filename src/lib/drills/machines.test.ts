import { expect, it } from 'vitest';
import type { LiveProbe } from './live.ts';
import { machinesOf } from './machines.ts';
import type { Outcome } from './samples.ts';

const probe = (host: string | null, ...outcomes: Outcome[]): LiveProbe => ({
	...{ id: 'p', title: 'P', host, everyMilliseconds: 500, slowMilliseconds: 300, timeoutMilliseconds: 1000 },
	samples: outcomes.map((outcome, n) => ({ at: n * 500, outcome, milliseconds: 3, note: '' }))
});

it('a machine gives no good answer where the last one was bad, and what is known to be down is down', () => {
	const hosts = { lb: 'up', web: 'down', store: 'up' } as const;
	const probes = [probe('lb', 'good', 'bad'), probe('web', 'bad'), probe('store', 'bad', 'slow')];
	expect(machinesOf({ hosts, probes })).toEqual({ lb: 'silent', web: 'down', store: 'up' });
	expect(machinesOf({ hosts, probes: [probe(null, 'bad'), probe('judge', 'bad'), probe('lb')] })).toEqual(
		hosts
	);
});
