/**
 * Subnets: small ones of our own for every network of every sandbox, so that hundreds fit.
 * Arithmetic only; knows nothing of Docker.
 */

/** Where they are cut from. */
const POOL = '10.100.0.0/16';
const SMALLEST_PREFIX = 28;
/** The network's own address, its broadcast and the bridge's. */
const RESERVED = 3;

interface Range {
	first: number;
	last: number;
}

/**
 * A subnet for so many hosts that overlaps none of those taken.
 * @param taken in CIDR notation; anything else in the list is ignored
 * @param begin where to begin looking, from 0 to 1; elsewhere for everybody, so that two who look at once rarely meet
 * @throws a sentence when there is none.
 */
export function freeSubnet(hosts: number, taken: string[], begin = Math.random()): string {
	const prefix = Math.min(SMALLEST_PREFIX, 32 - Math.ceil(Math.log2(hosts + RESERVED)));
	const size = 2 ** (32 - prefix);
	const pool = range(POOL)!;
	const count = (pool.last - pool.first + 1) / size;
	const used = taken.map(range).filter((one) => one !== null);
	for (let step = 0; step < count; step++) {
		const first = pool.first + ((Math.floor(begin * count) + step) % count) * size;
		const free = !used.some((one) => one.first < first + size && first <= one.last);
		if (free) return `${address(first)}/${prefix}`;
	}
	throw new Error(`Every subnet of ${POOL} is in use: too many sandboxes run at the same time.`);
}

/**
 * Addresses in an author's subnet, by host: the ones asked for, and free ones for who asked for none.
 * @throws a sentence when they do not fit.
 */
export function addressesIn(
	subnet: string,
	hosts: { name: string; ipv4: string | null }[]
): Map<string, string> {
	const whole = range(subnet);
	if (!whole) throw new Error(`${subnet} is not a subnet such as 10.77.0.0/24.`);
	const used = new Set<number>();
	for (const { name, ipv4 } of hosts.filter(({ ipv4 }) => ipv4 !== null)) {
		const wanted = number(ipv4 ?? '');
		if (wanted === null || wanted <= whole.first || wanted >= whole.last)
			throw new Error(`${name} cannot have the address ${ipv4}: it does not lie in ${subnet}.`);
		if (used.has(wanted)) throw new Error(`Two hosts ask for the address ${ipv4}.`);
		used.add(wanted);
	}
	// The first address is left to what people expect there: a router.
	let next = whole.first + 2;
	return new Map(
		hosts.map(({ name, ipv4 }) => {
			if (ipv4) return [name, ipv4];
			while (used.has(next)) next++;
			if (next >= whole.last) throw new Error(`${subnet} is too small for its hosts.`);
			used.add(next);
			return [name, address(next)];
		})
	);
}

export const prefixOf = (subnet: string) => Number(subnet.split('/')[1]);

function range(cidr: string): Range | null {
	const [text = '', prefix = ''] = cidr.split('/');
	const start = number(text);
	if (start === null || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return null;
	const size = 2 ** (32 - Number(prefix));
	const first = Math.floor(start / size) * size;
	return { first, last: first + size - 1 };
}

function number(ipv4: string): number | null {
	const parts = ipv4.split('.').map(Number);
	if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
		return null;
	return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const address = (value: number) =>
	[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
