import type { Draft } from '../draft.ts';
import { choicesOf, PLACEHOLDER } from '../params.ts';
import { suggestion } from '../spelling.ts';
import type { Place } from '../findings.ts';

/** A number to draw must exist, and enough of them to tell learners apart. */
export function paramsMakeSense(draft: Draft) {
	for (const [name, param] of Object.entries(draft.written.params)) {
		if (param.type !== 'int') continue;
		if (param.max < param.min)
			draft.error(['params', name, 'max'], '`max` is smaller than `min`. Swap them.');
		else if (choicesOf(param) < 1) draft.error(['params', name], '`not` leaves no number to choose.');
	}
}

/** Every {{NAME}} is declared, and no secret one stands where a learner reads. */
export function paramsAreDeclared(draft: Draft) {
	for (const { text, at, prose } of textsWithParams(draft)) {
		for (const { name, line, column } of placeholders(text)) {
			const problem = paramProblem(draft, name, prose);
			if (problem) draft.findings.error(at(line, column), problem);
		}
		for (const { name, line, column } of nearMisses(draft, text)) {
			const message = `This stays as it stands, because parameters have capital letters. Did you mean \`{{${name}}}\`?`;
			draft.findings.warning(at(line, column), message);
		}
	}
}

/** What is wrong with the parameters that this text fills in. */
export const paramProblems = (draft: Draft, text: string, prose: boolean): string[] =>
	placeholders(text).flatMap(({ name }) => paramProblem(draft, name, prose) ?? []);

function paramProblem({ written: { params } }: Draft, name: string, prose: boolean): string | null {
	const param = Object.hasOwn(params, name) ? params[name] : undefined;
	if (!param) {
		const near = suggestion(name, Object.keys(params)) || ' Declare it under `params`.';
		return `No parameter \`${name}\` is declared.${near}`;
	}
	return param.secret && prose ? `Parameter \`${name}\` is secret: learners must not read it here.` : null;
}

interface TextWithParams {
	text: string;
	prose: boolean;
	at: (line: number, column: number) => Place;
}

function* textsWithParams(draft: Draft): Generator<TextWithParams> {
	for (const [path, content] of draft.folder.files) {
		const guide = /^(i18n\/[^/]+\/)?guide(\.md$|\/.*\.md$)/.test(path);
		if (guide || isTemplate(draft, path) || path.endsWith('.answer')) {
			yield {
				text: content.toString('utf8'),
				prose: guide,
				at: (line, column) => draft.in(path, line, column)
			};
		} else if (path === 'lab.yaml') {
			yield* labTexts(draft);
		}
	}
}

const isTemplate = ({ written }: Draft, path: string) =>
	[...Object.values(written.hosts), ...(written.grader ? [written.grader] : [])].some(({ files }) =>
		files.some(({ from, template }) => template && from === path)
	);

/** The texts of lab.yaml in which parameters are filled in. Scripts are not among them: they have the environment. */
function* labTexts({ written, placeOf }: Draft): Generator<TextWithParams> {
	const one = (text: string, path: PropertyKey[], prose = true) => ({ text, prose, at: () => placeOf(path) });
	yield one(written.title, ['title']);
	yield one(written.summary, ['summary']);
	for (const [o, outcome] of written.outcomes.entries()) yield one(outcome, ['outcomes', o]);
	for (const [t, task] of written.tasks.entries()) {
		yield one(task.title, ['tasks', t, 'title']);
		for (const [h, { text }] of (task.hints ?? []).entries()) yield one(text, ['tasks', t, 'hints', h]);
		for (const [c, check] of task.checks.entries()) {
			const at = ['tasks', t, 'checks', c];
			yield one(check.title, [...at, 'title'], !check.hidden);
			if (check.type === 'answer') yield one(JSON.stringify(check.expect), [...at, 'expect'], false);
		}
	}
}

/** `{{word}}` where WORD is declared. With spaces, as other template languages write them, it is theirs. */
const nearMisses = ({ written }: Draft, text: string) =>
	found(text, /\{\{([A-Za-z]\w*)\}\}/g)
		.map((one) => ({ ...one, name: one.name.toUpperCase() }))
		.filter(({ name, whole }) => Object.hasOwn(written.params, name) && whole !== `{{${name}}}`);

const placeholders = (text: string) => found(text, PLACEHOLDER);

const found = (text: string, pattern: RegExp) =>
	text.split('\n').flatMap((content, index) =>
		[...content.matchAll(pattern)].map((match) => ({
			name: match[1]!,
			whole: match[0],
			line: index + 1,
			column: match.index + 1
		}))
	);
