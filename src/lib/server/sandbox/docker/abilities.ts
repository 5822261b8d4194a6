/**
 * What this machine can do to a sandbox, found by trying it in a network of its own: kernels differ,
 * and what cannot be done is better said before a lab than during it.
 */
import type Dockerode from 'dockerode';
import { readdir } from 'node:fs/promises';
import type { Abilities } from '../disturbance.ts';
import { run } from './links.ts';
import { isExact, type Quota } from './quota.ts';

export interface AbilitySite {
	docker: Dockerode;
	address: string;
	quota(): Promise<Quota>;
}

const BELIEVED_MILLISECONDS = 5 * 60_000;

/** What trying can find; where hosts may go is the operator's to say. */
type Found = Omit<Abilities, 'internet'>;

/** The same answer for a while: each look makes a network and takes it away. */
export function abilitiesOf(
	site: AbilitySite,
	runtimes: () => Promise<Abilities['runtimes']>
): () => Promise<Found> {
	let last: { found: Promise<Found>; at: number } | null = null;
	return () => {
		if (!last || Date.now() - last.at > BELIEVED_MILLISECONDS) {
			const found = look(site, runtimes);
			last = { found, at: Date.now() };
			found.catch(() => (last = null));
		}
		return last.found;
	};
}

async function look(site: AbilitySite, runtimes: () => Promise<Abilities['runtimes']>): Promise<Found> {
	const away = await whyAway(site);
	const filter = away ?? (await refusal(FILTER, 'nft', 'nftables', 'bridges cannot be filtered'));
	const delay =
		away ?? (await refusal(NETEM, 'tc', 'iproute2', 'links cannot be delayed: it was built without netem'));
	return {
		runtimes: await runtimes(),
		...{ partition: filter, loss: filter, rate: filter, delay: filter ?? delay },
		clock: 'All sandboxes share the clock of the machine; only a virtual machine would have its own.',
		diskFill: whyNoQuota(await site.quota()),
		copy: null
	};
}

/** Why the machine's ends of the cables are not ours to touch. */
async function whyAway({ docker, address }: AbilitySite): Promise<string | null> {
	if (!address.startsWith('unix://'))
		return 'The engine runs on another machine, so its networks cannot be broken from here.';
	if (process.getuid?.() !== 0) return 'This server does not run as root, so it cannot break networks.';
	const bridges = (await docker.listNetworks())
		.filter(({ Driver }) => Driver === 'bridge')
		.flatMap(
			({ Options }) => (Options as Record<string, string> | null)?.['com.docker.network.bridge.name'] ?? []
		);
	const devices = await readdir('/sys/class/net').catch((): string[] => []);
	if (bridges.length === 0 || bridges.some((name) => devices.includes(name))) return null;
	return 'The bridges of the engine are not in this server’s network (it runs in a container, or the engine without root), so they cannot be broken from here.';
}

const LOOSE = 'ip link add lwa type veth peer name lwb';
const NETEM = `${LOOSE} && tc qdisc add dev lwa root netem delay 1ms`;
const FILTER =
	'nft -f - <<END\ntable bridge t {\nchain c {\ntype filter hook forward priority 0;\niifname "lwa" numgen random mod 10000 < 1 drop\niifname "lwa" limit rate over 1000 bytes/second burst 65536 bytes drop\n}\n}\nEND';

async function refusal(
	trial: string,
	program: string,
	debian: string,
	reason: string
): Promise<string | null> {
	const complaint = await run('unshare', ['--net', 'sh', '-c', trial]).then(
		() => null,
		(error: Error) => error.message
	);
	if (complaint === null) return null;
	if (/not found/.test(complaint))
		return `The program ${program} is missing on this machine (on Debian: apt install ${debian}).`;
	return `The kernel of this machine says that ${reason}.`;
}

const whyNoQuota = (quota: Quota): string | null =>
	quota.kept && isExact(quota.driver)
		? null
		: `The storage driver ${quota.driver} gives hosts no disk of a size of their own, so one cannot be full. A smaller file system inside a host can be filled.`;
