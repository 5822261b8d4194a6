/** Whether an address is outside: not this machine, not its neighbours on the wire, not a sandbox. */
import { BlockList, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { BRIDGE_PREFIX } from '../docker/networks.ts';

/** This machine by any name, its link (where clouds answer for themselves), and addresses of many. */
const NEVER = new BlockList();
NEVER.addSubnet('0.0.0.0', 8, 'ipv4');
NEVER.addSubnet('127.0.0.0', 8, 'ipv4');
NEVER.addSubnet('169.254.0.0', 16, 'ipv4');
NEVER.addSubnet('224.0.0.0', 3, 'ipv4');
NEVER.addSubnet('::', 127, 'ipv6');
NEVER.addSubnet('fe80::', 10, 'ipv6');
NEVER.addSubnet('ff00::', 8, 'ipv6');
NEVER.addAddress('fd00:ec2::254', 'ipv6'); // a cloud's own, for whoever asks

/** Asked each time: networks of sandboxes come and go. */
export function isOutside(address: string): boolean {
	const here = new BlockList();
	for (const [name, own = []] of Object.entries(networkInterfaces()))
		for (const { address: mine, cidr, family } of own) {
			const kind = family === 'IPv6' ? 'ipv6' : 'ipv4';
			here.addAddress(mine, kind);
			if (name.startsWith(BRIDGE_PREFIX) && cidr) here.addSubnet(mine, Number(cidr.split('/')[1]), kind);
		}
	const kind = isIPv6(address) ? 'ipv6' : 'ipv4';
	return !NEVER.check(address, kind) && !here.check(address, kind);
}
