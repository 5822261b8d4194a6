/** The desk of a run, remembered by this browser and read again with suspicion. */
import {
	clampShare,
	deskFor,
	idOf,
	LONGEST_NAME,
	placesIn,
	placesOn,
	type Area,
	type Desk,
	type Tab
} from './desk.ts';
import { forgetOld, isRecord, keep, readKept } from './kept.ts';
import { MOST_SHELLS } from './protocol.ts';

const PREFIX = 'labwright.desk.';
/** Desks of older runs are forgotten. */
const MOST_KEPT = 30;
const DEEPEST = 8;
const SHELL = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** As it was left, else as a lab begins. */
export const keptDesk = (runId: number, hosts: string[]): Desk =>
	asDesk(readKept(`${PREFIX}${runId}`), hosts) ?? deskFor(hosts);

export function keepDesk(runId: number, desk: Desk): void {
	keep(`${PREFIX}${runId}`, desk);
	forgetOld(PREFIX, MOST_KEPT);
}

/** Null when it is not a desk of these hosts. */
export function asDesk(value: unknown, hosts: string[]): Desk | null {
	if (!isRecord(value) || !Array.isArray(value.tabs) || value.tabs.length > MOST_SHELLS) return null;
	const tabs = value.tabs.map((tab: unknown) => asTab(tab, hosts)).filter((tab) => tab !== null);
	const desk = { tabs, active: tabs.find(({ id }) => id === value.active)?.id ?? tabs[0]?.id ?? '' };
	return tabs.length === value.tabs.length && isSound(desk) ? desk : null;
}

/** Nothing twice, and no more than there may be. */
function isSound(desk: Desk): boolean {
	const places = placesOn(desk).map(idOf);
	return places.length <= MOST_SHELLS && areDifferent(places) && areDifferent(desk.tabs.map(({ id }) => id));
}

function asTab(value: unknown, hosts: string[]): Tab | null {
	if (!isRecord(value)) return null;
	const { id, name, focus } = value;
	if (typeof id !== 'string' || !/^t\d{1,4}$/.test(id) || typeof name !== 'string') return null;
	const area = asArea(value.area, hosts, DEEPEST);
	if (!area) return null;
	const places = placesIn(area).map(idOf);
	return {
		...{ id, area, name: name.slice(0, LONGEST_NAME) },
		focus: places.find((place) => place === focus) ?? places[0] ?? ''
	};
}

function asArea(value: unknown, hosts: string[], deep: number): Area | null {
	if (!isRecord(value) || deep === 0) return null;
	if (value.direction === undefined) return asPlace(value, hosts);
	const { direction, share } = value;
	if ((direction !== 'right' && direction !== 'down') || typeof share !== 'number') return null;
	const [first, second] = [asArea(value.first, hosts, deep - 1), asArea(value.second, hosts, deep - 1)];
	return first && second && { direction, share: clampShare(share), first, second };
}

const asPlace = ({ host, shell }: Record<string, unknown>, hosts: string[]): Area | null =>
	typeof host === 'string' && hosts.includes(host) && typeof shell === 'string' && SHELL.test(shell)
		? { host, shell }
		: null;

const areDifferent = (ids: string[]) => new Set(ids).size === ids.length;
