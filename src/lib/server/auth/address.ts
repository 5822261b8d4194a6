import { isIPv6 } from 'node:net';

/**
 * What counts as one place on the network: an IPv4 address, or the /64 that one household or
 * machine has of IPv6, where taking a new address for each try costs nothing.
 */
export function placeOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	const [bare = ''] = address.split('%');
	if (!isIPv6(bare)) return address;

	const [head = '', tail] = bare.split('::');
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const gap = tail === undefined ? 0 : 8 - left.length - right.length;
	const groups = [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right];
	const prefix = groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
	return `${prefix.join(':')}::/64`;
}
