/** What the kernel is asked for, and refuses: on a real engine, from a learner's own root. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDocker } from '../../../../../scripts/docker.mjs';
import { host, spec } from '../contract.ts';
import type { Sandbox, SandboxEngine } from '../index.ts';
import { openDockerEngine } from './index.ts';

const id = `seccomp-${Date.now().toString(36)}`;
let engine: SandboxEngine;
let sandbox: Sandbox;

beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	engine = openDockerEngine({ address, containers: resolve('containers'), instance: 'seccomp' });
	await engine.prepare(['linux'], () => {});
	sandbox = await engine.start(id, spec({ hosts: [host({ sudo: true, memoryMiB: 256 })] }));
});
afterAll(async () => {
	await engine.remove(id);
	await engine.close();
});

/** The error number of a system call made by root, 0 when it went through. */
async function errno(number: number, ...args: string[]): Promise<number> {
	const script = `import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
r = libc.syscall(${[number, ...args].join(', ')})
print(0 if r >= 0 else ctypes.get_errno())`;
	return Number((await sandbox.exec('box', { command: ['python3'], script })).stdout);
}

const EPERM = 1;
const ENOSYS = 38;

test.runIf(process.arch === 'x64')('io_uring and its kin are closed', async () => {
	expect(await errno(425, '1', 'ctypes.create_string_buffer(120)')).toBe(EPERM); // io_uring_setup
	expect(await errno(323, '0')).toBe(EPERM); // userfaultfd
	expect(await errno(321, '0', 'ctypes.create_string_buffer(120)', '120')).toBe(EPERM); // bpf
	expect(await errno(250, '0', '0', '0')).toBe(EPERM); // keyctl
	expect(await errno(435, 'ctypes.create_string_buffer(88)', '88')).toBe(ENOSYS); // clone3
});

test('sockets to the hypervisor and into the kernel’s cryptography are closed, ordinary ones open', async () => {
	const script = `import socket
for family, kind in [(40, 1), (38, 5), (1, 1), (2, 1), (16, 3)]:
    try: socket.socket(family, kind).close(); print('open')
    except OSError as error: print(error.errno)`;
	const { stdout } = await sandbox.exec('box', { command: ['python3'], script });
	expect(stdout.trim().split('\n')).toEqual(['97', '97', 'open', 'open', 'open']);
});

test('what an administrator does all day goes on working', async () => {
	const script = `set -e
sudo -u learner id -un
sudo -u learner sudo id -un
useradd made-here && echo made-here:secret | chpasswd && su made-here -c 'id -un'
strace -c true 2>/dev/null; chroot / id -un
python3 - <<'END'
import threading, subprocess, multiprocessing
thread = threading.Thread(target=print, args=('thread',)); thread.start(); thread.join()
print(subprocess.run(['echo', 'child'], capture_output=True, text=True).stdout.strip())
with multiprocessing.Pool(2) as pool: print(sum(pool.map(abs, [-1, -2])))
END`;
	const { stdout, code } = await sandbox.exec('box', { command: ['bash'], script: `exec 9<&-\n${script}` });
	expect(stdout.trim().split('\n')).toEqual(['learner', 'root', 'made-here', 'root', 'thread', 'child', '3']);
	expect(code).toBe(0);
});
