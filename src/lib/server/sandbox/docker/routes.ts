/** Where this machine sends its packets, as the kernel says. Knows nothing of sandboxes. */
import { readFile } from 'node:fs/promises';

export interface Route {
	/** CIDR; 0.0.0.0/0 is everything else. */
	to: string;
	/** The router, or null when its addresses are right here. */
	via: string | null;
}

/** The routes for IPv4; none where the kernel does not say. */
export async function readRoutes(file = '/proc/net/route'): Promise<Route[]> {
	const table = await readFile(file, 'utf8').catch(() => '');
	return table
		.split('\n')
		.slice(1)
		.map((line) => line.split('\t'))
		.flatMap(([, to = '', via = '', , , , , mask = '']) =>
			mask ? { to: `${address(to)}/${bits(mask)}`, via: via === '00000000' ? null : address(via) } : []
		);
}

/** The kernel prints the bytes backwards. */
const address = (hex: string) =>
	(hex.match(/../g) ?? [])
		.reverse()
		.map((byte) => parseInt(byte, 16))
		.join('.');

const bits = (hex: string) => parseInt(hex, 16).toString(2).replaceAll('0', '').length;
