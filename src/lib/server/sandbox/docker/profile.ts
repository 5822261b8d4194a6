/**
 * What a host may do, as Docker is told. Every right that is given here stands in SECURITY.md
 * with the reason; what is not given is not there.
 */
import type Dockerode from 'dockerode';
import type { HostSpec } from '../index.ts';
import { seccompProfile } from './seccomp.ts';

/** What daemons that drop their privileges, package tools and an administrator's daily work need. */
const STANDARD = [
	'CHOWN',
	'DAC_OVERRIDE',
	'FOWNER',
	'FSETID',
	'KILL',
	'SETGID',
	'SETUID',
	'SETFCAP',
	'NET_BIND_SERVICE',
	'SYS_CHROOT'
];

/** Marks of the resident and of checks, by which nobody on the host can trace them: see rank.c. No learner has them. */
const RANKS = ['SETPCAP', 'WAKE_ALARM'];

const CAPABILITIES: Record<HostSpec['profile'], string[]> = {
	strict: [],
	standard: [...STANDARD, ...RANKS],
	net: [...STANDARD, ...RANKS, 'NET_ADMIN', 'NET_RAW']
};

export const MiB = 1024 * 1024;

export function hostConfig(host: HostSpec, toolboxVolume: string): Dockerode.HostConfig {
	return {
		CapDrop: ['ALL'],
		CapAdd: CAPABILITIES[host.profile],
		SecurityOpt: [`seccomp=${seccompProfile}`, ...(host.sudo ? [] : ['no-new-privileges'])],
		Memory: host.memoryMiB * MiB,
		MemorySwap: host.memoryMiB * MiB,
		NanoCpus: Math.round(host.cpus * 1e9),
		PidsLimit: host.pids,
		ShmSize: 64 * MiB,
		Ulimits: [
			{ Name: 'nofile', Soft: 1024, Hard: 4096 },
			{ Name: 'core', Soft: 0, Hard: 0 },
			// No single file, not even a deleted one that is still open, outgrows the disk.
			{ Name: 'fsize', Soft: host.diskMiB * MiB, Hard: host.diskMiB * MiB }
		],
		IpcMode: 'private',
		// An unroutable resolver: names of the lab's own hosts resolve, nothing else leaks out.
		Dns: host.networks.length > 0 ? ['0.0.0.0'] : [],
		// Nobody outside will ever answer, so nobody waits long for it.
		DnsOptions: host.networks.length > 0 ? ['timeout:1', 'attempts:1'] : [],
		LogConfig: { Type: 'local', Config: { 'max-size': '1m', 'max-file': '2' } },
		Mounts: [
			{
				Type: 'volume',
				Source: toolboxVolume,
				Target: '/.lab',
				ReadOnly: true,
				VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: { Name: 'local', Options: {} } }
			}
		]
	};
}
