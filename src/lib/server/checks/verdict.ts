/** From how a script ended and what it said to a verdict: protocol check/1, in one table. */
import { stripVTControlCharacters } from 'node:util';
import type { ExecResult } from '#lib/server/sandbox/index.ts';
import { RS, US } from './prelude.ts';

export interface Verdict {
	/** `error`: the check itself broke. It never counts against the learner. */
	verdict: 'pass' | 'fail' | 'error';
	/** Share of the check's points, 0 to 1. */
	score: number;
	/** One sentence for the learner. */
	message: string;
	/** What the check saw that may help; null when it said nothing. */
	hint: string | null;
	/** Output for authors and instructors, at most 16 KiB. */
	log: string;
	milliseconds: number;
	/** What exactly happened, for who writes the check; absent when it could not be asked. Never kept. */
	trace?: Trace;
}

export interface Trace {
	/** Null when time ran out. */
	exit: number | null;
	/** In the order in which they were written; `sense` is false for one that is no word of the protocol. */
	records: { verb: string; text: string; sense: boolean }[];
	/** Without the records, 16 KiB of each. */
	stdout: string;
	stderr: string;
}

const LOG_LIMIT = 16 * 1024;
const TEXT_LIMIT = 2000;
const RECORDS_LIMIT = 100;
export const BROKE =
	'This check could not run. It does not count against you; your instructor can see what happened.';

type Said = Pick<Verdict, 'verdict' | 'score' | 'message' | 'hint'>;

export function readVerdict(
	{ code, stdout, stderr, timedOut }: ExecResult,
	nonce: string
): Omit<Verdict, 'milliseconds'> {
	const records = readRecords(stdout, nonce);
	const how = timedOut ? '\n[ran out of time]' : `\n[exit ${code}]`;
	const log = `${withoutRecords(stdout)}${stderr}`.slice(0, LOG_LIMIT) + how;
	const trace = {
		exit: timedOut ? null : code,
		records: traceRecords(stdout, nonce),
		stdout: withoutRecords(stdout).slice(0, LOG_LIMIT),
		stderr: stderr.slice(0, LOG_LIMIT)
	};
	return { ...judge(records, timedOut ? 124 : code), log, trace };
}

const traceRecords = (stdout: string, nonce: string): Trace['records'] =>
	[...stdout.matchAll(pattern(nonce))].slice(0, RECORDS_LIMIT).map(([, verb = '', text = '']) => ({
		verb: plain(verb),
		text: plain(text),
		sense: readRecord(verb, text) !== null
	}));

function judge(records: SaidRecord[] | null, code: number): Said {
	const about = (verb: SaidRecord['verb']) => records?.findLast((record) => record.verb === verb)?.text;
	if (records === null || code > 1 || about('broken') !== undefined) return BROKEN;

	const hint = about('hint') ?? null;
	const failed = about('fail');
	if (failed === undefined && code === 0) {
		return { verdict: 'pass', score: 1, message: about('pass') || 'Done.', hint };
	}
	const score = Math.max(0, ...records.map(({ credit }) => credit ?? 0));
	return { verdict: 'fail', score, message: failed || about('credit') || 'Not yet.', hint };
}

const BROKEN: Said = { verdict: 'error', score: 0, message: BROKE, hint: null };

interface SaidRecord {
	verb: 'pass' | 'fail' | 'credit' | 'hint' | 'broken';
	text: string;
	credit?: number;
}

const pattern = (nonce: string) => new RegExp(`${RS}${nonce}${US}([^${US}${RS}]*)${US}([^${RS}]*)${RS}`, 'g');

/** Records marked with this run's nonce; null when one of them makes no sense. */
function readRecords(stdout: string, nonce: string): SaidRecord[] | null {
	const records: SaidRecord[] = [];
	for (const [, verb = '', text = ''] of stdout.matchAll(pattern(nonce))) {
		const record = readRecord(verb, plain(text));
		if (!record) return null;
		records.push(record);
	}
	return records;
}

function readRecord(verb: string, text: string): SaidRecord | null {
	const credit = /^credit ([01]|0?\.\d+|1\.0+)$/.exec(verb);
	if (credit) return { verb: 'credit', text, credit: Number(credit[1]) };
	if (verb === 'pass' || verb === 'fail' || verb === 'hint' || verb === 'broken') return { verb, text };
	return null;
}

/** One line without colours and cursor moves, which have no place in a sentence. */
const plain = (text: string) =>
	stripVTControlCharacters(text)
		.replace(/\p{Cc}+/gu, ' ')
		.trim()
		.slice(0, TEXT_LIMIT);

const withoutRecords = (stdout: string) => stdout.replace(new RegExp(`${RS}[^${RS}]*${RS}\\n?`, 'g'), '');
