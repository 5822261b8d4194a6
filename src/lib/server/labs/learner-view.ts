/**
 * What a learner may know of a lab. An allow-list: what is not named here stays on the server, so
 * a new field of `Lab` is secret until somebody decides otherwise.
 */
import { pointsIn } from './drill-points.ts';
import type { Check, Host, Lab, Level, Task } from './lab.ts';
import { fillIn, visibleValues, type Values } from './params.ts';

export interface LearnerView {
	id: string;
	/** Of its texts. */
	language: string;
	title: string;
	summary: string;
	version: string;
	level: Level;
	minutes: number;
	tags: string[];
	outcomes: string[];
	points: number;
	/** Hosts with a terminal. */
	hosts: { name: string; user: string; networks: { name: string; ipv4: string | null }[] }[];
	/** Those that a host with a terminal is on. */
	networks: { name: string; subnet: string | null }[];
	/** Pages that machines serve, for looking at beside the terminals. */
	views: { title: string; host: string; port: number; path: string }[];
	tasks: TaskView[];
}

export interface TaskView {
	id: string;
	title: string;
	points: number;
	needs: string[];
	checks: CheckView[];
	hiddenChecks: number;
	/** What each hint costs and when it can be taken; its text comes when it is. */
	hints: { cost: number; afterSeconds: number }[];
}

export interface CheckView {
	id: string;
	title: string;
	points: number;
	type: Check['type'];
	trigger: Check['trigger'];
	/** Tries a learner has in all; null for as many as they like. */
	attempts: number | null;
}

/** `values` are the learner's parameters; the secret ones among them are not used. */
export function learnerView(lab: Lab, values: Values): LearnerView {
	const { id, summary, version, level, minutes, tags } = lab;
	const fill = (text: string) => fillIn(text, visibleValues(lab, values));
	return {
		...{ id, version, level, minutes, tags },
		language: lab.language ?? 'en',
		title: fill(lab.title),
		summary: fill(summary),
		outcomes: lab.outcomes.map(fill),
		points: pointsIn(lab),
		...placesOf(lab),
		views: lab.views.flatMap((view) =>
			view.type === 'web'
				? [{ title: fill(view.title), host: view.host, port: view.port, path: view.path }]
				: []
		),
		tasks: lab.tasks.map((task) => taskView(task, fill))
	};
}

/** Hidden hosts are in nobody's picture, and neither is a network that only they are on. */
function placesOf({ hosts, networks }: Lab): Pick<LearnerView, 'hosts' | 'networks'> {
	const open = hosts.filter(({ hidden }) => !hidden);
	const isSeen = (network: string) => open.some((host) => host.networks.some(({ name }) => name === network));
	return {
		hosts: open.map(({ name, user, networks }: Host) => ({
			...{ name, user },
			networks: networks.map(({ name, ipv4 }) => ({ name, ipv4 }))
		})),
		networks: networks.filter(({ name }) => isSeen(name)).map(({ name, subnet }) => ({ name, subnet }))
	};
}

function taskView(
	{ id, title, points, needs, checks, hints }: Task,
	fill: (text: string) => string
): TaskView {
	const open = checks.filter(({ hidden }) => !hidden);
	return {
		...{ id, points, needs },
		title: fill(title),
		checks: open.map((check) => ({
			id: check.id,
			title: fill(check.title),
			points: check.points,
			type: check.type,
			trigger: check.trigger,
			attempts: check.type === 'script' ? null : check.attempts
		})),
		hiddenChecks: checks.length - open.length,
		hints: hints.map(({ cost, afterSeconds }) => ({ cost, afterSeconds }))
	};
}
