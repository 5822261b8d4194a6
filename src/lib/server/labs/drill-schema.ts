/** `probes:` and `drill:` of lab.yaml as authors may write them. What must hold between them is in rules/drills.ts. */
import { z } from 'zod';
import { duration, expect, hostName, id, line, object, wholeNumber } from './units.ts';
import { seen } from './messages.ts';

const MINUTE = 60;
/** A drill is one sitting: what is kept of its probes stays bounded by this. */
const LONGEST = 120 * MINUTE;

const SHORT_TIME = /^(\d{1,5})(ms|s|m)$/;
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000 };

/** `200ms`, `2s` or `1m`, as milliseconds. */
function shortTime({ atLeast, atMost }: { atLeast: number; atMost: number }) {
	const what = `a time with its unit, such as 500ms or 2s, from ${atLeast}ms to ${atMost / 1000}s`;
	return z
		.string(expect(what))
		.transform((text) => {
			const [, count, unit] = SHORT_TIME.exec(text) ?? [];
			return count ? Number(count) * MILLISECONDS[unit as keyof typeof MILLISECONDS] : NaN;
		})
		.refine((time) => time >= atLeast && time <= atMost, { error: () => `Expected ${what}.` });
}

const percent = expect('a share in percent, such as 95%');
const share = z
	.string(percent)
	.regex(/^(100|\d{1,2}(\.\d{1,2})?)%$/, percent)
	.transform((text) => Number(text.slice(0, -1)) / 100);

const text = z.string(expect('a text: put it in quotes')).min(1).max(4000);
const host = line(200);

const common = {
	title: line(60),
	every: shortTime({ atLeast: 200, atMost: 60_000 }).default(1000),
	timeout: shortTime({ atLeast: 100, atMost: 30_000 }).default(2000),
	slow: shortTime({ atLeast: 1, atMost: 30_000 }).default(1000)
};

const address = expect('an address with its port, such as web:80');
const url = z
	.string(expect('an address such as http://web/'))
	.regex(/^https?:\/\/\S+$/, expect('an address such as http://web/'));
const status = wholeNumber(100, 599);
const database = expect('a database such as mariadb://user:{{PASS}}@db:3306/shop or postgresql://…');

export const probe = z.discriminatedUnion('type', [
	object({
		type: z.literal('http'),
		...common,
		url,
		method: z.enum(['GET', 'HEAD', 'POST', 'PUT']).default('GET'),
		headers: z
			.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/, expect('the name of a header')), line(1000))
			.default({}),
		body: text.optional(),
		status: z.union([status.transform((one) => [one]), z.array(status).min(1).max(20)]).default([200]),
		contains: text.optional(),
		find: url.optional()
	}),
	object({
		type: z.literal('tcp'),
		...common,
		address: z.string(address).regex(/^[\w.{}-]+:(\d{1,5}|\{\{\w+\}\})$/, address),
		send: text.optional(),
		contains: text.optional()
	}),
	object({
		type: z.literal('dns'),
		...common,
		server: host,
		name: line(253),
		record: z.enum(['A', 'AAAA', 'CNAME', 'NS', 'PTR', 'SOA', 'TXT']).default('A'),
		contains: text.optional()
	}),
	object({ type: z.literal('icmp'), ...common, address: host }),
	object({
		type: z.literal('sql'),
		...common,
		server: z.string(database).regex(/^(mariadb|postgresql):\/\/\S+$/, database),
		query: text,
		contains: text.optional(),
		find: text.optional()
	}),
	object({
		type: z.literal('script'),
		...common,
		run: text,
		args: z
			.array(z.union([z.string(), z.number(), z.boolean()]).transform(String))
			.max(20)
			.default([]),
		find: text.optional()
	})
]);

export const probes = z.record(id, probe);

const windowShape = {
	error: ({ input }: z.core.$ZodRawIssue) =>
		`Expected the earliest and the latest moment, such as [20s, 90s], but this is ${seen(input)}.`
};
const moment = duration({ atMost: 60 * MINUTE });
const window = z.tuple([moment, moment], windowShape);

const strike = object({
	/** One fault, or several of which one is drawn. */
	fault: z.union([id.transform((one) => [one]), z.array(id).min(1).max(20)]),
	within: window
});

const second = object({
	how: z.enum(['again', 'reboot']),
	hosts: z.array(hostName).max(40).default([]),
	within: window.default([10, 30])
});

const objectives = object({
	notice: duration({ atMost: LONGEST }).optional(),
	recover: duration({ atMost: LONGEST }).optional(),
	good: share.optional(),
	writes: z.literal('kept').optional()
});

export const drill = object({
	steady: duration({ atMost: 5 * MINUTE }).default(15),
	warmup: duration({ atMost: 30 * MINUTE }).default(180),
	settle: duration({ atMost: 10 * MINUTE }).default(30),
	strikes: z.array(strike).min(1).max(10),
	second: second.optional(),
	limit: duration({ atMost: LONGEST }).default(30 * MINUTE),
	objectives: objectives.default({}),
	points: wholeNumber(0, 1000).default(0),
	intact: z.array(line(90)).max(50).default([]),
	needs: z.array(id).max(40).default([])
});

export type WrittenProbe = z.output<typeof probe>;
export type WrittenDrill = z.output<typeof drill>;
