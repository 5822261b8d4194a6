/**
 * lab.yaml as authors may write it: the one description of the format `lab/v1`.
 *
 * It knows shapes and defaults of single values. What must hold between two places is in rules/.
 * A later kind of check is one more entry in `check`; a later section one more key in `labFile`.
 */
import { z } from 'zod';
import { destinationsOf } from '../destinations.ts';
import { fault } from './faults/schema.ts';
import { drill, probes } from './drill-schema.ts';
import { languageTag } from './i18n/schema.ts';
import { seen } from './messages.ts';
import { requirements, view } from './surroundings.ts';
import {
	duration,
	envName,
	expect,
	hostName,
	id,
	line,
	object,
	paramName,
	size,
	wholeNumber
} from './units.ts';

const MINUTE = 60;

const anyText = z.string(expect('a text: put it in quotes'));
/** Numbers and truths are welcome where the value ends up as text anyway. */
const plainText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const environment = z.record(envName, plainText);

/** A path below the lab's folder, or the script itself. */
const run = z.string(expect('a path such as checks/quiet.sh, or a few lines of shell')).trim().min(1);
const args = z.array(plainText).max(20).default([]);

const secret = z.boolean().default(false);
const param = z.discriminatedUnion('type', [
	object({ type: z.literal('pick'), from: z.array(plainText).min(2), secret }),
	object({
		type: z.literal('int'),
		min: wholeNumber(-1e9, 1e9),
		max: wholeNumber(-1e9, 1e9),
		not: z.array(z.number()).default([]),
		step: wholeNumber(1, 1e9).default(1),
		secret
	}),
	object({ type: z.literal('token'), bytes: wholeNumber(1, 32), secret }),
	object({ type: z.literal('fixed'), value: plainText, secret })
]);

const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/(\d|[12]\d|3[0-2])$/;
const IPV4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const network = object({
	subnet: z.string().regex(CIDR, expect('a subnet such as 10.77.0.0/24')).optional()
});
const interfaceOf = object({
	ipv4: z.string().regex(IPV4, expect('an address such as 10.77.0.10')).optional()
});

const limits = object({
	memory: size({ atLeast: 16, atMost: 64 * 1024 }).default(256),
	cpus: z.number(expect('a number of processors such as 0.5')).min(0.05).max(32).default(1),
	pids: wholeNumber(16, 32768).default(256),
	disk: size({ atLeast: 16, atMost: 500 * 1024 }).default(1024)
});

const octal = expect('a mode in quotes, such as "0644"');
const place = object({
	from: z.string().min(1),
	to: z.string().regex(/^\/[^\0]+[^/\0]$/, expect('an absolute path such as /etc/app.conf')),
	owner: z
		.string()
		.regex(/^[a-z_][a-z0-9_-]*(:[a-z_][a-z0-9_-]*)?$/)
		.default('root'),
	mode: z
		.string(octal)
		.regex(/^0?[0-7]{3,4}$/, octal)
		.default('0644'),
	template: z.boolean().default(false)
});

const ready = object({
	run,
	every: duration({ atMost: MINUTE }).default(2),
	timeout: duration({ atMost: 15 * MINUTE }).default(60)
});

const destination = expect(
	'a name such as deb.debian.org, or with its port, pypi.org:443, and no address or pattern'
);
const destinations = z
	.string(destination)
	.refine((written) => destinationsOf(written) !== null, destination)
	.transform((written) => destinationsOf(written) ?? []);

const image = expect('the name of an image, such as linux or lab/debian');
const host = object({
	image: z.string(image).regex(/^[a-z0-9][a-z0-9._/:@-]{0,199}$/, image),
	user: z
		.string()
		.regex(/^[a-z_][a-z0-9_-]{0,31}$/, expect('a user of the image, such as learner'))
		.default('learner'),
	profile: z.enum(['strict', 'standard', 'net']).default('standard'),
	sudo: z.boolean().default(false),
	hidden: z.boolean().default(false),
	isolation: z.enum(['default', 'gvisor', 'kata', 'vm']).default('default'),
	networks: z.record(hostName, interfaceOf).default({}),
	internet: z.array(destinations).max(20).default([]),
	limits: limits.default({ memory: 256, cpus: 1, pids: 256, disk: 1024 }),
	env: environment.default({}),
	files: z.array(place).max(50).default([]),
	ready: ready.optional(),
	needs: z.array(z.string()).default([])
});

/** A trusted host beside the learner's own. What it is called, and what follows from it, is in build.ts. */
const grader = object({
	image: z
		.string(image)
		.regex(/^[a-z0-9][a-z0-9._/:@-]{0,199}$/, image)
		.default('linux'),
	networks: z.array(hostName).max(8).default([]),
	limits: limits.default({ memory: 128, cpus: 0.5, pids: 128, disk: 256 }),
	env: environment.default({}),
	files: z.array(place).max(50).default([])
});

const setupStep = object({
	host: z.string(),
	run,
	args,
	env: environment.default({}),
	timeout: duration({ atMost: 10 * MINUTE }).default(60)
});

const hint = z.union([
	line(1000).transform((text) => ({ text, cost: 0, after: 0 })),
	object({
		text: line(1000),
		cost: wholeNumber(0, 100).default(0),
		after: duration({ atMost: 120 * MINUTE }).default(0)
	})
]);

const common = {
	id,
	title: line(160),
	points: wholeNumber(0, 100).default(1),
	hidden: z.boolean().default(false),
	mode: z.enum(['once', 'hold']).default('once'),
	initially: z.enum(['pass', 'fail']).default('fail')
};

const questions = expect('a file of questions such as quiz/planes.yaml');

const check = z.discriminatedUnion('type', [
	object({
		type: z.literal('script').default('script'),
		...common,
		host: z.string(),
		run,
		args,
		timeout: duration({ atMost: 2 * MINUTE }).default(10),
		trigger: z.enum(['watch', 'button', 'submit']).optional(),
		trust: z.enum(['host', 'toolbox', 'clone']).default('host')
	}),
	object({
		type: z.literal('answer'),
		...common,
		expect: z.union([anyText.min(1), z.array(anyText.min(1)).min(1), object({ regex: anyText.min(1) })], {
			error: ({ input }) =>
				input !== null && typeof input === 'object'
					? undefined
					: `Expected the right answer in quotes, a list of them, or { regex: … }, but this is ${seen(input)}.`
		}),
		attempts: wholeNumber(1, 100).optional()
	}),
	object({
		type: z.literal('quiz'),
		...common,
		questions: z.string(questions).regex(/^quiz\/[\w-][\w.-]*\.ya?ml$/, questions),
		attempts: wholeNumber(1, 100).optional()
	})
]);

const task = object({
	id,
	title: line(120),
	needs: z.array(z.string()).default([]),
	/** What breaks when the task opens. */
	fault: z.string().optional(),
	/** The guide shows how it is done, step by step, and means to. */
	guided: z.boolean().default(false),
	hints: z.array(hint).max(10).optional(),
	checks: z.array(check).min(1).max(30)
});

export const labFile = object({
	apiVersion: z.literal('lab/v1'),
	id,
	title: line(120),
	summary: line(300),
	language: languageTag.default('en'),
	version: z.string(expect('a version in quotes, such as "1.0.0"')).default('1.0.0'),
	level: z.enum(['beginner', 'intermediate', 'advanced']),
	minutes: wholeNumber(1, 600),
	tags: z.array(id).max(12).default([]),
	outcomes: z.array(line(200)).max(12).default([]),
	params: z.record(paramName, param).default({}),
	networks: z.record(hostName, network).default({}),
	hosts: z.record(hostName, host).default({}),
	grader: grader.optional(),
	views: z.array(view).max(12).default([]),
	requires: requirements.default({ features: [] }),
	/** What was reached must still be so after every host was switched off and on. */
	survives: z.literal('reboot').optional(),
	setup: z.array(setupStep).max(50).default([]),
	faults: z.record(id, fault).default({}),
	tasks: z.array(task).max(40).default([]),
	probes: probes.default({}),
	drill: drill.optional()
});

/** lab.yaml once its shape is right, with the defaults filled in. */
export type LabFile = z.output<typeof labFile>;
