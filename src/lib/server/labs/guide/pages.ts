/** Where a lab's guide is: guide.md, or the pages in guide/ in the order of their names. */
import type { Draft } from '../draft.ts';
import { textOf } from '../folder.ts';
import type { GuidePage } from '../lab.ts';

const SINGLE = 'guide.md';

export function readGuide(draft: Draft): GuidePage[] {
	const inFolder = [...draft.folder.files.keys()].filter((path) => /^guide\/[^/]+\.md$/.test(path));
	const single = draft.folder.files.has(SINGLE);
	if (single && inFolder.length > 0) {
		draft.findings.error(draft.in(SINGLE), 'There is a guide.md and pages in guide/. Keep one of the two.');
	}
	const paths = single ? [SINGLE] : inFolder;
	if (paths.length === 0) {
		draft.findings.error(draft.in('lab.yaml'), 'A lab needs a guide: write guide.md beside lab.yaml.');
	}
	return paths.map((path) => ({ path, source: textOf(draft.folder, path) ?? '' }));
}
