import { describe, expect, test } from 'vitest';
import { addressesIn, freeSubnet } from './subnets.ts';

describe('a subnet for a network', () => {
	test('is a small one that overlaps nothing that is there', () => {
		expect(freeSubnet(2, [], 0)).toBe('10.100.0.0/28');
		expect(freeSubnet(2, ['10.100.0.0/28', '10.100.0.20/30', 'fe80::1/64', 'nonsense'], 0)).toBe(
			'10.100.0.32/28'
		);
		expect(freeSubnet(2, ['10.100.0.0/17'], 0)).toBe('10.100.128.0/28');
	});

	test('is larger for more hosts', () => {
		expect(freeSubnet(13, [], 0)).toBe('10.100.0.0/28');
		expect(freeSubnet(14, [], 0)).toBe('10.100.0.0/27');
	});

	test('is found for thousands, and none for one too many', () => {
		const all = Array.from({ length: 4096 }, (_, at) => `10.100.${at >> 4}.${(at % 16) * 16}/28`);
		expect(freeSubnet(1, all.toSpliced(2077, 1))).toBe(all[2077]);
		expect(() => freeSubnet(1, all)).toThrow('Every subnet of 10.100.0.0/16 is in use');
	});
});

describe('addresses in an author’s subnet', () => {
	const ask = (...hosts: [string, string | null][]) => hosts.map(([name, ipv4]) => ({ name, ipv4 }));

	test('are those asked for, and free ones for the others', () => {
		const given = addressesIn('10.77.0.0/24', ask(['web', null], ['db', '10.77.0.2'], ['mail', null]));
		expect(Object.fromEntries(given)).toEqual({ web: '10.77.0.3', db: '10.77.0.2', mail: '10.77.0.4' });
	});

	test('that lie elsewhere, or are asked for twice, are refused by name', () => {
		expect(() => addressesIn('10.77.0.0/24', ask(['db', '10.78.0.2']))).toThrow(
			'does not lie in 10.77.0.0/24'
		);
		expect(() => addressesIn('10.77.0.0/24', ask(['db', '10.77.0.255']))).toThrow('does not lie in');
		expect(() => addressesIn('10.77.0.0/24', ask(['a', '10.77.0.5'], ['b', '10.77.0.5']))).toThrow(
			'Two hosts'
		);
		expect(() => addressesIn('10.77.0.0/30', ask(['a', null], ['b', null]))).toThrow('too small');
	});
});
