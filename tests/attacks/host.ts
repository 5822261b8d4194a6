/** Attacks 1 to 14: out of the sandbox, into the machine. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLab } from '../../src/lib/server/labs/index.ts';
import { blockedUnless, lines, type Attack } from './attack.ts';

/** Runs each command; prints the names of those that went through. */
const attempts = (commands: Record<string, string>) =>
	Object.entries(commands)
		.map(([name, command]) => `( ${command} ) >/dev/null 2>&1 && echo '${name}'`)
		.concat('true')
		.join('\n');

/** Makes each system call of x86-64 as root; prints the names of those the kernel did not refuse. */
const calls = (wanted: Record<string, string>) => `import ctypes
libc = ctypes.CDLL(None, use_errno=True)
room = ctypes.create_string_buffer(4096)
for name, args in {${Object.entries(wanted)
	.map(([name, args]) => `'${name}': (${args})`)
	.join(', ')}}.items():
    ctypes.set_errno(0)
    if libc.syscall(*args) >= 0 or ctypes.get_errno() not in (1, 13, 38, 97): print(name)`;

const notX64 = () => (process.arch === 'x64' ? null : 'the numbers of its system calls are those of x86-64');

const tried = (number: number, name: string, commands: Record<string, string>): Attack => ({
	...{ number, name, expected: { runc: 'blocked' } },
	run: async ({ root }) => blockedUnless(lines((await root(attempts(commands))).stdout))
});

const called = (number: number, name: string, wanted: Record<string, string>): Attack => ({
	...{ number, name, expected: { runc: 'blocked' }, unless: notX64 },
	async run({ python }) {
		const { code, stdout, stderr } = await python(calls(wanted));
		return code === 0 ? blockedUnless(lines(stdout)) : { outcome: 'open', seen: stderr.slice(-200) };
	}
});

/** What a lab may not ask for: everything its format has no word for. */
const DEMANDS = [
	'privileged: true',
	'devices: [/dev/sda]',
	'volumes: ["/:/host"]',
	'network_mode: host',
	'pid: host',
	'userns: host',
	'cap_add: [SYS_ADMIN]',
	'profile: root',
	'ports: ["80:80"]',
	'runtime: runc'
];

async function acceptedDemands(): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'labwright-attack-'));
	try {
		const accepted: string[] = [];
		for (const [at, demand] of DEMANDS.entries()) {
			const lab = join(folder, 'course', 'module', `lab${at}`);
			await mkdir(lab, { recursive: true });
			await writeFile(
				join(lab, 'lab.yaml'),
				`apiVersion: lab/v1\nid: lab${at}\nhosts:\n  box:\n    image: linux\n    ${demand}\n`
			);
			const key = demand.split(':')[0] ?? '';
			const { lab: read, problems } = await loadLab(lab);
			if (read || !problems.some((problem) => JSON.stringify(problem).includes(key))) accepted.push(demand);
		}
		return accepted;
	} finally {
		await rm(folder, { recursive: true });
	}
}

export const hostAttacks: Attack[] = [
	tried(1, 'Talk to the engine through its socket', {
		'docker.sock': 'test -S /var/run/docker.sock -o -S /run/docker.sock',
		'containerd.sock': 'test -S /run/containerd/containerd.sock',
		'any other of its sockets': 'find / -xdev -type s -name "*docker*" | grep -q .'
	}),
	called(2, 'Reach into the kernel', {
		open_by_handle_at: '304, -100, room, 0',
		bpf: '321, 0, room, 120',
		perf_event_open: '298, room, 0, -1, -1, 0',
		init_module: '175, room, 1, room',
		kexec_load: '246, 0, 0, 0, 0',
		userfaultfd: '323, 0',
		add_key: '248, room, room, room, 1, -1',
		keyctl: '250, 0, -3, 0',
		clock_settime: '227, 0, room',
		swapon: '167, room, 0',
		iopl: '172, 3',
		reboot: '169, 0, 0, 0, 0'
	}),
	called(3, 'Set up io_uring', { io_uring_setup: '425, 1, room', io_uring_register: '427, 0, 0, room, 1' }),
	called(4, 'Open a socket to the hypervisor or into the kernel’s cryptography', {
		AF_VSOCK: '41, 40, 1, 0',
		AF_ALG: '41, 38, 5, 0'
	}),
	called(5, 'Make new namespaces', {
		'unshare user': '272, 0x10000000',
		'unshare mount': '272, 0x20000',
		'unshare network': '272, 0x40000000',
		'clone user': '56, 0x10000011, 0, 0, 0, 0',
		setns: '308, 0, 0'
	}),
	tried(6, 'Mount something', {
		proc: 'mount -t proc none /mnt',
		tmpfs: 'mount -t tmpfs none /mnt',
		cgroup: 'mount -t cgroup -o memory none /mnt || mount -t cgroup2 none /mnt',
		bind: 'mount --bind /etc /mnt',
		'move root': 'pivot_root / /mnt'
	}),
	tried(7, 'Make a device and read it', {
		disk: 'mknod /tmp/disk b 8 0',
		memory: 'mknod /tmp/mem c 1 1',
		'kernel messages': 'mknod /tmp/kmsg c 1 11',
		'one that is there': 'head -c1 /dev/mem || head -c1 /dev/vda || head -c1 /dev/sda'
	}),
	tried(8, 'Write to what all sandboxes share in /proc and /sys', {
		core_pattern: 'echo "|/tmp/x" > /proc/sys/kernel/core_pattern',
		'sysrq-trigger': 'echo h > /proc/sysrq-trigger',
		'a sysctl': 'echo 1 > /proc/sys/kernel/panic',
		'its own bounds':
			'echo max > /sys/fs/cgroup/pids/pids.max || { stat -fc %T /sys/fs/cgroup | grep -q cgroup2 && echo max > /sys/fs/cgroup/pids.max; }',
		release_agent: 'echo /tmp/x > /sys/fs/cgroup/memory/release_agent',
		uevent_helper: 'echo /tmp/x > /sys/kernel/uevent_helper',
		'kernel memory': 'head -c1 /proc/kcore | grep -q .',
		'kernel messages': 'dmesg'
	}),
	{
		...{ number: 9, name: 'Be root of the machine, too', expected: { runc: 'blocked' } },
		unless: ({ userNamespaces }) => (userNamespaces ? null : 'the engine remaps no users'),
		async run({ root }) {
			const map = (await root('cat /proc/self/uid_map')).stdout.trim().split(/\s+/);
			return blockedUnless(map[1] === '0' ? ['root inside is root outside'] : []);
		}
	},
	{
		...{
			number: 10,
			name: 'Start in a folder of the machine, through a leaked descriptor',
			expected: { runc: 'blocked' }
		},
		async run({ docker, mallory, inspect }) {
			const { Image, Config } = await inspect(mallory, 'box');
			const worked = Config.WorkingDir === '/' ? [] : [`hosts start in ${Config.WorkingDir}`];
			for (const number of [7, 8, 9]) {
				const probe = await docker.createContainer({
					...{ Image, WorkingDir: `/proc/self/fd/${number}`, Cmd: ['/bin/ls', '../../../'], Entrypoint: [] },
					HostConfig: { NetworkMode: 'none' }
				});
				await probe.start().then(
					() => worked.push(`descriptor ${number}`),
					() => {}
				);
				await probe.remove({ force: true });
			}
			return blockedUnless(worked);
		}
	},
	{
		...{ number: 11, name: 'Ask for the machine in a lab’s lab.yaml', expected: { runc: 'blocked' } },
		run: async () => blockedUnless(await acceptedDemands())
	},
	{
		...{ number: 12, name: 'Find a right nobody meant to give', expected: { runc: 'blocked' } },
		async run({ mallory, inspect }) {
			const { HostConfig: given } = await inspect(mallory, 'box');
			const rights = {
				privileged: given.Privileged,
				devices: given.Devices?.length,
				binds: given.Binds?.length,
				'host namespaces': [given.PidMode, given.IpcMode, given.UTSMode, given.UsernsMode].includes('host'),
				'published ports': given.PublishAllPorts || Object.keys((given.PortBindings ?? {}) as object).length,
				'a mount that can be written': given.Mounts?.some(({ ReadOnly }) => !ReadOnly),
				'capabilities beyond': (given.CapAdd as string[] | undefined)?.some((name) =>
					/SYS_(ADMIN|MODULE|RAWIO|PTRACE|TIME|BOOT)|BPF|ALL/.test(name)
				),
				'capabilities of Docker’s choice': !given.CapDrop?.includes('ALL'),
				'a system call filter of Docker’s choice': !given.SecurityOpt?.some((option: string) =>
					option.startsWith('seccomp={')
				)
			};
			return blockedUnless(
				Object.entries(rights)
					.filter(([, there]) => there)
					.map(([name]) => name)
			);
		}
	},
	tried(13, 'See what else runs on the machine', {
		processes: '[ "$(ps -e --no-headers | wc -l)" -gt 40 ]',
		disks: 'ls /dev | grep -qE "^(sd|vd|nvme|loop)"',
		'the machine’s files': 'ls /proc/1/root/var/lib/docker'
	}),
	{
		...{ number: 14, name: 'Start an image the operator does not have', expected: { runc: 'blocked' } },
		async run({ another, engine }) {
			const worked: string[] = [];
			for (const image of ['alpine', 'docker.io/library/debian:latest', '../../../etc', 'toolbox:latest']) {
				await another('foreign', { image }).then(
					() => worked.push(image),
					() => {}
				);
				await engine.remove('foreign');
			}
			return blockedUnless(worked);
		}
	}
];
