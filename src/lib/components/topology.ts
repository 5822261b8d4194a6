/**
 * Where things stand in the picture of a lab's hosts and networks: plain arithmetic. A network is a
 * rail, a host a card, and a plug on the rail says that the host is on that network.
 *
 * Every host has a column of its own (or, in a narrow place, a row), so no line ever crosses a card.
 */
import { t, type Phrase } from '#lib/words/index.ts';

export const HOST_STATES = ['up', 'starting', 'down', 'paused', 'struck', 'silent'] as const;
export type HostState = (typeof HOST_STATES)[number];

export interface MapHost {
	name: string;
	networks: { name: string; ipv4: string | null }[];
}

export interface MapNetwork {
	name: string;
	subnet: string | null;
}

export interface Picture {
	width: number;
	height: number;
	rails: Rail[];
	cards: Card[];
}

export interface Rail extends Line {
	network: MapNetwork;
	/** Where its name begins. */
	label: { x: number; y: number };
}

export interface Card {
	host: MapHost;
	x: number;
	y: number;
	width: number;
	height: number;
	/** From the card to the farthest of its rails; null when it is on none. */
	cable: Line | null;
	/** Where it is plugged in: the number of each rail, and the place. */
	plugs: { rail: number; x: number; y: number }[];
}

interface Line {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

const CARD = { width: 136, height: 58, gap: 16 };
const EDGE = 8;
/** From rail to rail, with room for a name between them. */
const RAIL = 30;
/** In a narrow place. */
const ROW = { height: 48, gap: 10, rail: 18, label: 24, width: 324 };

/** A whole lab side by side is this wide. */
export const wideEnough = (hosts: number) => 2 * EDGE + hosts * (CARD.width + CARD.gap) - CARD.gap;

/** Rails above, hosts side by side below them. */
export function sideBySide(hosts: MapHost[], networks: MapNetwork[]): Picture {
	const top = networks.length * RAIL + EDGE + 10;
	const railY = (rail: number) => EDGE + 14 + rail * RAIL;
	const cards = hosts.map((host, column): Card => {
		const x = EDGE + column * (CARD.width + CARD.gap);
		const on = railsOf(host, networks);
		const middle = x + CARD.width / 2;
		return {
			...{ host, x, y: top, width: CARD.width, height: CARD.height },
			cable: on.length > 0 ? { x1: middle, y1: railY(Math.min(...on)), x2: middle, y2: top } : null,
			plugs: on.map((rail) => ({ rail, x: middle, y: railY(rail) }))
		};
	});
	const rails = networks.map((network, rail): Rail => {
		const [first, last] = ends(cards, rail);
		const x1 = first?.x ?? EDGE;
		const y = railY(rail);
		const line = { x1, y1: y, x2: (last?.x ?? EDGE) + CARD.width, y2: y };
		return { network, ...line, label: { x: x1, y: y - 6 } };
	});
	return { width: wideEnough(hosts.length), height: top + CARD.height + EDGE, rails, cards };
}

/** Names of networks above, rails down the left side, hosts below one another. */
export function belowOneAnother(hosts: MapHost[], networks: MapNetwork[]): Picture {
	const left = EDGE + networks.length * ROW.rail + 14;
	const top = EDGE + networks.length * ROW.label + 6;
	const railX = (rail: number) => EDGE + 6 + rail * ROW.rail;
	const cards = hosts.map((host, row): Card => {
		const y = top + row * (ROW.height + ROW.gap);
		const on = railsOf(host, networks);
		const middle = y + ROW.height / 2;
		return {
			...{ host, x: left, y, width: ROW.width - left - EDGE, height: ROW.height },
			cable: on.length > 0 ? { x1: railX(Math.min(...on)), y1: middle, x2: left, y2: middle } : null,
			plugs: on.map((rail) => ({ rail, x: railX(rail), y: middle }))
		};
	});
	const rails = networks.map((network, rail): Rail => {
		const [, last] = ends(cards, rail);
		const labelY = EDGE + 10 + rail * ROW.label;
		const x = railX(rail);
		const line = { x1: x, y1: labelY, x2: x, y2: last ? last.y + ROW.height / 2 : labelY };
		return { network, ...line, label: { x: left, y: labelY + 5 } };
	});
	const height = top + hosts.length * (ROW.height + ROW.gap) - ROW.gap + EDGE;
	return { width: ROW.width, height, rails, cards };
}

const railsOf = (host: MapHost, networks: MapNetwork[]) =>
	networks.flatMap(({ name }, rail) => (host.networks.some((one) => one.name === name) ? [rail] : []));

function ends(cards: Card[], rail: number): [first: Card | undefined, last: Card | undefined] {
	const on = cards.filter(({ plugs }) => plugs.some((plug) => plug.rail === rail));
	return [on[0], on.at(-1)];
}

export const STATE_WORDS = {
	up: 'up',
	starting: 'coming up',
	down: 'down',
	paused: 'paused',
	struck: 'struck',
	silent: 'no good answer'
} as const satisfies Record<HostState, Phrase>;

/** The whole picture in a sentence, for the line above it and for those who do not see it. */
export function summary(hosts: MapHost[], states: Record<string, HostState> | null): string {
	const count = hosts.length;
	const many = count === 1 ? t('One machine') : t('{count} machines', { count });
	if (!states) return many;
	const others = hosts.filter(({ name }) => (states[name] ?? 'down') !== 'up');
	if (others.length === 0)
		return count === 1 ? t('One machine, up') : t('{count} machines, all up', { count });
	const told = others.map(({ name }) => `${name} ${t(STATE_WORDS[states[name] ?? 'down'])}`);
	return t('{title}: {text}', { title: many, text: told.join(', ') });
}

/**
 * The picture with what learners were told of: a host that the news of an open task names was struck.
 * It never shows more than the words say, for to find the host may be the task.
 */
export function withNews(
	states: Record<string, HostState>,
	tasks: { state: string; incident: string | null }[]
): Record<string, HostState> {
	const news = tasks.flatMap(({ state, incident }) => (incident && state !== 'done' ? [incident] : []));
	const words = new Set(news.join(' ').split(/[^\w-]+/));
	const shown = ([host, state]: [string, HostState]): [string, HostState] => [
		host,
		state === 'up' && words.has(host) ? 'struck' : state
	];
	return Object.fromEntries(Object.entries(states).map(shown));
}
