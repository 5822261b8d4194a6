import { describe, expect, it } from 'vitest';
import { arrange, arrangeOne } from './desk-rectangles.ts';
import * as desks from './desk.ts';
import { asDesk } from './kept-desk.ts';
import { MOST_SHELLS } from './protocol.ts';

const { deskFor, divide, openTab, placesOn, removePlace, idOf } = desks;
const ids = (desk: desks.Desk) => placesOn(desk).map(idOf);
const titles = (desk: desks.Desk) => desk.tabs.map((tab) => desks.titleOf(desk, tab));
const one = deskFor(['web']);
const place = (id: string) => ({ host: id.split('/')[0] ?? '', shell: id.split('/')[1] ?? '' });

describe('a desk', () => {
	it('begins with a tab for each host, the first on top', () => {
		expect(titles(deskFor(['web', 'db']))).toEqual(['web', 'db']);
		expect(desks.focusOf(deskFor(['web', 'db']))?.host).toBe('web');
		expect(deskFor([])).toEqual({ tabs: [], active: '' });
		expect(ids(one)).toEqual(['web/main']);
		expect(desks.focusOf(one)).toEqual({ host: 'web', shell: 'main' });
	});

	it('opens tabs, names shells by the lowest number that is free, and titles by host', () => {
		let desk = openTab(openTab(openTab(one, 'db'), 'web'), 'web');
		expect(ids(desk)).toEqual(['web/main', 'db/main', 'web/shell-2', 'web/shell-3']);
		expect(titles(desk)).toEqual(['web 1', 'db', 'web 2', 'web 3']);
		desk = openTab(removePlace(desk, place('web/shell-2')), 'web');
		expect(ids(desk)).toEqual(['web/main', 'db/main', 'web/shell-3', 'web/shell-2']);
	});

	it('divides the pane in use, and lets the new one have the keyboard', () => {
		const desk = divide(divide(one, 'right'), 'down', 'db');
		expect(ids(desk)).toEqual(['web/main', 'web/shell-2', 'db/main']);
		expect(desks.activeTab(desk)?.focus).toBe('db/main');
		expect(titles(desk)).toEqual(['web + db']);
	});

	it('gives the room of a closed pane to its neighbour, and the keyboard to the next', () => {
		const desk = removePlace(divide(divide(one, 'right'), 'down'), place('web/shell-3'));
		expect(arrange(desk.tabs[0]!.area).panes.map(({ at }) => at.width)).toEqual([50, 50]);
		expect(desks.activeTab(desk)?.focus).toBe('web/shell-2');
		expect(removePlace(removePlace(desk, place('web/main')), place('web/shell-2'))).toEqual({
			tabs: [],
			active: ''
		});
	});

	it('shows the next tab when the one on top goes', () => {
		const desk = desks.showTab(openTab(openTab(one, 'db'), 'web'), 't2');
		expect(desks.removeTab(desk, 't2').active).toBe('t3');
		expect(desks.removeTab(desks.showTab(desk, 't3'), 't3').active).toBe('t2');
		expect(desks.removeTab(desk, 't1').active).toBe('t2');
	});

	it('steps through tabs and panes around the ends', () => {
		const desk = openTab(one, 'db');
		expect(desks.stepTab(desk, 1).active).toBe('t1');
		expect(desks.stepTab(desks.showTab(desk, 't1'), -1).active).toBe('t2');
		const two = divide(one, 'right');
		expect(desks.activeTab(desks.stepPane(two, 1))?.focus).toBe('web/main');
	});

	it('keeps order and names as somebody wants them', () => {
		const desk = desks.renameTab(desks.moveTab(openTab(one, 'db'), 't2', 0), 't2', '  the logs  ');
		expect(titles(desk)).toEqual(['the logs', 'web']);
		expect(titles(desks.moveTab(desk, 't2', 99))).toEqual(['web', 'the logs']);
		expect(desks.renameTab(desk, 't2', 'x'.repeat(99)).tabs[0]?.name).toHaveLength(desks.LONGEST_NAME);
	});

	it('holds no more terminals than a run may have', () => {
		let desk = one;
		for (let n = 0; n < 30; n++) desk = n % 2 ? openTab(desk, 'db') : divide(desk, 'down');
		expect(ids(desk)).toHaveLength(MOST_SHELLS);
		expect(new Set(ids(desk)).size).toBe(MOST_SHELLS);
	});

	it('sends a command to the pane in use, else to the first on that host', () => {
		const desk = divide(openTab(divide(one, 'right'), 'db'), 'right', 'web');
		expect(desks.placeFor(desk, 'web')).toEqual(place('web/shell-3'));
		expect(desks.placeFor(desks.showTab(desk, 't1'), 'web')).toEqual(place('web/shell-2'));
		expect(desks.placeFor(desks.showTab(desk, 't1'), 'db')).toEqual(place('db/main'));
		expect(desks.placeFor(one, 'db')).toBeNull();
	});
});

describe('its rectangles', () => {
	const desk = desks.setShare(divide(divide(one, 'right'), 'down'), [], 40);

	it('cover the whole, and follow the borders', () => {
		expect(arrange(desk.tabs[0]!.area)).toEqual({
			panes: [
				{ place: place('web/main'), at: { left: 0, top: 0, width: 40, height: 100 } },
				{ place: place('web/shell-2'), at: { left: 40, top: 0, width: 60, height: 50 } },
				{ place: place('web/shell-3'), at: { left: 40, top: 50, width: 60, height: 50 } }
			],
			borders: [
				{ path: [], direction: 'right', share: 40, of: { left: 0, top: 0, width: 100, height: 100 } },
				{ path: ['second'], direction: 'down', share: 50, of: { left: 40, top: 0, width: 60, height: 100 } }
			]
		});
	});

	it('leave every pane something', () => {
		const { panes } = arrange(desks.setShare(desk, ['second'], 0).tabs[0]!.area);
		expect(panes[1]?.at.height).toBe(desks.LEAST_SHARE);
	});

	it('are one on a narrow screen', () => {
		expect(arrangeOne(desk.tabs[0]!.area, 'web/shell-2').panes).toEqual([
			{ place: place('web/shell-2'), at: { left: 0, top: 0, width: 100, height: 100 } }
		]);
	});
});

describe('a remembered desk', () => {
	const kept = () =>
		JSON.parse(
			JSON.stringify(desks.renameTab(divide(openTab(one, 'db'), 'down'), 't1', 'logs'))
		) as desks.Desk;
	const hosts = ['web', 'db'];

	it('comes back as it was', () => {
		expect(asDesk(kept(), hosts)).toEqual(kept());
		expect(asDesk({ tabs: [], active: '' }, hosts)).toEqual({ tabs: [], active: '' });
	});

	it('is not believed when it is no desk of this run', () => {
		expect(asDesk(kept(), ['web'])).toBeNull();
		for (const nonsense of [null, 7, 'text', [], {}, { tabs: 'x', active: '' }, { tabs: [null], active: '' }])
			expect(asDesk(nonsense, hosts)).toBeNull();
		const doubled = kept();
		doubled.tabs.push({ ...doubled.tabs[0]!, id: 't9' });
		expect(asDesk(doubled, hosts)).toBeNull();
		const strange = kept();
		strange.tabs[0]!.area = { host: 'web', shell: '../../etc' };
		expect(asDesk(strange, hosts)).toBeNull();
	});

	it('is mended where a value is out of bounds', () => {
		const odd = kept();
		odd.active = 't77';
		odd.tabs[0]!.focus = 'nowhere';
		odd.tabs[0]!.name = 'x'.repeat(500);
		(odd.tabs[1]!.area as desks.Division).share = 1e9;
		const mended = asDesk(odd, hosts);
		expect(mended?.active).toBe('t1');
		expect(mended?.tabs[0]).toMatchObject({ focus: 'web/main', name: 'x'.repeat(desks.LONGEST_NAME) });
		expect((mended?.tabs[1]?.area as desks.Division).share).toBe(desks.MOST_SHARE);
	});

	it('is not followed into the deep', () => {
		let area: desks.Area = { host: 'web', shell: 'main' };
		for (let n = 0; n < 1000; n++)
			area = { direction: 'down', share: 50, first: area, second: { host: 'web', shell: `s-${n}` } };
		expect(asDesk({ tabs: [{ id: 't1', name: '', focus: '', area }], active: 't1' }, hosts)).toBeNull();
	});
});
