/**
 * Gives a started host the addresses its author asked for: by a container of ours that joins the
 * host's network for a moment, so that the host itself needs no right to change it.
 */
import type Dockerode from 'dockerode';
import { DockerOutput } from './frames.ts';
import { ignoreGone } from './objects.ts';
import { hostConfig } from './profile.ts';

export interface GivenAddress {
	/** Docker's name of the network. */
	network: string;
	/** 10.77.0.10/24 */
	cidr: string;
}

/** The author's address comes first; Docker's own stays for its resolver. The way out goes with the old one. */
const GIVE = `
export PATH=/.lab/bin
while [ $# -gt 0 ]; do
	device=
	for path in /sys/class/net/*; do [ "$(cat "$path/address")" = "$1" ] && device=\${path##*/}; done
	[ "$device" ] || { echo "no interface has the address $1"; exit 1; }
	own=$(ip -o -4 addr show dev "$device" | while read -r _ _ _ cidr _; do echo "$cidr"; done)
	ip addr flush dev "$device" && ip addr add "$2" dev "$device" && ip addr add "$own" dev "$device" || exit 1
	shift 2
done`;

const ROBOT = {
	...{ name: 'addresses', image: '', user: '0', profile: 'net' as const, sudo: false, networks: [] },
	...{ memoryMiB: 32, cpus: 0.5, pids: 32, diskMiB: 16, env: {}, files: [] }
};

/** @throws a sentence when that fails. */
export async function giveAddresses(
	docker: Dockerode,
	to: { id: string; labels: Record<string, string> },
	tools: { image: string; volume: string },
	addresses: GivenAddress[]
): Promise<void> {
	if (addresses.length === 0) return;
	const { NetworkSettings } = await docker.getContainer(to.id).inspect();
	const robot = await docker.createContainer({
		Image: tools.image,
		Labels: to.labels,
		Entrypoint: ['/.lab/bin/sh', '-c', GIVE, 'give'],
		Cmd: addresses.flatMap(({ network, cidr }) => [
			NetworkSettings.Networks[network]?.MacAddress ?? '',
			cidr
		]),
		HostConfig: { ...hostConfig(ROBOT, tools.volume), NetworkMode: `container:${to.id}` }
	});
	try {
		await robot.start();
		const { StatusCode } = (await robot.wait()) as { StatusCode: number };
		if (StatusCode === 0) return;
		const log = await robot.logs({ stdout: true, stderr: true });
		const said = Buffer.concat(new DockerOutput([1, 2]).push(log))
			.toString()
			.trim();
		throw new Error(
			`A host could not have the address ${addresses.map(({ cidr }) => cidr).join(', ')}: ${said}`
		);
	} finally {
		await robot.remove({ force: true }).catch(ignoreGone);
	}
}
