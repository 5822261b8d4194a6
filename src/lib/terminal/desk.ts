/**
 * A desk: the terminals somebody has open on the hosts of a run, in tabs that can be divided. Plain
 * values and what can be done with them; drawing them, and the shells themselves, are others' work.
 */
import { MOST_SHELLS } from './protocol.ts';

/** A shell of a run: its name is unique on its host. */
export interface Place {
	host: string;
	shell: string;
}

export type Direction = 'right' | 'down';

/** Two areas with a border between them; `share` is the first one's, in percent. */
export interface Division {
	direction: Direction;
	share: number;
	first: Area;
	second: Area;
}

export type Area = Place | Division;

export interface Tab {
	id: string;
	/** As somebody has called it; empty: after its hosts. */
	name: string;
	area: Area;
	/** The pane that has, or last had, the keyboard. */
	focus: string;
}

export interface Desk {
	tabs: Tab[];
	/** The tab on top. */
	active: string;
}

export const LEAST_SHARE = 15;
export const MOST_SHARE = 85;
export const LONGEST_NAME = 40;

/** The first shell of a host; the others are numbered. */
const FIRST = 'main';
const NUMBERED = 'shell-';

export const idOf = ({ host, shell }: Place) => `${host}/${shell}`;

/** For people: the first shell of a host is called after it. */
export const nameOf = ({ host, shell }: Place) =>
	shell === FIRST ? host : `${host} ${shell.replace(NUMBERED, '')}`;

export const isDivision = (area: Area): area is Division => 'direction' in area;

/** From left to right and top to bottom. */
export const placesIn = (area: Area): Place[] =>
	isDivision(area) ? [...placesIn(area.first), ...placesIn(area.second)] : [area];

export const placesOn = (desk: Desk): Place[] => desk.tabs.flatMap(({ area }) => placesIn(area));

export const activeTab = (desk: Desk): Tab | undefined => desk.tabs.find(({ id }) => id === desk.active);

/** The pane that has the keyboard, or would have it. */
export const focusOf = (desk: Desk): Place | undefined => {
	const tab = activeTab(desk);
	return tab && placesIn(tab.area).find((place) => idOf(place) === tab.focus);
};

export const isFull = (desk: Desk) => placesOn(desk).length >= MOST_SHELLS;

/** Tabs that a lab begins with: one for each host, as far as there is room. */
const MOST_AT_FIRST = 6;

/** To begin with: a tab for each host, the first one on top. */
export function deskFor(hosts: string[]): Desk {
	const desk = hosts.slice(0, MOST_AT_FIRST).reduce(openTab, { tabs: [], active: '' });
	return showTab(desk, desk.tabs[0]?.id ?? '');
}

/** A tab with a new terminal, on top. */
export function openTab(desk: Desk, host: string): Desk {
	if (isFull(desk)) return desk;
	const area = { host, shell: freeShell(desk, host) };
	const id = freeTab(desk);
	return { tabs: [...desk.tabs, { id, name: '', area, focus: idOf(area) }], active: id };
}

/** A new terminal beside the one that has the keyboard. */
export function divide(desk: Desk, direction: Direction, host = focusOf(desk)?.host): Desk {
	const at = focusOf(desk);
	if (!at || host === undefined || isFull(desk)) return desk;
	const place = { host, shell: freeShell(desk, host) };
	const beside = { direction, share: 50, first: at, second: place };
	return inActive(desk, (tab) => ({
		...tab,
		area: replaced(tab.area, at, beside) ?? tab.area,
		focus: idOf(place)
	}));
}

/** Without this terminal; with the last one of a tab, the tab goes too. */
export function removePlace(desk: Desk, place: Place): Desk {
	const tab = tabOf(desk, place);
	if (!tab) return desk;
	const area = replaced(tab.area, place, null);
	if (!area) return removeTab(desk, tab.id);
	const at = placesIn(tab.area).findIndex((each) => idOf(each) === idOf(place));
	const left = placesIn(area);
	const next = left[Math.min(at, left.length - 1)] as Place;
	const focus = tab.focus === idOf(place) ? idOf(next) : tab.focus;
	return { ...desk, tabs: desk.tabs.map((each) => (each === tab ? { ...tab, area, focus } : each)) };
}

export function removeTab(desk: Desk, id: string): Desk {
	const at = desk.tabs.findIndex((tab) => tab.id === id);
	const tabs = desk.tabs.filter((tab) => tab.id !== id);
	const next = tabs[Math.min(at, tabs.length - 1)]?.id ?? '';
	return { tabs, active: desk.active === id ? next : desk.active };
}

/** The keyboard goes there, and its tab comes on top. */
export function focusOn(desk: Desk, place: Place): Desk {
	const tab = tabOf(desk, place);
	if (!tab) return desk;
	return {
		tabs: desk.tabs.map((each) => (each === tab ? { ...tab, focus: idOf(place) } : each)),
		active: tab.id
	};
}

export const showTab = (desk: Desk, id: string): Desk => ({ ...desk, active: id });

/** The tab so many steps away from the one on top, around the ends. */
export function stepTab(desk: Desk, steps: number): Desk {
	const at = desk.tabs.findIndex(({ id }) => id === desk.active);
	return showTab(desk, desk.tabs.at((at + steps) % desk.tabs.length)?.id ?? desk.active);
}

/** The keyboard goes so many panes further in its tab, around the ends. */
export function stepPane(desk: Desk, steps: number): Desk {
	const tab = activeTab(desk);
	if (!tab) return desk;
	const places = placesIn(tab.area);
	const at = places.findIndex((place) => idOf(place) === tab.focus);
	const next = places.at((at + steps) % places.length);
	return next ? focusOn(desk, next) : desk;
}

export function moveTab(desk: Desk, id: string, to: number): Desk {
	const tab = desk.tabs.find((each) => each.id === id);
	if (!tab) return desk;
	const tabs = desk.tabs.filter((each) => each !== tab);
	tabs.splice(Math.max(0, Math.min(to, tabs.length)), 0, tab);
	return { ...desk, tabs };
}

export const renameTab = (desk: Desk, id: string, name: string): Desk => ({
	...desk,
	tabs: desk.tabs.map((tab) => (tab.id === id ? { ...tab, name: name.trim().slice(0, LONGEST_NAME) } : tab))
});

/** Which half is meant at each division on the way down. */
export type Path = ('first' | 'second')[];

/** Move a border of the tab on top. */
export const setShare = (desk: Desk, path: Path, share: number): Desk =>
	inActive(desk, (tab) => ({ ...tab, area: shared(tab.area, path, clampShare(share)) }));

export const clampShare = (share: number) => Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));

/** Where a command for this host goes: to the pane in use if it is there, else to a near one; null when none is. */
export function placeFor(desk: Desk, host: string): Place | null {
	const focused = focusOf(desk);
	if (focused?.host === host) return focused;
	const tab = activeTab(desk);
	const near = tab ? placesIn(tab.area) : [];
	const inUse = placesOn(desk).filter((place) => desk.tabs.some(({ focus }) => focus === idOf(place)));
	return [...near, ...inUse, ...placesOn(desk)].find((place) => place.host === host) ?? null;
}

/** What a tab is called; alike ones are numbered. */
export function titleOf(desk: Desk, tab: Tab): string {
	if (tab.name) return tab.name;
	const alike = desk.tabs.filter((other) => !other.name && hostsOf(other) === hostsOf(tab));
	return alike.length > 1 ? `${hostsOf(tab)} ${alike.indexOf(tab) + 1}` : hostsOf(tab);
}

const hostsOf = ({ area }: Tab) => [...new Set(placesIn(area).map(({ host }) => host))].join(' + ');

const tabOf = (desk: Desk, place: Place) =>
	desk.tabs.find(({ area }) => placesIn(area).some((each) => idOf(each) === idOf(place)));

const inActive = (desk: Desk, change: (tab: Tab) => Tab): Desk => ({
	...desk,
	tabs: desk.tabs.map((tab) => (tab.id === desk.active ? change(tab) : tab))
});

/** The area with one place exchanged for another area, or taken out. */
function replaced(area: Area, place: Place, by: Area | null): Area | null {
	if (!isDivision(area)) return idOf(area) === idOf(place) ? by : area;
	const first = replaced(area.first, place, by);
	const second = replaced(area.second, place, by);
	return first && second ? { ...area, first, second } : (first ?? second);
}

function shared(area: Area, [half, ...rest]: Path, share: number): Area {
	if (!isDivision(area)) return area;
	return half ? { ...area, [half]: shared(area[half], rest, share) } : { ...area, share };
}

/** The lowest that is free: a shell that another window has left behind is found again this way. */
function freeShell(desk: Desk, host: string): string {
	const taken = new Set(placesOn(desk).map(idOf));
	for (let n = 1; ; n++) {
		const shell = n === 1 ? FIRST : `${NUMBERED}${n}`;
		if (!taken.has(idOf({ host, shell }))) return shell;
	}
}

function freeTab({ tabs }: Desk): string {
	for (let n = 1; ; n++) if (!tabs.some(({ id }) => id === `t${n}`)) return `t${n}`;
}
