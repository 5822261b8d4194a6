/**
 * The small words of the format: names, times, sizes. One schema each, and the sentence an author
 * reads when it does not fit.
 */
import { z } from 'zod';
import { seen } from './messages.ts';

type Raw = z.core.$ZodRawIssue;

/** Words the message for a value that does not fit; a missing one is worded elsewhere. */
export const expect = (what: string) => ({
	error: ({ input }: Raw) =>
		input === undefined ? undefined : `Expected ${what}, but this is ${seen(input)}.`
});

/** An object that knows its keys: any other is an error, and its message lists the known ones. */
export const object = <Shape extends z.core.$ZodShape>(shape: Shape) =>
	z.strictObject(shape, {
		error: ({ code }: Raw) => (code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined)
	});

const pattern = (shape: RegExp, what: string) => z.string(expect(what)).regex(shape, expect(what));

export const id = pattern(
	/^[a-z][a-z0-9-]{0,39}$/,
	'an id of up to 40 small letters, digits and hyphens that begins with a letter'
);

export const hostName = pattern(
	/^(?!(?:localhost|grader)$)[a-z](?:[a-z0-9-]{0,29}[a-z0-9])?$/,
	'a host name of up to 31 small letters, digits and hyphens, and not `localhost` or `grader`'
);

/** Parameters become environment variables, so none may take the place of one that programs know. */
export const paramName = pattern(
	/^(?!(?:LAB|LD|LC)_|(?:PATH|HOME|USER|SHELL|IFS|ENV|BASH_ENV|TERM|LANG|PWD)$)[A-Z][A-Z0-9_]{1,39}$/,
	'a parameter name in capitals such as PORT or REPL_USER, and none that programs already know (PATH, LAB_…)'
);

export const envName = pattern(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'the name of an environment variable');

const SECONDS = { s: 1, m: 60, h: 3600 };
const WRITTEN_TIME = /^(\d{1,5})(s|m|h)$/;

/** `30s`, `5m` or `1h`, as seconds. */
export function duration({ atMost }: { atMost: number }) {
	const what = `a time with its unit, such as 30s or 5m, of at most ${readable(atMost)}`;
	return z
		.string(expect(what))
		.transform((text) => {
			const [, count, unit] = WRITTEN_TIME.exec(text) ?? [];
			return count ? Number(count) * SECONDS[unit as keyof typeof SECONDS] : NaN;
		})
		.refine((seconds) => seconds <= atMost, within(what));
}

const MEBIBYTES = { m: 1, g: 1024 };

/** `256m` or `2g`, as MiB. */
export function size({ atLeast, atMost }: { atLeast: number; atMost: number }) {
	const what = `a size with its unit, such as 256m or 2g, from ${atLeast}m to ${atMost / 1024}g`;
	return z
		.string(expect(what))
		.transform((text) => {
			const [, count, unit] = /^(\d{1,6})(m|g)$/.exec(text) ?? [];
			return count ? Number(count) * MEBIBYTES[unit as keyof typeof MEBIBYTES] : NaN;
		})
		.refine((mebibytes) => mebibytes >= atLeast && mebibytes <= atMost, within(what));
}

export const wholeNumber = (least: number, most: number) => {
	const what = expect(`a whole number from ${least} to ${most}`);
	return z.number(what).int(what).min(least, what).max(most, what);
};

/** By the time this is known to be wrong the text has become a number: do not quote it. */
const within = (what: string) => ({ error: () => `Expected ${what}.` });

const readable = (seconds: number) => (seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`);

/** One line of prose. */
export const line = (most: number) => {
	const what = expect(`a line of text of at most ${most} characters`);
	return z
		.string(what)
		.trim()
		.min(1, expect('some text'))
		.max(most, what)
		.regex(/^[^\r\n]*$/, what);
};

/** A paragraph. */
export const prose = z.string(expect('some text')).trim().min(1, expect('some text')).max(2000);
