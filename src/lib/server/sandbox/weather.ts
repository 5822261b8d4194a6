/** What disturbances leave behind on networks: islands and bad links. Only keeps the book; breaks nothing itself. */
import type { Condition, Disturbance, Impairment } from './disturbance.ts';

export type Weather = Pick<Condition, 'islands' | 'links'>;

export const FAIR: Weather = { islands: [], links: [] };

/** Which networks each host is on. */
export type Places = ReadonlyMap<string, readonly string[]>;

/** @throws a sentence when a disturbance names what is not there, or means nothing. */
export function requireSense(what: Disturbance, places: Places): void {
	const hosts = 'hosts' in what ? what.hosts : [what.host];
	if (hosts.length === 0) throw new Error(`To ${what.verb}, at least one host must be named.`);
	for (const host of hosts) {
		const networks = places.get(host);
		if (!networks) throw new Error(`There is no host ${host} in this sandbox.`);
		if ('network' in what && !networks.includes(what.network))
			throw new Error(`The host ${host} is not on the network ${what.network}.`);
	}
	if (what.verb === 'impair') requireBounds(what);
}

const MOST: Impairment = { delayMilliseconds: 10_000, lossShare: 1, kilobitsPerSecond: 10_000_000 };
const LEAST: Impairment = { delayMilliseconds: 1, lossShare: 0.0001, kilobitsPerSecond: 8 };

function requireBounds(link: Partial<Impairment>): void {
	for (const name of Object.keys(MOST) as (keyof Impairment)[]) {
		const value = link[name];
		if (value !== undefined && !(value >= LEAST[name] && value <= MOST[name]))
			throw new Error(`${name} must lie between ${LEAST[name]} and ${MOST[name]}; ${value} does not.`);
	}
}

/** The weather after a disturbance; the same when it has nothing to do with networks. */
export function after(weather: Weather, what: Disturbance): Weather {
	if (what.verb === 'partition' || what.verb === 'rejoin') {
		const { network, hosts } = what;
		const islands = weather.islands
			.map((island) =>
				island.network === network
					? { network, hosts: island.hosts.filter((host) => !hosts.includes(host)) }
					: island
			)
			.filter((island) => island.hosts.length > 0);
		return { ...weather, islands: what.verb === 'rejoin' ? islands : [...islands, { network, hosts }] };
	}
	if (what.verb === 'impair' || what.verb === 'mend') {
		const { verb, host, network, ...link } = what;
		const links = weather.links.filter((one) => one.host !== host || one.network !== network);
		return { ...weather, links: verb === 'mend' ? links : [...links, { host, network, ...link }] };
	}
	return weather;
}
