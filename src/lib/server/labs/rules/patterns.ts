import { compilePattern } from '../answers.ts';
import type { Draft } from '../draft.ts';

const LONGEST = 200;

/** A pattern compiles, is short, and cannot keep the server busy with a clever answer. */
export function patternsAreSafe(draft: Draft) {
	for (const [t, { checks }] of draft.written.tasks.entries()) {
		for (const [c, check] of checks.entries()) {
			if (check.type !== 'answer' || typeof check.expect === 'string' || Array.isArray(check.expect))
				continue;
			const flaw = flawOf(check.expect.regex);
			if (flaw) draft.error(['tasks', t, 'checks', c, 'expect', 'regex'], flaw);
		}
	}
}

export function flawOf(pattern: string): string | null {
	if (pattern.length > LONGEST)
		return `A pattern has at most ${LONGEST} characters. Use a list of texts instead.`;
	try {
		compilePattern(pattern, {});
	} catch (error) {
		return `This is not a pattern: ${error instanceof Error ? error.message.replace(/^.*\/\w*: /, '') : ''}.`;
	}
	const bare = pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
	if (/\\[1-9]|\\k</.test(pattern))
		return 'A pattern must not refer back to its groups. Use a list of texts instead.';
	if (repeatsAChoice(bare)) {
		return 'This pattern repeats a group that itself repeats or chooses, which can take for ever. Make the group simpler.';
	}
	return null;
}

/**
 * `bare` has neither escapes nor classes left: each is one `_`. Groups are folded from the inside
 * out: one that varies leaves a `!`, a steady one a `_`.
 */
function repeatsAChoice(bare: string): boolean {
	let rest = bare.replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(');
	for (;;) {
		const group = /\(([^()]*)\)(\{\d+(?:,\d*)?\}|[*+?])?/.exec(rest);
		if (!group) return false;
		const [whole, inside = '', repeat = '?'] = group;
		const varies = /[*+|!]|\{\d+,/.test(inside);
		if (varies && repeat !== '?') return true;
		rest = rest.replace(whole, () => (varies || repeat !== '?' ? '!' : '_'));
	}
}
