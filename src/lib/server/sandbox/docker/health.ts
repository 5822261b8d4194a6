/**
 * How the Docker engine and this machine are, in findings an operator can act upon. Everything is
 * asked anew each time but the canary, whose last word counts.
 */
import { statfs } from 'node:fs/promises';
import { t, told } from '#lib/words/index.ts';
import type Dockerode from 'dockerode';
import type { Finding, Health, RunningSandbox } from '../health.ts';
import { CANARY } from './canary.ts';
import { whyUnfit, type Bounding, type Nature } from './fitness.ts';
import { builtImages } from './image-ages.ts';
import type { Incidents } from './incidents.ts';
import type { Isolation, Look } from './isolation.ts';
import { LABELS } from './objects.ts';
import { isExact, type Quota } from './quota.ts';
import { sharedLimits } from './shared-limits.ts';

export interface Patient {
	docker: Dockerode;
	address: string;
	instance: string;
	isolation: Isolation;
	incidents: Incidents;
	quota(): Promise<Quota>;
}

/** What docker info says, as far as we read it. */
export interface Info extends Bounding {
	ServerVersion: string;
	Driver: string;
	KernelVersion: string;
	OperatingSystem: string;
	CgroupVersion?: string;
	DockerRootDir: string;
	NCPU: number;
	MemTotal: number;
	SwapLimit: boolean;
	SecurityOptions?: string[];
}

export async function examine({
	docker,
	address,
	instance,
	isolation,
	incidents,
	quota
}: Patient): Promise<Health> {
	const info = await docker.info().then(
		(info) => info as Info,
		(error: Error) => error
	);
	const latest = [...incidents.latest];
	if (info instanceof Error) {
		const down = t('Docker does not answer at {address}: {why}', { address, why: info.message });
		return { down, facts: [], findings: [], sandboxes: [], images: [], incidents: latest };
	}
	const local = address.startsWith('unix://');
	const look = isolation.last ?? (await Promise.race([isolation.look(), later()]));
	return {
		down: null,
		facts: factsOf(info, address),
		findings: [
			...engineFinding({ info, version: await docker.version() }),
			...(look ? [networkFinding(look), boundsFinding(look)] : [underWay()]),
			...engineFindings(info),
			diskFinding(await quota()),
			...(local ? await machineFindings(info.DockerRootDir) : [])
		],
		sandboxes: await sandboxesOf(docker, instance),
		images: await builtImages(docker),
		incidents: latest
	};
}

const factsOf = (info: Info, address: string) => [
	{ name: t('Engine'), value: t('Docker {version} at {address}', { version: info.ServerVersion, address }) },
	{ name: t('Storage driver'), value: info.Driver },
	{ name: t('System'), value: `${info.OperatingSystem}, Linux ${info.KernelVersion}` },
	{ name: t('Control groups'), value: t('version {version}', { version: info.CgroupVersion ?? '1' }) },
	{
		name: t('Machine'),
		value: t('{n} processor, {memory} GiB of memory|{n} processors, {memory} GiB of memory', {
			n: info.NCPU,
			memory: Math.round(info.MemTotal / 1024 ** 3)
		})
	}
];

/** Where the canary's image must be built first, a page does not wait for it. */
const LOOK_MILLISECONDS = 8000;
const later = () => new Promise<null>((resolve) => setTimeout(resolve, LOOK_MILLISECONDS, null).unref());
const underWay = (): Finding => ({
	name: t('Networks of sandboxes'),
	state: 'warn',
	text: t('They are being tried for the first time. Look again in a minute.')
});

/** What the canary met, way by way. */
export function networkFinding({ canary, firewall, reason, at }: Look): Finding {
	const name = t('Networks of sandboxes');
	const when = t('Tried at {time} UTC.', { time: at.toISOString().slice(0, 19).replace('T', ' ') });
	if (reason) {
		const remedy = t('Labs with networks are refused until it is closed; SECURITY.md has the rules to set.');
		return { name, state: 'bad', text: `${reasonOf({ canary, firewall, reason })} ${remedy} ${when}` };
	}
	const ways = (canary?.probes ?? []).map(({ what }) => told(what)).join('; ');
	const rules = firewall
		? t('{why} Something else closes them, and that is enough.', { why: told(firewall) })
		: t('The firewall’s rules are in place.');
	return {
		name,
		state: 'good',
		text: t('Nothing answers from: {ways}. {rules} {when}', { ways, rules, when })
	};
}

/** In the language of who reads: it was found out when nobody did. */
function reasonOf({ canary, firewall, reason }: Pick<Look, 'canary' | 'firewall' | 'reason'>): string {
	if (!canary) return told(reason ?? '');
	const open = canary.probes.filter((probe) => probe.open).map(({ what }) => told(what));
	const last = open.pop() ?? '';
	const ways = open.length === 0 ? last : t('{first} and {last}', { first: open.join('; '), last });
	const reached = t('A sandbox on a network can reach {ways}.', { ways });
	return firewall ? `${reached} ${told(firewall)}` : reached;
}

function boundsFinding({ canary }: Look): Finding {
	const name = t('Bounds of sandboxes');
	if (canary?.memoryMiB === CANARY.memoryMiB && canary.pids === CANARY.pids)
		return {
			name,
			state: 'good',
			text: t('Memory and processes of a sandbox are bounded as asked, seen from inside.')
		};
	return {
		name,
		state: canary ? 'bad' : 'warn',
		text: canary
			? t('A sandbox does not see the bounds it was given. Switch the memory and pids control groups on.')
			: t('They have not been looked at from inside, because the canary could not be sent.')
	};
}

/** Who stops a host that writes more than its disk. */
export function diskFinding(quota: Quota): Finding {
	const name = t('Disks of sandboxes');
	const { driver } = quota;
	if (quota.kept && isExact(driver))
		return {
			name,
			state: 'good',
			text: t('The storage driver {driver} lets no host write more than its disk: it was tried.', { driver })
		};
	const remedy = t('To have them bounded to the byte, put Docker’s folder on XFS, mounted with pquota.');
	const text = quota.kept
		? t(
				'The storage driver {driver} holds back who writes far too much at once, as was tried; a host that writes more than its disk is found within seconds and stopped.',
				{ driver }
			)
		: t(
				'The storage driver {driver} bounds no disk ({reason}); a host that writes more than its disk is found within seconds and stopped.',
				{ driver, reason: quota.reason }
			);
	return { name, state: quota.kept ? 'good' : 'warn', text: `${text} ${remedy}` };
}

/** That labs cannot run on this engine at all; nothing when they can. */
export function engineFinding(nature: Nature): Finding[] {
	const reason = whyUnfit(nature);
	return reason ? [{ name: t('Engine'), state: 'bad', text: told(reason) }] : [];
}

/** What the daemon offers and was not told to use. */
export function engineFindings({ SecurityOptions = [], SwapLimit }: Info): Finding[] {
	const has = (option: string) => SecurityOptions.some((one) => one.includes(`name=${option}`));
	const remapped = has('userns') || has('rootless');
	return [
		{
			name: t('User namespaces'),
			state: remapped ? 'good' : 'warn',
			text: remapped
				? t('Root in a sandbox is an ordinary user of this machine.')
				: t(
						'Off: root in a sandbox is root of this machine, held back by capabilities and seccomp alone. Set "userns-remap" in /etc/docker/daemon.json, or run Docker rootless.'
					)
		},
		{
			name: t('System call filter'),
			state: has('seccomp') ? 'good' : 'bad',
			text: has('seccomp')
				? t('Sandboxes may make only the system calls on Labwright’s own list.')
				: t('The kernel or the engine has no seccomp, so every system call is open to learners.')
		},
		...(SwapLimit
			? []
			: [
					{
						name: t('Swap'),
						state: 'warn' as const,
						text: t(
							'The kernel does not bound swap, so a sandbox may push others’ memory out to it. Start the kernel with swapaccount=1, or without swap.'
						)
					}
				])
	];
}

const DISK_GIB = 10;

/** Bounds that all sandboxes of a machine share. */
async function machineFindings(root: string): Promise<Finding[]> {
	const disk = await statfs(root).catch(() => null);
	const free = disk && Math.floor((disk.bavail * disk.bsize) / 1024 ** 3);
	const limits = await sharedLimits();
	if (free === null) return limits;
	const state = free >= DISK_GIB ? 'good' : 'bad';

	return [
		...limits,
		{
			name: t('Disk'),
			state,
			text: t(
				free >= DISK_GIB
					? '{free} GiB are free at {root}.'
					: '{free} GiB are free at {root}. Make room before it is full.',
				{ free, root }
			)
		}
	];
}

async function sandboxesOf(docker: Dockerode, instance: string): Promise<RunningSandbox[]> {
	const containers = await docker.listContainers({
		filters: { label: [`${LABELS.instance}=${instance}`, LABELS.sandbox] }
	});
	const names = [...new Set(containers.map(({ Labels }) => Labels[LABELS.sandbox] ?? ''))].sort();
	return names.map((name) => {
		const mine = containers.filter(({ Labels }) => Labels[LABELS.sandbox] === name);
		return {
			name,
			hosts: mine.map(({ Labels }) => Labels[LABELS.host] ?? '').sort(),
			labels: mine[0]?.Labels ?? {},
			since: new Date(Math.min(...mine.map(({ Created }) => Created)) * 1000)
		};
	});
}
