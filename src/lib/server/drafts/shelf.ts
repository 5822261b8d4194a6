/**
 * The shelf: published drafts as a course of their own, behind those of the labs folder. What the labs
 * folder has always comes first: no draft can take the place of a lab or a course of it.
 */
import type { Course, Lab, Labs } from '#lib/server/labs/index.ts';
import { t } from '#lib/words/index.ts';
import { SHELF } from './place.ts';

const ABOUT = {
	id: SHELF.course,
	...{
		credits: null,
		hours: null,
		workload: '',
		outcomes: [],
		prerequisites: [],
		reading: [],
		capstone: null
	}
};
const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;

/** Published drafts, and what their course is called, asked each time. */
type Shelf = Pick<Labs, 'all' | 'onChange'> & { title(): string };

/** Both in one; `onChange` hears of either. */
export function withShelf(labs: Labs, shelf: Shelf): Labs {
	const own = () => shelf.all().filter(({ id }) => labs.lab(id) === null);
	const course = (): Course | null => {
		const found = own();
		if (found.length === 0 || labs.course(SHELF.course)) return null;
		const level = LEVELS.find((level) => found.some((lab) => lab.level === level)) ?? 'beginner';
		const summary = t(
			'Written by those who teach here, each proven on this platform before it was published.'
		);
		const modules = [{ id: SHELF.module, title: t('Labs'), summary: '', labs: found }];
		return { ...ABOUT, title: shelf.title(), summary, level, modules };
	};
	return {
		courses: () => [...labs.courses(), ...[course()].filter((one) => one !== null)],
		course: (id) => labs.course(id) ?? (id === SHELF.course ? course() : null),
		tracks: () => labs.tracks(),
		track: (id) => labs.track(id),
		all: () => [...labs.all(), ...own()],
		lab: (id): Lab | null => labs.lab(id) ?? shelf.all().find((lab) => lab.id === id) ?? null,
		problems: () => labs.problems(),
		onChange(listener) {
			const ends = [labs.onChange(listener), shelf.onChange(listener)];
			return () => ends.forEach((end) => end());
		},
		close: () => labs.close()
	};
}
