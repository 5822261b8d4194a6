/** `lab diff`: what changes for learners between two editions of a lab. How it is checked may change unseen. */
import { isDeepStrictEqual } from 'node:util';
import type { Check, Lab, Param, Task } from '#lib/server/labs/index.ts';
import { findLab } from '../folders.ts';
import type { Verb } from '../verb.ts';

export const diff: Verb = {
	usage: 'OLD NEW',
	about: 'Say what changes for learners from one edition of a lab to another.',
	details: '  Ends with 1 when tasks, points or parameters change: who has begun keeps the old edition.',
	options: {},
	least: 2,
	async run({ words: [old = '', now = ''], paper }) {
		const changes = changesBetween(await findLab(old), await findLab(now));
		for (const { text } of changes) paper.say(text);
		if (changes.length === 0) paper.say(paper.paint('green', 'Nothing changes for learners.'));
		return changes.some(({ weighs }) => weighs) ? 1 : 0;
	}
};

export interface Change {
	text: string;
	/** Results of the two editions cannot be compared any more. */
	weighs: boolean;
}

export function changesBetween(old: Lab, now: Lab): Change[] {
	return [
		...field('The lab', [old, now], ['id', 'level', 'minutes'], ['id']),
		...field('The lab', [old, now], ['title', 'summary', 'outcomes']),
		...listed('parameter', old.params.map(named), now.params.map(named), params),
		...listed('host', old.hosts.map(named), now.hosts.map(named), () => []),
		...listed('task', old.tasks, now.tasks, tasks),
		...(isDeepStrictEqual(pages(old), pages(now)) ? [] : [light('The text of the guide is another.')])
	];
}

const light = (text: string): Change => ({ text, weighs: false });
const heavy = (text: string): Change => ({ text, weighs: true });
const named = <T extends { name: string }>(one: T) => ({ ...one, id: one.name });
const pages = ({ guide }: Lab) => guide.map(({ path, source }) => [path, source]);

/** What is gone, what is new, and what `compare` finds in those that stay. */
function listed<T extends { id: string }>(
	kind: string,
	old: T[],
	now: T[],
	compare: (before: T, after: T) => Change[]
): Change[] {
	const find = (list: T[], id: string) => list.find((one) => one.id === id);
	const gone = old.filter(({ id }) => !find(now, id)).map(({ id }) => heavy(`- ${kind} ${id} is gone`));
	const rest = now.flatMap((after) => {
		const before = find(old, after.id);
		return before ? compare(before, after) : [heavy(`+ ${kind} ${after.id} is new`)];
	});
	return [...gone, ...rest];
}

function params(before: Param & { id: string }, after: Param & { id: string }): Change[] {
	if (isDeepStrictEqual(before, after)) return [];
	return [heavy(`~ parameter ${after.name}: learners get other values`)];
}

function tasks(before: Task, after: Task): Change[] {
	const what = `task ${after.id}`;
	const hints = isDeepStrictEqual(before.hints, after.hints) ? [] : [light(`~ ${what}: other hints`)];
	return [
		...field(what, [before, after], ['title']),
		...field(what, [before, after], ['points', 'needs', 'fault'], ['points', 'needs', 'fault']),
		...hints,
		...listed('check', before.checks.map(within(after)), after.checks.map(within(after)), checks)
	];
}

const within =
	({ id }: Task) =>
	(check: Check): Check => ({ ...check, id: `${id}/${check.id}` });

function checks(before: Check, after: Check): Change[] {
	const what = `check ${after.id}`;
	const tries = (check: Check) => ('attempts' in check ? { attempts: check.attempts } : {});
	const asked = (check: Check) => {
		const { type, points, mode, hidden, trigger } = check;
		return { type, points, mode, hidden, trigger, ...tries(check) };
	};
	const [was, is] = [asked(before), asked(after)];
	const keys = Object.keys({ ...was, ...is }) as (keyof typeof is)[];
	return [...field(what, [before, after], ['title']), ...field(what, [was, is], keys, keys)];
}

function field<T>(
	what: string,
	[old, now]: [T, T],
	keys: (keyof T)[],
	heavyOnes: (keyof T)[] = []
): Change[] {
	return keys
		.filter((key) => !isDeepStrictEqual(old[key], now[key]))
		.map((key) => ({
			text: `~ ${what}: ${String(key)} ${said(old[key])} → ${said(now[key])}`,
			weighs: heavyOnes.includes(key)
		}));
}

const said = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));
