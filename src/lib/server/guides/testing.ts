/** For tests only: a lab with a given guide, without a folder to read. */
import type { Lab } from '#lib/server/labs/index.ts';
import type { Segment } from '#lib/guides/segments.ts';

let made = 0;

/** Every call makes another digest, so that nothing rendered before is found again. */
export function labWith(source: string, more: Partial<Lab> = {}): Lab {
	const digest = (++made).toString(16).padStart(64, '0');
	return { ...BARE, digest, guide: [{ path: 'guide.md', source }], ...more };
}

const host = (name: string, hidden: boolean) => ({ name, hidden }) as Lab['hosts'][number];

const BARE: Lab = {
	id: 'small',
	folder: '/nowhere',
	digest: '',
	courseId: 'c',
	moduleId: 'm',
	title: 'A small lab',
	summary: '',
	version: '1.0.0',
	level: 'beginner',
	minutes: 5,
	tags: [],
	outcomes: [],
	params: [
		{ name: 'ROOM', type: 'pick', from: ['attic', 'cellar'], secret: false },
		{ name: 'SEAL', type: 'token', bytes: 4, secret: true }
	],
	networks: [],
	...{ grader: null, faults: [], views: [], survivesReboot: false },
	requires: { memoryMiB: null, runtimes: [], features: [], internet: [] },
	hosts: [host('backstage', true), host('box', false), host('web', false)],
	setup: [],
	tasks: [],
	probes: [],
	drill: null,
	guide: [],
	solutions: [],
	wrong: []
};

/** All HTML of these segments, whatever they are in. */
export const htmlOf = (segments: Segment[]): string =>
	segments
		.map((segment) =>
			segment.type === 'html' ? segment.html : 'segments' in segment ? htmlOf(segment.segments) : ''
		)
		.join('\n');
