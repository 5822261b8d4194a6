/** The catalogue as somebody reads it: courses and tracks in the first of their languages that they are there in. */
import type { Labs } from '../index.ts';
import type { Course, Track } from '../lab.ts';

/** `languages`: of who reads now, best first; asked each time anew. */
export function speaking(labs: Labs, languages: () => readonly string[]): Labs {
	const course = (one: Course | null) => one && courseIn(one, languages());
	const track = (one: Track | null) => one && trackIn(one, languages());
	return {
		courses: () => labs.courses().map((one) => courseIn(one, languages())),
		course: (id) => course(labs.course(id)),
		tracks: () => labs.tracks().map((one) => trackIn(one, languages())),
		track: (id) => track(labs.track(id)),
		all: () => labs.all(),
		lab: (id) => labs.lab(id),
		problems: () => labs.problems(),
		onChange: (listener) => labs.onChange(listener),
		close: () => labs.close()
	};
}

function courseIn(course: Course, wanted: readonly string[]): Course {
	const words = first(course.translations, wanted);
	if (!words) return course;
	const { title = course.title, summary = course.summary, workload = course.workload } = words;
	return {
		...{ ...course, title, summary, workload },
		outcomes: course.outcomes.map((one, n) => ({ ...one, text: words.outcomes?.[n] ?? one.text })),
		prerequisites: course.prerequisites.map((one, n) => words.prerequisites?.[n] ?? one),
		capstone: course.capstone && { ...course.capstone, text: words.capstone ?? course.capstone.text },
		modules: course.modules.map((module) => {
			const own = words.modules[module.id];
			return { ...module, title: own?.title ?? module.title, summary: own?.summary ?? module.summary };
		})
	};
}

function trackIn(track: Track, wanted: readonly string[]): Track {
	const words = first(track.translations, wanted);
	if (!words) return track;
	const { title = track.title, summary = track.summary, audience = track.audience } = words;
	return { ...track, title, summary, audience };
}

/** They are written in English: who reads that before all translations gets it. */
function first<T extends { language: string }>(all: T[] | undefined, wanted: readonly string[]): T | null {
	for (const tag of wanted) {
		const found =
			all?.find(({ language }) => language === tag) ??
			all?.find(({ language }) => base(language) === base(tag));
		if (found) return found;
		if (base(tag) === 'en') return null;
	}
	return null;
}

const base = (tag: string) => tag.split('-')[0]?.toLowerCase();
