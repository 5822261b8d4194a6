import { expect, it } from 'vitest';
import type { Lab, LearnerView } from '#lib/server/labs/index.ts';
import { tasksOnPage, type Standing } from './view.ts';

const check = (id: string, attempts: number | null) => ({ id, title: id, attempts });
const view = {
	tasks: [{ id: 'find', title: 'Find', needs: [], checks: [check('name', 3), check('quiet', null)] }]
} as unknown as LearnerView;
const lab = { tasks: [{ id: 'find', hints: [] }] } as unknown as Lab;

it('counts tries as their bound does: machines that were reset give no new ones', () => {
	const standing: Standing = {
		tasks: [
			{
				...{ id: 'find', state: 'open', earned: 0 },
				checks: [
					{ id: 'name', state: 'untried', message: '', tries: 0 },
					{ id: 'quiet', state: 'fail', message: 'Not yet.', tries: 4 }
				]
			}
		],
		...{ doneBefore: new Set(), hintsTaken: new Map(), told: {}, startedAt: null, now: new Date() },
		asked: () => 2
	};
	expect(tasksOnPage(lab, view, standing)[0]?.checks.map(({ tries }) => tries)).toEqual([2, 4]);
});
