/** How long the pages of a large class take on the server: the board, the gradebook, the analytics. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BenchSite } from '../bench-site.ts';
import { seedClass } from '../classroom.ts';
import { atMost, percentile, percentiles, type Figure } from '../figures.ts';
import { Learner } from '../learner.ts';
import { clocked, inTurns, times, type Row } from '../row.ts';
import { writeYear } from '../year-course.ts';

const LIMIT_MILLISECONDS = 300;

export const classPages: Row = {
	name: 'class',
	async measure(_site, share) {
		const site = new BenchSite();
		try {
			writeYear(join(site.folder, 'labs'));
			await site.open();
			const { origin, cookie } = await Learner.signUp(site.origin, 'grace');
			const seeded = await seedClass(site.data, join(site.folder, 'labs'), 'grace');
			await pause(200); // seeding has held this process up: now it hears which connections were closed
			const base = `${origin}/classes/${seeded.classId}`;
			const pages = {
				board: `${base}/board`,
				'board, read again after news': `${base}/board/__data.json`,
				gradebook: `${base}/gradebook`,
				analytics: `${base}/analytics`,
				'analytics of a lab': `${base}/analytics/year-20`
			};
			const open = (address: string) => async () => [await clocked(() => answered(address, cookie))];
			const seen = await inTurns(
				times(10, share),
				Object.fromEntries(Object.entries(pages).map(([name, address]) => [name, open(address)]))
			);
			const took = (name: string) => seen[name] ?? [];
			return {
				row: 'class',
				title: `Pages of a class of ${seeded.people} with ${seeded.labs} labs and ${seeded.attempts} attempts.`,
				figures: Object.keys(pages).map((what): Figure => ({
					who: 'ours',
					what,
					unit: 'ms',
					values: percentiles(took(what), 0.5, 0.95)
				})),
				goals: Object.keys(pages).map((name) =>
					atMost(`${name}, p50`, percentile(took(name), 0.5), LIMIT_MILLISECONDS, 'ms')
				),
				notes: ['From the request to the last byte, one at a time; everybody is in the last lab.']
			};
		} finally {
			await site.close();
		}
	}
};

async function answered(address: string, cookie: string): Promise<void> {
	const response = await fetch(address, { headers: { cookie } });
	const text = await response.text();
	if (!response.ok) throw new Error(`${address} was answered with ${response.status}: ${text.slice(0, 200)}`);
}
