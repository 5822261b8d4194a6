import { expect, test } from 'vitest';
import { FAIR } from '../weather.ts';
import { rulesOf } from './links.ts';

const bridge = { network: 'lan', device: 'lw0123456789ab' };
const ports = new Map([
	['web', 'veth1'],
	['db', 'veth2']
]);

test('fair weather leaves no rules behind', () => {
	expect(rulesOf(bridge, ports, FAIR)).toBe(
		'table bridge lw0123456789ab {}\ndelete table bridge lw0123456789ab\n'
	);
});

test('an island is closed in both directions, and only on its own network', () => {
	const islands = [{ network: 'lan', hosts: ['db', 'gone'] }];
	const rules = rulesOf(bridge, ports, { islands, links: [] });
	expect(rules).toContain('iifname { "veth2" } oifname != { "veth2" } drop');
	expect(rules).toContain('iifname != { "veth2" } oifname { "veth2" } drop');
	expect(rulesOf({ ...bridge, network: 'sea' }, ports, { islands, links: [] })).not.toContain('drop');
});

test('a bad link is bad in both directions', () => {
	const links = [{ host: 'web', network: 'lan', lossShare: 0.25, kilobitsPerSecond: 800 }];
	const rules = rulesOf(bridge, ports, { islands: [], links });
	expect(rules.match(/"veth1" numgen random mod 10000 < 2500 drop/g)).toHaveLength(2);
	expect(rules.match(/limit rate over 100000 bytes\/second burst 65536 bytes drop/g)).toHaveLength(2);
});
