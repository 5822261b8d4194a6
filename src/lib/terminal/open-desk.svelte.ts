/** A desk in use: what lies on it, what has been looked at, and where something new has happened. */
import * as desks from './desk.ts';
import { keepDesk, keptDesk } from './kept-desk.ts';

export type Sign = 'output' | 'bell';

const { idOf } = desks;

export class OpenDesk {
	readonly #runId: number;
	desk: desks.Desk = $state.raw({ tabs: [], active: '' });
	/** Terminals that have been in sight; the others open when they come to be. */
	seen: string[] = $state.raw([]);
	/** By tab: what happened there while another was on top. */
	readonly signs: Record<string, Sign | undefined> = $state({});

	readonly tab = $derived(desks.activeTab(this.desk));
	readonly focused = $derived(desks.focusOf(this.desk));
	readonly isFull = $derived(desks.isFull(this.desk));
	/** In an order that moving tabs does not change: elements that are moved lose their scroll. */
	readonly shown = $derived(
		[...this.desk.tabs]
			.sort((a, b) => number(a) - number(b))
			.flatMap((tab) => desks.placesIn(tab.area).map((place) => ({ place, tab: tab.id })))
			.filter(({ place }) => this.seen.includes(idOf(place)))
	);

	constructor(runId: number, hosts: string[]) {
		this.#runId = runId;
		this.lay(keptDesk(runId, hosts));
	}

	lay(desk: desks.Desk): void {
		this.desk = desk;
		const open = desks.placesOn(desk).map(idOf);
		const onTop = this.tab ? desks.placesIn(this.tab.area).map(idOf) : [];
		this.seen = open.filter((id) => onTop.includes(id) || this.seen.includes(id));
		this.signs[desk.active] = undefined;
		keepDesk(this.#runId, desk);
	}

	sign(tab: string, sign: Sign): void {
		if (tab !== this.desk.active && this.signs[tab] !== 'bell') this.signs[tab] = sign;
	}

	placesOf(tabId: string): desks.Place[] {
		const tab = this.desk.tabs.find(({ id }) => id === tabId);
		return tab ? desks.placesIn(tab.area) : [];
	}
}

const number = ({ id }: desks.Tab) => Number(id.slice(1));
