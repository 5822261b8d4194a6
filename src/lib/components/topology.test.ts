import { describe, expect, it } from 'vitest';
import { belowOneAnother, sideBySide, summary, type MapHost, type Picture, withNews } from './topology.ts';

const networks = ['wan', 'lan', 'store', 'admin'].map((name) => ({ name, subnet: null }));
const hosts = (count: number): MapHost[] =>
	Array.from({ length: count }, (_, n) => ({
		name: `host${n}`,
		networks: networks.filter((_, rail) => (n >> rail) % 2 === 0).map(({ name }) => ({ name, ipv4: null }))
	}));

const crosses = ({ cards }: Picture) =>
	cards.flatMap(({ host, cable }) =>
		cards
			.filter((card) => card.host !== host && cable !== null)
			.filter(
				({ x, y, width, height }) =>
					cable!.x2 > x && cable!.x1 < x + width && cable!.y2 > y && cable!.y1 < y + height
			)
			.map((card) => `${host.name} through ${card.host.name}`)
	);

describe.each([
	['side by side', sideBySide],
	['below one another', belowOneAnother]
] as const)('the picture of hosts %s', (_, draw) => {
	it.each([1, 2, 3, 8])('keeps everything of %i hosts inside, and no cable crosses a card', (count) => {
		const picture = draw(hosts(count), networks);
		for (const { x, y, width, height } of picture.cards) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
			expect(x + width).toBeLessThanOrEqual(picture.width);
			expect(y + height).toBeLessThanOrEqual(picture.height);
		}
		expect(crosses(picture)).toEqual([]);
	});

	it('plugs a host in where it is, and nowhere else', () => {
		const picture = draw(hosts(3), networks);
		expect(picture.cards.map(({ plugs }) => plugs.map(({ rail }) => rail))).toEqual([
			[0, 1, 2, 3],
			[1, 2, 3],
			[0, 2, 3]
		]);
		for (const { plugs } of picture.cards)
			for (const { rail, x, y } of plugs) {
				const { x1, x2, y1, y2 } = picture.rails[rail]!;
				expect(x >= x1 && x <= x2 && y >= y1 && y <= y2).toBe(true);
			}
	});

	it('draws a host without a network alone', () => {
		const picture = draw([{ name: 'box', networks: [] }], []);
		expect(picture.rails).toEqual([]);
		expect(picture.cards[0]).toMatchObject({ cable: null, plugs: [] });
	});
});

it('the summary names who is not up', () => {
	const three = hosts(3);
	expect(summary(three, null)).toBe('3 machines');
	expect(summary(three, { host0: 'up', host1: 'up', host2: 'up' })).toBe('3 machines, all up');
	expect(summary(three, { host0: 'up', host1: 'paused' })).toBe('3 machines: host1 paused, host2 down');
});

it('shows as struck what learners were told was struck, for as long as they are to mend it', () => {
	const states = { web: 'up', db: 'up', cache: 'down' } as const;
	const news = (state: string) => [{ state, incident: 'Something befell web, and the cache is gone.' }];
	expect(withNews(states, news('open'))).toEqual({ web: 'struck', db: 'up', cache: 'down' });
	expect(withNews(states, news('done'))).toEqual(states);
});

it('never shows which host was struck when the words do not say it', () => {
	const states = { web: 'up', db: 'up' } as const;
	expect(withNews(states, [{ state: 'open', incident: 'The website is down.' }])).toEqual(states);
	expect(withNews(states, [{ state: 'open', incident: null }])).toEqual(states);
});
