import { describe, expect, it } from 'vitest';
import { after, FAIR, requireSense } from './weather.ts';

describe('the book of broken networks', () => {
	it('moves a host from island to island, and home again', () => {
		const cut = after(FAIR, { verb: 'partition', hosts: ['a', 'b'], network: 'lan' });
		const other = after(cut, { verb: 'partition', hosts: ['b'], network: 'lan' });
		expect(other.islands).toEqual([
			{ network: 'lan', hosts: ['a'] },
			{ network: 'lan', hosts: ['b'] }
		]);
		expect(after(other, { verb: 'rejoin', hosts: ['a', 'b'], network: 'lan' })).toEqual(FAIR);
		expect(after(cut, { verb: 'rejoin', hosts: ['a'], network: 'sea' })).toEqual(cut);
	});

	it('knows one state of each link: the latest', () => {
		const slow = after(FAIR, { verb: 'impair', host: 'a', network: 'lan', kilobitsPerSecond: 100 });
		const lossy = after(slow, { verb: 'impair', host: 'a', network: 'lan', lossShare: 0.1 });
		expect(lossy.links).toEqual([{ host: 'a', network: 'lan', lossShare: 0.1 }]);
		expect(after(lossy, { verb: 'mend', host: 'a', network: 'lan' })).toEqual(FAIR);
	});

	it('is not changed by power', () => {
		expect(after(FAIR, { verb: 'kill', host: 'a' })).toBe(FAIR);
	});

	it('refuses impairments beyond all measure, and networks of nobody', () => {
		const places = new Map([['a', ['lan']]]);
		const impair = { verb: 'impair', host: 'a', network: 'lan' } as const;
		expect(() => requireSense({ ...impair, delayMilliseconds: NaN }, places)).toThrow('must lie between');
		expect(() => requireSense({ ...impair, kilobitsPerSecond: 0 }, places)).toThrow('must lie between');
		expect(() => requireSense({ verb: 'partition', hosts: [], network: 'lan' }, places)).toThrow(
			'at least one'
		);
		expect(() => requireSense({ verb: 'mend', host: 'a', network: 'sea' }, places)).toThrow(
			'not on the network'
		);
	});
});
