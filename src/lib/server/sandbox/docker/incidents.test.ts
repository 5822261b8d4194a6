import { expect, test } from 'vitest';
import type { Incident } from '../health.ts';
import { Incidents } from './incidents.ts';

const incident = (changes: Partial<Incident> = {}): Incident => ({
	...{ sandbox: 'run-1', host: 'web', kind: 'memory' as const, text: 'web ran out of memory.' },
	at: new Date(0),
	...changes
});

test('who listens hears of each, until they stop', () => {
	const incidents = new Incidents();
	const heard: string[] = [];
	const stop = incidents.listen(({ host }) => heard.push(host));
	incidents.report(incident());
	incidents.report(incident({ host: 'db' }));
	stop();
	incidents.report(incident({ host: 'mail' }));
	expect(heard).toEqual(['web', 'db']);
	expect(incidents.latest.map(({ host }) => host)).toEqual(['mail', 'db', 'web']);
});

test('the same again within seconds is one, later it is another, and only so many are kept', () => {
	const incidents = new Incidents();
	incidents.report(incident());
	incidents.report(incident({ at: new Date(9000) }));
	expect(incidents.latest).toHaveLength(1);
	incidents.report(incident({ at: new Date(20_000) }));
	expect(incidents.latest).toHaveLength(2);
	for (let at = 0; at < 100; at++) incidents.report(incident({ host: `h${at}` }));
	expect(incidents.latest).toHaveLength(50);
});
