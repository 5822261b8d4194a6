/** Where the panes of a tab lie, and the borders between them, in percent of the whole. */
import { idOf, isDivision, type Area, type Direction, type Path, type Place } from './desk.ts';

export interface Rectangle {
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface Border {
	path: Path;
	direction: Direction;
	share: number;
	/** Of the division: what the share is a share of. */
	of: Rectangle;
}

export interface Arrangement {
	panes: { place: Place; at: Rectangle }[];
	borders: Border[];
}

const WHOLE: Rectangle = { left: 0, top: 0, width: 100, height: 100 };

export function arrange(area: Area): Arrangement {
	const found: Arrangement = { panes: [], borders: [] };
	walk(area, { at: WHOLE, path: [], found });
	return found;
}

/** On a narrow screen, one pane has all of it. */
export const arrangeOne = (area: Area, focus: string): Arrangement => ({
	panes: arrange(area)
		.panes.filter(({ place }) => idOf(place) === focus)
		.map(({ place }) => ({ place, at: WHOLE })),
	borders: []
});

function walk(area: Area, { at, path, found }: { at: Rectangle; path: Path; found: Arrangement }): void {
	if (!isDivision(area)) {
		found.panes.push({ place: area, at });
		return;
	}
	const [one, other] = halves(at, area.direction, area.share);
	found.borders.push({ path, direction: area.direction, share: area.share, of: at });
	walk(area.first, { at: one, path: [...path, 'first'], found });
	walk(area.second, { at: other, path: [...path, 'second'], found });
}

function halves(at: Rectangle, direction: Direction, share: number): [Rectangle, Rectangle] {
	if (direction === 'right') {
		const width = (at.width * share) / 100;
		return [
			{ ...at, width },
			{ ...at, left: at.left + width, width: at.width - width }
		];
	}
	const height = (at.height * share) / 100;
	return [
		{ ...at, height },
		{ ...at, top: at.top + height, height: at.height - height }
	];
}
