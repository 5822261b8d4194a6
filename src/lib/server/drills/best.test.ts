import { expect, it } from 'vitest';
import { bestOf } from './best.ts';

const endedAt = new Date('2026-11-23T10:00:00Z');
const drill = (met: number, toRecover: number | null, end: 'played' | 'aborted' = 'played') => ({
	end,
	endedAt,
	digest: 'd',
	figures: {
		strikes: [
			{ second: false, toNotice: 9000, toRecover },
			{ second: true, toNotice: null, toRecover: 0 }
		],
		objectives: [0, 1].map((n) => ({ state: n < met ? 'met' : 'missed' }))
	}
});

it('is the drill with the most objectives met, and of those the soonest well again', () => {
	const rows = [drill(1, 1000), drill(2, 60_000), drill(2, 45_000), drill(2, null)];
	expect(bestOf(rows)).toEqual({
		...{ toNotice: 9000, toRecover: 45_000, toRecoverAgain: 0, met: 2, objectives: 2 },
		digest: 'd',
		at: endedAt.toISOString()
	});
});

it('is none that was given up, is still on, or has no figures', () => {
	expect(
		bestOf([drill(2, 1000, 'aborted'), { end: null, endedAt: null, digest: 'd', figures: null }])
	).toBeNull();
});
