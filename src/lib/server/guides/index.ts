/**
 * Guides: from a lab's Markdown to what a page may show.
 *
 * What comes out is safe to insert whatever the author wrote, and holds nothing that depends on
 * who has solved what: the page decides when a solution or a task is open. Knows nothing of
 * learners, runs or progress.
 */
import { visibleValues, type Lab, type Values } from '#lib/server/labs/index.ts';
import type { RenderedGuide } from '#lib/guides/segments.ts';
import { openHighlighter } from './highlight.ts';
import { Recent } from './recent.ts';
import { renderPage } from './page.ts';

export { findAsset, type Asset } from './assets.ts';

/** Characters of rendered guides kept: several hundred guides. */
const KEPT_CHARACTERS = 24 * 1024 * 1024;

const rendered = new Recent<RenderedGuide>(KEPT_CHARACTERS);

/**
 * The guide with a learner's parameters in it. Secret parameters are never filled in. The same
 * content with the same values is rendered once and then remembered for a while.
 */
export async function renderGuide(lab: Lab, values: Values): Promise<RenderedGuide> {
	const visible = visibleValues(lab, values);
	const key = JSON.stringify([lab.id, lab.digest, lab.language, Object.entries(visible).sort()]);
	return rendered.find(key) ?? rendered.keep(key, await render(lab, visible));
}

async function render(lab: Lab, values: Values): Promise<RenderedGuide> {
	const highlight = await openHighlighter();
	return lab.guide.map((page, index) => renderPage(page, { lab, values, highlight, number: index + 1 }));
}
