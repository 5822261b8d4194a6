/**
 * Faults as authors write them: what breaks, in steps. A step is a script, or something that the
 * world does to a machine from outside and that no script could.
 */
import { z } from 'zod';
import { taken } from './catalogue.ts';
import { duration, expect, hostName, line, object, size } from '../units.ts';

const MINUTE = 60;

const run = z.string(expect('a path such as faults/drift.sh, or a few lines of shell')).trim().min(1);
const words = z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String)).max(20);
const path = z.string(expect('a folder such as /var')).regex(/^\/[^\0]*$/, expect('a folder such as /var'));

const script = {
	host: z.string(),
	run,
	args: words.default([]),
	timeout: duration({ atMost: 10 * MINUTE }).default(60)
};

const oneHost = <Verb extends string>(verb: Verb) => object({ do: z.literal(verb), host: z.string() });
const island = <Verb extends string>(verb: Verb) =>
	object({ do: z.literal(verb), hosts: z.array(z.string()).min(1), network: hostName });

const number = (shape: RegExp, what: string, read: (text: string) => number) =>
	z.string(expect(what)).regex(shape, expect(what)).transform(read);

const impair = object({
	...{ do: z.literal('impair'), host: z.string(), network: hostName },
	delay: number(/^\d{1,5}ms$/, 'a delay such as 200ms', parseInt).optional(),
	loss: number(
		/^(?:\d{1,2}(?:\.\d+)?|100)%$/,
		'a share of packets such as 5%',
		(text) => parseFloat(text) / 100
	).optional(),
	rate: number(
		/^\d{1,6}[km]$/,
		'bits per second such as 512k or 10m',
		(text) => parseInt(text) * (text.endsWith('m') ? 1000 : 1)
	).optional()
});

const SECONDS = { s: 1, m: 60, h: 3600, d: 24 * 3600 };
const clock = object({
	...{ do: z.literal('clock'), host: z.string() },
	by: number(
		/^[+-]\d{1,5}[smhd]$/,
		'how far, such as +400d or -90m',
		(text) => parseInt(text) * SECONDS[text.at(-1) as keyof typeof SECONDS]
	)
});

const step = z.discriminatedUnion('do', [
	object({ do: z.literal('run').default('run'), ...script }),
	oneHost('kill'),
	oneHost('stop'),
	oneHost('start'),
	oneHost('restart'),
	oneHost('pause'),
	oneHost('resume'),
	island('partition'),
	island('rejoin'),
	impair,
	object({ do: z.literal('mend'), host: z.string(), network: hostName }),
	object({
		...{ do: z.literal('disk-fill'), host: z.string(), path },
		leave: size({ atLeast: 0, atMost: 1024 }).default(0)
	}),
	object({ do: z.literal('disk-free'), host: z.string(), path }),
	clock
]);

export const fault = object({
	title: line(160),
	/** What learners read when it has happened. */
	tell: line(300).optional(),
	/** In order. When left out: faults/ID.sh. */
	steps: z.array(step).min(1).max(20).optional(),
	/** The same harm in another way, where a machine cannot do the steps. */
	instead: z.array(step).min(1).max(20).optional(),
	/** One of the catalogue, in place of everything below and above but the title. */
	use: taken.optional(),
	/** Ends with 0 while it hurts. When left out: faults/ID.verify.sh. */
	verify: object(script).optional(),
	/** What mends it. When left out: faults/ID.undo.sh, or the opposite of what was done. */
	undo: z.array(step).min(1).max(20).optional()
});

export type FaultFile = z.output<typeof fault>;
export type WrittenStep = z.output<typeof step>;
