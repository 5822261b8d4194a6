/** course.yaml, tracks/*.yaml and catalogue.yaml as authors may write them. Ids of courses and tracks are names of folder and file. */
import { z } from 'zod';
import { expect, id, line, object, prose, wholeNumber } from './units.ts';

const folder = z
	.string(expect('the name of a folder'))
	.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, expect('the name of a folder, without slashes'));

const module = object({
	/** The module's folder. */
	id,
	title: line(120),
	summary: prose.default(''),
	/** Folders of its labs, in the order in which they are taken. */
	labs: z.array(folder).max(100).default([])
});

const apiVersion = z.literal('lab/v1').optional();

const outcome = z.union([
	line(300).transform((text) => ({ text, labs: [] as string[] })),
	object({
		text: line(300),
		/** Ids of the labs that show it. */
		labs: z.array(id).min(1).max(40)
	})
]);

const webAddress = z
	.string(expect('an address that begins with https:// or http://'))
	.refine(
		(text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text),
		expect('an address that begins with https:// or http://')
	);

const reading = object({
	title: line(200),
	by: line(200).default(''),
	url: webAddress.optional(),
	note: line(500).default('')
});

export const courseFile = object({
	apiVersion,
	title: line(120),
	summary: prose,
	level: z.enum(['beginner', 'intermediate', 'advanced']),
	credits: z.number(expect('a number of credits')).min(0).max(60).optional(),
	hours: wholeNumber(1, 2000).optional(),
	workload: prose.default(''),
	outcomes: z.array(outcome).max(30).default([]),
	prerequisites: z.array(line(300)).max(30).default([]),
	reading: z.array(reading).max(40).default([]),
	capstone: object({ lab: id, text: prose }).optional(),
	modules: z.array(module).min(1).max(60)
});

export const trackFile = object({
	apiVersion,
	title: line(120),
	summary: prose,
	audience: prose.default(''),
	/** Ids of labs, from any course. */
	labs: z.array(id).min(1).max(200)
});

/** labs/catalogue.yaml: what stands first in the catalogue. */
export const catalogueFile = object({
	apiVersion,
	courses: z.array(folder).max(200).default([]),
	tracks: z.array(folder).max(200).default([])
});
