/**
 * Parameters: the same lab with different names, ports and tokens for every learner.
 *
 * A value is a function of the server's key, the learner, the lab and the parameter's name. So it
 * is the same after a restart, the same for whoever grades, and known to nobody else; and no two
 * parameters move together.
 */
import { createHmac } from 'node:crypto';
import type { Lab, Param } from './lab.ts';

export type Values = Readonly<Record<string, string>>;

/** Whose values are wanted. A new `scope` gives the same learner new ones. */
export interface ParamOwner {
	/** The server's secret. */
	key: string;
	learner: string;
	scope: string;
}

/** Every parameter's value, secret ones included: for setup, checks and graders. */
export function paramValues(lab: Pick<Lab, 'id' | 'params'>, owner: ParamOwner): Values {
	return Object.fromEntries(
		lab.params.map((param) => [param.name, valueOf(param, digestFor(lab.id, param, owner))])
	);
}

/** The values a learner may read: for guides, titles and the environment of their shell. */
export function visibleValues(lab: Pick<Lab, 'params'>, values: Values): Values {
	const open = lab.params.filter(({ name, secret }) => !secret && name in values);
	return Object.fromEntries(open.map(({ name }) => [name, values[name]!]));
}

export const PLACEHOLDER = /\{\{([A-Z][A-Z0-9_]*)\}\}/g;

/** Replace {{NAME}} of the values that are there. Anything else in braces stays as it is. */
export const fillIn = (text: string, values: Values) =>
	text.replace(PLACEHOLDER, (written, name: string) =>
		Object.hasOwn(values, name) ? values[name]! : written
	);

function digestFor(labId: string, { name }: Param, { key, learner, scope }: ParamOwner): Buffer {
	return createHmac('sha256', key).update(`${learner}|${scope}|${labId}|${name}`).digest();
}

function valueOf(param: Param, digest: Buffer): string {
	const draw = (choices: number) => digest.readUIntBE(0, 6) % choices;
	switch (param.type) {
		case 'pick':
			return param.from[draw(param.from.length)]!;
		case 'int':
			return `${wholeNumber(param, draw)}`;
		case 'token':
			return digest.subarray(0, param.bytes).toString('hex');
		case 'fixed':
			return param.value;
	}
}

type IntParam = Extract<Param, { type: 'int' }>;

/** Draw among the allowed numbers by stepping over the others. */
function wholeNumber(param: IntParam, draw: (choices: number) => number): number {
	const barred = barredNumbers(param);
	let number = param.min + draw(Math.max(1, choicesOf(param))) * param.step;
	for (const not of barred) if (number >= not) number += param.step;
	return number;
}

/** How many numbers the parameter can be. */
export const choicesOf = (param: Omit<IntParam, 'name' | 'secret'>) =>
	Math.floor((param.max - param.min) / param.step) + 1 - barredNumbers(param).length;

const barredNumbers = ({ min, max, step, not }: Omit<IntParam, 'name' | 'secret'>) =>
	[...new Set(not)].filter((n) => n >= min && n <= max && (n - min) % step === 0).sort((a, b) => a - b);
