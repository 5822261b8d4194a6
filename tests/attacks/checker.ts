/** Attacks 55 to 64: lying to checks. What root of a host can forge all the same stands in SECURITY.md. */
import { blockedUnless, lines, type Attack } from './attack.ts';

const truth = '/.lab/bin/cat /etc/hostname';

export const checkerAttacks: Attack[] = [
	{
		...{
			number: 55,
			name: 'Put lying programs in the place of those a check uses',
			expected: { runc: 'blocked' }
		},
		async run({ another, engine }) {
			const sandbox = await another('liar');
			await sandbox.exec('box', {
				command: ['bash'],
				script:
					"exec 9<&-; for p in cat grep test sh; do printf '#!/.lab/bin/sh\\necho GOOD; exit 0\\n' > /tmp/lie; chmod 755 /tmp/lie; mv -f /usr/bin/$p /usr/bin/$p.was 2>/dev/null; cp /tmp/lie /usr/bin/$p.new; /.lab/bin/mv -f /usr/bin/$p.new /usr/bin/$p; done"
			});
			const fake = await sandbox.exec('box', { command: ['cat', '/etc/hostname'] });
			const real = await sandbox.exec('box', { command: ['/.lab/bin/sh'], script: truth });
			await engine.remove('liar');
			if (fake.stdout !== 'GOOD\n') return { outcome: 'open', seen: 'the lie was not even told' };
			return blockedUnless(real.stdout === 'box\n' ? [] : ['the toolbox was lied for, too']);
		}
	},
	{
		...{ number: 56, name: 'Put a library into every program', expected: { runc: 'blocked' } },
		async run({ another, engine }) {
			const sandbox = await another('preloader');
			await sandbox.exec('box', {
				command: ['bash'],
				script: 'exec 9<&-; echo /tmp/lie.so > /etc/ld.so.preload'
			});
			const dynamic = await sandbox.exec('box', { command: ['cat', '/etc/hostname'] });
			const fixed = await sandbox.exec('box', { command: ['/.lab/bin/cat', '/etc/hostname'] });
			await engine.remove('preloader');
			if (!dynamic.stderr.includes('lie.so'))
				return { outcome: 'open', seen: 'the library was not even looked for' };
			return blockedUnless(
				fixed.stderr === '' && fixed.stdout === 'box\n' ? [] : ['the toolbox looks for it, too']
			);
		}
	},
	{
		...{ number: 57, name: 'Change or hide the tools of checks', expected: { runc: 'blocked' } },
		async run({ root }) {
			const { stdout } = await root(`( echo x > /.lab/bin/cat ) 2>/dev/null && echo overwrite
rm -f /.lab/bin/cat 2>/dev/null && echo remove
mv /.lab /.gone 2>/dev/null && echo rename
umount /.lab 2>/dev/null && echo unmount
mount -o remount,rw /.lab 2>/dev/null && echo remount
mount --bind /tmp /.lab 2>/dev/null && echo cover
mount -t tmpfs none /.lab 2>/dev/null && echo hide
chmod 000 /.lab/bin/busybox 2>/dev/null && echo chmod
true`);
			return blockedUnless(lines(stdout));
		}
	},
	{
		...{
			number: 58,
			name: 'Take over the process of a check, without being root',
			expected: { runc: 'blocked' }
		},
		async run({ another, engine }) {
			const sandbox = await another('tracer', { sudo: false });
			const check = sandbox.exec('box', { command: ['/.lab/bin/sleep', '31339'], timeoutSeconds: 6 });
			await new Promise((resolve) => setTimeout(resolve, 700));
			const { stdout } = await sandbox.exec('box', {
				...{ command: ['python3'], user: 'shell' },
				script: `import ctypes, os, subprocess
libc = ctypes.CDLL(None)
for pid in ['1'] + subprocess.run(['pgrep', '-f', 'sleep 31339'], capture_output=True, text=True).stdout.split():
    if libc.ptrace(16, int(pid), 0, 0) == 0: print('attach to', pid)
    try: open(f'/proc/{pid}/mem', 'r+b'); print('write to', pid)
    except OSError: pass
    try: os.kill(int(pid), 9); print('kill', pid)
    except OSError: pass`
			});
			await check;
			await engine.remove('tracer');
			return blockedUnless(lines(stdout));
		}
	},
	{
		...{ number: 62, name: 'Leave a check no process and no memory', expected: { runc: 'blocked' } },
		async run({ another, engine }) {
			const sandbox = await another('starver', { pids: 64 });
			const hog =
				'import os, time\nfor _ in range(200):\n    try:\n        if os.fork() == 0: time.sleep(12); os._exit(0)\n    except OSError: pass\ntime.sleep(12)';
			const hogging = sandbox.exec('box', { command: ['python3'], script: hog, timeoutSeconds: 14 });
			await new Promise((resolve) => setTimeout(resolve, 1500));
			const check = await sandbox.exec('box', {
				...{ command: ['/.lab/bin/sh'], timeoutSeconds: 5 },
				script: 'x=$(/.lab/bin/cat /etc/hostname) || exit 2; [ "$x" = elsewhere ]'
			});
			await hogging;
			const later = await sandbox.exec('box', { command: ['/.lab/bin/true'] });
			await engine.remove('starver');
			const worked = [
				check.code === 0 ? 'the check passed' : [],
				later.code === 0 ? [] : 'no check runs any more'
			].flat();
			return blockedUnless(worked);
		}
	},
	{
		...{ number: 59, name: 'Kill a check, or let it wait for ever', expected: { runc: 'blocked' } },
		async run({ mallory, root }) {
			const killed = mallory.exec('box', { command: ['/.lab/bin/sleep', '31337'], timeoutSeconds: 15 });
			await new Promise((resolve) => setTimeout(resolve, 500));
			await root("pkill -9 -f 'sleep 31337'");
			const held = mallory.exec('box', { command: ['/.lab/bin/sleep', '31338'], timeoutSeconds: 3 });
			await new Promise((resolve) => setTimeout(resolve, 500));
			await root("pkill -STOP -f 'sleep 31338'");
			const [one, other] = await Promise.all([killed, held]);
			const worked = [
				one.code === 0 ? 'killed and passed' : [],
				other.timedOut ? [] : 'stopped and not missed'
			].flat();
			return blockedUnless(worked);
		}
	},
	{
		...{ number: 63, name: 'Flood whoever reads a check’s output', expected: { runc: 'bounded' } },
		async run({ mallory }) {
			const flood = await mallory.exec('box', {
				command: ['sh', '-c', 'head -c 20M /dev/zero | tr "\\0" x'],
				timeoutSeconds: 15
			});
			const MiB = flood.stdout.length / 1024 ** 2;
			return { outcome: MiB > 0 && MiB <= 1 ? 'bounded' : 'open', seen: `${MiB} MiB of 20 were kept` };
		}
	},
	{
		...{ number: 64, name: 'Become root by editing /etc/passwd', expected: { runc: 'blocked' } },
		async run({ another, engine }) {
			const sandbox = await another('pretender');
			await sandbox.exec('box', {
				command: ['sed', '-i', 's/^learner:x:1000:1000/learner:x:0:0/', '/etc/passwd']
			});
			const { stdout } = await sandbox.exec('box', { command: ['/.lab/bin/id', '-u'], user: 'shell' });
			await engine.remove('pretender');
			return blockedUnless(stdout === '1000\n' ? [] : [`the terminal’s user is ${stdout.trim()}`]);
		}
	}
];
