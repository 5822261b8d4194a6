/**
 * Networks that break, broken from the machine's side of the cable: where a host's link meets the
 * bridge its own root reaches nothing, so no learner mends it by hand. Rules are written anew from
 * the book whenever something changes; they are one table for each bridge, named like it.
 */
import { execFile } from 'node:child_process';
import type { Impairment } from '../disturbance.ts';
import type { Weather } from '../weather.ts';

/** A bridge and the links on it, by host. */
export interface Bridge {
	/** As the author calls the network. */
	network: string;
	/** As the kernel does: lw… */
	device: string;
	/** Process number of each running host's first process. */
	hosts: ReadonlyMap<string, number>;
}

const BURST_BYTES = 64 * 1024;

/** The rules of one bridge, as nft reads them; atomically in place of those before. */
export function rulesOf(
	{ network, device }: Pick<Bridge, 'network' | 'device'>,
	ports: ReadonlyMap<string, string>,
	weather: Weather
): string {
	const forget = `table bridge ${device} {}\ndelete table bridge ${device}\n`;
	const islands = weather.islands
		.filter((island) => island.network === network)
		.map(({ hosts }) => hosts.flatMap((host) => ports.get(host) ?? []))
		.filter((devices) => devices.length > 0)
		.map((devices) => `{ ${devices.map((name) => `"${name}"`).join(', ')} }`)
		.flatMap((set) => [`iifname ${set} oifname != ${set} drop`, `iifname != ${set} oifname ${set} drop`]);
	const links = weather.links
		.filter((link) => link.network === network && ports.has(link.host))
		.flatMap((link) => linkRules(ports.get(link.host) ?? '', link));
	if (islands.length + links.length === 0) return forget;
	const rules = [...islands, ...links].map((rule) => `\t\t${rule}\n`).join('');
	return `${forget}table bridge ${device} {\n\tchain forward {\n\t\ttype filter hook forward priority 0; policy accept;\n${rules}\t}\n}\n`;
}

function linkRules(port: string, { lossShare, kilobitsPerSecond }: Partial<Impairment>): string[] {
	const rules: string[] = [];
	for (const way of ['iifname', 'oifname']) {
		if (lossShare === 1) rules.push(`${way} "${port}" drop`);
		else if (lossShare !== undefined)
			rules.push(`${way} "${port}" numgen random mod 10000 < ${Math.round(lossShare * 10_000)} drop`);
		if (kilobitsPerSecond !== undefined)
			rules.push(
				`${way} "${port}" limit rate over ${Math.ceil(kilobitsPerSecond * 125)} bytes/second burst ${BURST_BYTES} bytes drop`
			);
	}
	return rules;
}

/** Make a bridge as the book says. @throws when the machine does not do it. */
export async function breakLinks(bridge: Bridge, weather: Weather): Promise<void> {
	const ports = await portsOf(bridge);
	await run('nft', ['-f', '-'], rulesOf(bridge, ports, weather));
	for (const [host, port] of ports) {
		const link = weather.links.find((one) => one.host === host && one.network === bridge.network);
		if (link?.delayMilliseconds === undefined)
			await run('tc', ['qdisc', 'del', 'dev', port, 'root']).catch(() => {});
		else
			await run('tc', [
				'qdisc',
				'replace',
				'dev',
				port,
				'root',
				'netem',
				'delay',
				`${link.delayMilliseconds}ms`
			]);
	}
}

/** Rules of bridges that are gone. Never throws: where there is no nft, there are no rules. */
export async function forgetBridges(devices: string[]): Promise<void> {
	for (const device of devices) await run('nft', ['delete', 'table', 'bridge', device]).catch(() => {});
}

interface Link {
	ifindex: number;
	ifname: string;
	/** The other end's number, in its own network. */
	link_index?: number;
}

/**
 * The machine's end of each host's cable. What a host says of its own links is its root's word;
 * only ends that really hang on this bridge count.
 */
async function portsOf({ device, hosts }: Bridge): Promise<Map<string, string>> {
	const ends = links(await run('ip', ['-j', 'link', 'show', 'master', device]));
	const ports = new Map<string, string>();
	for (const [host, pid] of hosts) {
		const inside = links(await run('nsenter', [`--net=/proc/${pid}/ns/net`, 'ip', '-j', 'link']));
		const others = new Set(inside.map(({ link_index }) => link_index));
		const end = ends.find(({ ifindex }) => others.has(ifindex));
		if (end) ports.set(host, end.ifname);
	}
	return ports;
}

const links = (json: string) => JSON.parse(json || '[]') as Link[];

const PATIENCE_MILLISECONDS = 10_000;

/** A program of this machine to its end. @throws with what it complained of. */
export function run(program: string, args: string[], input = ''): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = execFile(program, args, { timeout: PATIENCE_MILLISECONDS }, (error, stdout, stderr) =>
			error ? reject(new Error(stderr.trim() || error.message)) : resolve(stdout)
		);
		child.stdin?.on('error', () => {});
		child.stdin?.end(input);
	});
}
