/** What was asked of the world, done to containers and bridges. Refuses what this machine cannot do. */
import type { Abilities, Disturbance } from '../disturbance.ts';
import { SandboxRefused } from '../refused.ts';
import { after, requireSense } from '../weather.ts';
import { LABELS, objectName } from './objects.ts';
import { add, ignoreAlready, switchOff, switchOn, weatherHolds, without } from './power.ts';
import { mayJoin } from './runtimes.ts';
import type { DockerSandbox } from './sandbox.ts';

export async function disturb(sandbox: DockerSandbox, what: Disturbance): Promise<void> {
	await sandbox.book.read();
	requireSense(what, await placesOf(sandbox));
	const abilities = await sandbox.site.abilities();
	if (what.verb === 'clock') throw new SandboxRefused(abilities.clock);
	const reason = refusal(what, abilities);
	if (reason) throw new SandboxRefused(reason);
	if ('network' in what) await requireJoinable(sandbox, 'hosts' in what ? what.hosts : [what.host]);
	if (sandbox.book.now.frozen) await sandbox.thaw();
	if ('network' in what) {
		await sandbox.book.write({ weather: after(sandbox.book.now.weather, what) });
		return weatherHolds(sandbox, [what.network]);
	}
	return disturbHost(sandbox, what);
}

/** Why this machine cannot do that, or null. A disk that is no disk of its own says so when it is filled. */
export async function whyNot({ site }: DockerSandbox, what: Disturbance): Promise<string | null> {
	const abilities = await site.abilities();
	if (what.verb === 'clock') return abilities.clock;
	return what.verb === 'disk-fill' ? abilities.diskFill : refusal(what, abilities);
}

function refusal(what: Disturbance, abilities: Abilities): string | null {
	if (what.verb === 'partition' || what.verb === 'rejoin' || what.verb === 'mend') return abilities.partition;
	if (what.verb !== 'impair') return null;
	return (
		(what.lossShare === undefined ? null : abilities.loss) ??
		(what.kilobitsPerSecond === undefined ? null : abilities.rate) ??
		(what.delayMilliseconds === undefined ? null : abilities.delay)
	);
}

type ToHost = Exclude<Disturbance, { network: string } | { verb: 'clock' }>;

async function disturbHost(sandbox: DockerSandbox, what: ToHost) {
	const { host } = what;
	switch (what.verb) {
		case 'kill':
		case 'stop':
			return switchOff(sandbox, host, what.verb);
		case 'start':
			return switchOn(sandbox, host);
		case 'restart':
			sandbox.hangUp(host, `${host} was restarted.`);
			await switchOff(sandbox, host, 'stop');
			return switchOn(sandbox, host);
		case 'pause':
			return standStill(sandbox, host);
		case 'resume':
			await sandbox.container(host).unpause().catch(ignoreAlready);
			await sandbox.book.write({ paused: without(sandbox.book.now.paused, host) });
			return sandbox.tellEnd(host);
		default:
			return fillDisk(sandbox, what);
	}
}

async function standStill(sandbox: DockerSandbox, host: string) {
	if (sandbox.book.now.off.includes(host))
		throw new SandboxRefused(`${host} is switched off, so it cannot stand still.`);
	await sandbox.book.write({ paused: add(sandbox.book.now.paused, host) });
	await sandbox.container(host).pause().catch(ignoreAlready);
}

/** Where a link of a host ends is found by joining its network, which is not done to a kernel of its own. */
async function requireJoinable(sandbox: DockerSandbox, hosts: string[]): Promise<void> {
	for (const host of hosts) {
		const { Config } = await sandbox.container(host).inspect();
		if (!mayJoin(Config.Labels[LABELS.isolation]))
			throw new SandboxRefused(
				`${host} has a kernel of its own, so its links cannot be broken from outside.`
			);
	}
}

/** Which of the author's networks each host is on. */
async function placesOf({ site, name, hosts, container }: DockerSandbox): Promise<Map<string, string[]>> {
	const prefix = objectName(site.instance, name, '');
	const places = new Map<string, string[]>();
	for (const host of hosts) {
		const { NetworkSettings } = await container(host).inspect();
		const docked = Object.keys(NetworkSettings.Networks).filter((one) => one.startsWith(prefix));
		places.set(
			host,
			docked.map((one) => one.slice(prefix.length))
		);
	}
	return places;
}

const FULL = '.labwright-full';

/** $1 folder, $2 MiB to leave, $3 the most a disk may have to be the host's own, $4 MiB of the longest file */
const FILL = `export PATH=/.lab/bin
[ -d "$1" ] || { echo "there is no folder $1"; exit 1; }
rm -rf "$1/${FULL}"
set -- "$@" $(df -Pm "$1" | tail -n1)
[ "$6" -le "$3" ] || { echo "the disk at $1 has $6 MiB, so it is the machine’s and not the host’s own"; exit 1; }
left=$(($8 - $2)); at=0
mkdir "$1/${FULL}" || exit 1
while [ $left -gt 0 ]; do
	size=$((left < $4 ? left : $4)); at=$((at + 1)); left=$((left - size))
	head -c "\${size}m" /dev/zero > "$1/${FULL}/$at" || break
done
true`;

async function fillDisk(sandbox: DockerSandbox, what: Extract<Disturbance, { path: string }>) {
	const { host, path } = what;
	if (what.verb === 'disk-free') {
		await sandbox.exec(host, { command: ['/.lab/bin/rm', '-rf', `${path}/${FULL}`] });
		return;
	}
	const { Config } = await sandbox.container(host).inspect();
	const diskMiB = Number(Config.Labels[LABELS.disk]);
	const args = [path, `${what.leaveMiB}`, `${diskMiB * 2}`, `${diskMiB}`];
	const { code, stdout, stderr } = await sandbox.exec(host, {
		command: ['/.lab/bin/sh'],
		script: FILL,
		args,
		timeoutSeconds: 120
	});
	if (code !== 0)
		throw new SandboxRefused(
			`The disk of ${host} cannot be filled: ${(stdout + stderr).trim().slice(0, 300)}.`
		);
}
