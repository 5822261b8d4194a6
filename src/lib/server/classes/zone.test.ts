import { describe, expect, it } from 'vitest';
import { daysLate, termsFor, worth } from './lateness.ts';
import { instantOf, isZone, writtenIn } from './zone.ts';

const iso = (written: string, zone: string) => instantOf(written, zone)?.toISOString() ?? null;

describe('a moment somebody has written', () => {
	it('is an instant in their zone, winter and summer', () => {
		expect(iso('2026-11-23T18:00', 'Europe/Paris')).toBe('2026-11-23T17:00:00.000Z');
		expect(iso('2026-07-01T18:00', 'Europe/Paris')).toBe('2026-07-01T16:00:00.000Z');
		expect(iso('2026-07-01T00:30', 'Asia/Kathmandu')).toBe('2026-06-30T18:45:00.000Z');
		expect(iso('2026-07-01T18:00', 'UTC')).toBe('2026-07-01T18:00:00.000Z');
	});

	it('lies after the hour that summer time skips, and within the one it repeats', () => {
		expect(iso('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
		expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(
			iso('2026-10-25T02:30', 'Europe/Paris')
		);
		expect(iso('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
	});

	it('comes back as it was written', () => {
		for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'America/St_Johns', 'UTC'])
			for (const written of ['2026-01-31T23:59', '2026-06-30T00:00'])
				expect(writtenIn(instantOf(written, zone), zone)).toBe(written);
		expect(writtenIn(null, 'UTC')).toBe('');
	});

	it('is none when there is no such day or zone', () => {
		for (const written of ['', 'soon', '2026-02-31T10:00', '2026-11-23'])
			expect(iso(written, 'UTC')).toBeNull();
		expect([isZone('Europe/Paris'), isZone('Europe/Atlantis'), isZone('')]).toEqual([true, false, false]);
	});
});

describe('being late', () => {
	const at = (text: string) => new Date(`2026-11-${text}:00Z`);
	const base = { opensAt: at('01T00:00'), dueAt: at('10T18:00'), closesAt: at('13T18:00'), latePercent: 20 };
	const terms = (more: string | null = null) => termsFor(base as never, more ? { dueAt: at(more) } : null);

	it('costs for each day begun, and is worth nothing before the opening and after the end', () => {
		expect(
			['09T12:00', '10T18:00', '10T18:01', '11T18:01', '13T18:00'].map((when) => worth(terms(), at(when)))
		).toEqual([1, 1, 0.8, 0.6, 0.4]);
		expect(worth(terms(), at('13T18:01'))).toBe(0);
		expect(daysLate(terms(), at('12T18:00'))).toBe(2);
		expect(worth({ ...terms(), opensAt: at('10T00:00') }, at('09T12:00'))).toBe(0);
		expect(worth({ ...terms(), latePercent: 60 }, at('13T12:00'))).toBe(0);
	});

	it('begins later for who has more time, and ends as much later', () => {
		expect(worth(terms('12T18:00'), at('12T18:00'))).toBe(1);
		expect(worth(terms('12T18:00'), at('15T18:00'))).toBe(0.4);
		expect(terms('12T18:00').extended).toBe(true);
		expect(terms('08T00:00')).toMatchObject({ dueAt: base.dueAt, extended: false });
	});
});
