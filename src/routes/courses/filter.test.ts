import { describe, expect, it } from 'vitest';
import type { LabCard } from '#lib/components/cards.ts';
import { anythingAsked, hasWords, matchingLabs, readWish, writeWish } from './filter.ts';

const lab = (id: string, more: Partial<LabCard> = {}): LabCard => ({
	...{ id, title: id, summary: '', level: 'beginner', minutes: 30, tags: [], outcomes: [], course: null },
	...{ tasks: 1, tasksDone: 0, state: 'new', lacks: [], language: 'en' },
	...more
});
const labs = [
	lab('disk', { title: 'The log that ate the disk', tags: ['storage'] }),
	lab('dns', {
		title: 'Two truths',
		minutes: 60,
		level: 'advanced',
		tags: ['DNS'],
		outcomes: ['sign a zone']
	})
];
const found = (query: string) => matchingLabs(labs, readWish(new URLSearchParams(query))).map(({ id }) => id);

describe('the catalogue search', () => {
	it('shows everything when nothing is asked', () => {
		expect(found('')).toEqual(['disk', 'dns']);
		expect(anythingAsked(readWish(new URLSearchParams('')))).toBe(false);
	});

	it('finds words anywhere, in any case, by their beginnings, and all of them', () => {
		expect(found('q=LOG')).toEqual(['disk']);
		expect(found('q=zon')).toEqual(['dns']);
		expect(found('q=log+zone')).toEqual([]);
	});

	it('does not mind accents', () => expect(hasWords('reseau', ['Réseaux qui guérissent'])).toBe(true));

	it('filters by level, topic and time', () => {
		expect(found('level=advanced')).toEqual(['dns']);
		expect(found('tag=storage')).toEqual(['disk']);
		expect(found('minutes=45')).toEqual(['disk']);
	});

	it('ignores what makes no sense in an address', () => {
		expect(found('level=wizard&minutes=soon')).toEqual(['disk', 'dns']);
		expect(found('level=toString')).toEqual(['disk', 'dns']);
	});

	it('writes an address that reads back as the same wish', () => {
		const wish = readWish(new URLSearchParams('q=a+b&level=beginner&tag=DNS&minutes=45'));
		expect(readWish(new URLSearchParams(writeWish(wish)))).toEqual(wish);
		expect(writeWish(readWish(new URLSearchParams('q=&level=')))).toBe('');
	});
});
