/** What every engine promises, as tests that run against each of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDisturbances } from './contract-disturbances.ts';
import { asked, bytes, host, seen, SERVE, spec } from './contract-parts.ts';
import type { Sandbox, SandboxEngine } from './index.ts';

export { bytes, host, seen, spec };

export function describeEngine(name: string, open: () => Promise<SandboxEngine>) {
	describe(`the ${name} engine`, () => {
		let engine: SandboxEngine;
		let sandbox: Sandbox;
		const id = `contract-${Date.now().toString(36)}`;

		beforeAll(async () => {
			engine = await open();
			await engine.prepare(['linux'], () => {});
			sandbox = await engine.start(id, spec());
		});
		afterAll(async () => {
			await engine.remove(id);
			await engine.close();
		});

		it('finds and lists what it started', async () => {
			expect((await engine.find(id))?.hosts).toEqual(['box']);
			expect(await engine.list()).toContain(id);
		});

		it('gives the sandbox that is there to everybody who starts it again', async () => {
			const [one, two] = await Promise.all([
				engine.start(`${id}-twice`, spec()),
				engine.start(`${id}-twice`, spec())
			]);
			await one.exec('box', { command: ['touch', '/tmp/once'] });
			expect((await two.exec('box', { command: ['test', '-f', '/tmp/once'] })).code).toBe(0);
			await engine.remove(`${id}-twice`);
			await engine.remove(`${id}-twice`);
			expect(await engine.find(`${id}-twice`)).toBeNull();
			expect(await engine.list()).not.toContain(`${id}-twice`);
		});

		it('tells the operator what runs, and whose it is', async () => {
			const { down, facts, sandboxes } = await engine.health();
			expect(down).toBeNull();
			expect(facts[0]?.name).toBe('Engine');
			const seen = sandboxes.find(({ name }) => name === id);
			expect(seen).toMatchObject({ hosts: ['box'], labels: { 'labwright.user': 'ada' } });
			expect(Date.now() - (seen?.since.getTime() ?? 0)).toBeLessThan(60_000);
		});

		it('sees from outside how every host is', async () => {
			const states = await engine.states();
			expect(states.get(id)).toEqual({ box: 'up' });
			expect(states.get('nobody')).toBeUndefined();
		});

		it('tells what its machine has', async () => {
			const { processors, memoryMiB, memoryFreeMiB } = await engine.machine();
			expect(processors).toBeGreaterThan(0);
			expect(memoryMiB).toBeGreaterThan(0);
			expect(memoryFreeMiB ?? 0).toBeLessThanOrEqual(memoryMiB);
		});

		it('knows nothing of a sandbox that was never started', async () => {
			expect(await engine.find('nobody')).toBeNull();
		});

		it('runs a command to its end, and a code other than zero is a result', async () => {
			expect(await sandbox.exec('box', { command: ['echo', 'hi there'] })).toMatchObject({
				code: 0,
				stdout: 'hi there\n'
			});
			expect(await sandbox.exec('box', { command: ['false'] })).toMatchObject({ code: 1, timedOut: false });
			expect((await sandbox.exec('box', { command: ['no-such-program'] })).code).toBe(127);
		});

		it('runs a script with arguments and environment', async () => {
			const script = 'exec 9<&-\necho "$GREETING $NAME $1"\nexit 3';
			const result = await sandbox.exec('box', {
				command: ['bash'],
				script,
				args: ['now'],
				env: { NAME: 'ada' }
			});
			expect(result).toMatchObject({ code: 3, stdout: 'hello ada now\n' });
		});

		it('ends what takes too long, and says so', async () => {
			const result = await sandbox.exec('box', { command: ['sleep', '30'], timeoutSeconds: 1 });
			expect(result).toMatchObject({ code: 137, timedOut: true });
		});

		it('runs many things at once without mixing them up', async () => {
			const results = await Promise.all(
				Array.from({ length: 60 }, (_, n) => sandbox.exec('box', { command: ['echo', `${n}`] }))
			);
			expect(results.map(({ stdout }) => stdout.trim())).toEqual(
				Array.from({ length: 60 }, (_, n) => `${n}`)
			);
		});

		it('places files before the first shell opens', async () => {
			const files = [{ to: '/etc/motto', content: Buffer.from('patience\n'), owner: 'root', mode: '0644' }];
			const other = await engine.start(`${id}-files`, spec({ hosts: [host({ files })] }));
			expect((await other.exec('box', { command: ['cat', '/etc/motto'] })).stdout).toBe('patience\n');
			await engine.remove(`${id}-files`);
		});

		it('connects to what listens on a port of a host, and says when nothing does', async () => {
			const page = {
				to: '/tmp/page.html',
				content: Buffer.from('<h1>open</h1>'),
				owner: 'root',
				mode: '0644'
			};
			const other = await engine.start(`${id}-ports`, spec({ hosts: [host({ files: [page] })] }));
			expect(await other.connect('box', 8080)).toBeNull();
			const shell = await other.shell('box', { id: 'service', cols: 80, rows: 24 });
			shell.write(bytes(`${SERVE}\r`));
			expect(await asked(() => other.connect('box', 8080))).toContain('<h1>open</h1>');
			expect(await other.connect('box', 8081)).toBeNull();
			await expect(async () => other.connect('elsewhere', 8080)).rejects.toThrow('no host elsewhere');
			await engine.remove(`${id}-ports`);
		});

		it('refuses a host that is not there', async () => {
			await expect(async () => sandbox.exec('elsewhere', { command: ['true'] })).rejects.toThrow(
				'no host elsewhere'
			);
		});

		describe('its shells', () => {
			it('answer to what is typed', async () => {
				const shell = await sandbox.shell('box', { id: 'typed', cols: 80, rows: 24 });
				shell.write(bytes('echo $GREETING-$GREETING\r'));
				await seen(shell, 'hello-hello');
				shell.close();
			});

			it('are the same ones for who comes back, with what they printed', async () => {
				const first = await sandbox.shell('box', { id: 'same', cols: 80, rows: 24 });
				expect(first.fresh).toBe(true);
				first.write(bytes('MINE=kept\r'));
				first.write(bytes('echo said-$MINE\r'));
				await seen(first, 'said-kept');
				first.leave();

				const second = await sandbox.shell('box', { id: 'same', cols: 80, rows: 24 });
				expect(second.fresh).toBe(false);
				await seen(second, 'said-kept');
				second.write(bytes('echo again-$MINE\r'));
				await seen(second, 'again-kept');
				second.close();
			});

			it('end their output when they exit', async () => {
				const shell = await sandbox.shell('box', { id: 'leaving', cols: 80, rows: 24 });
				shell.write(bytes('exit\r'));
				for await (const piece of shell.output) void piece;
				const next = await sandbox.shell('box', { id: 'leaving', cols: 80, rows: 24 });
				expect(next.fresh).toBe(true);
				next.close();
			});

			it('end their output when they are closed', async () => {
				const shell = await sandbox.shell('box', { id: 'closing', cols: 80, rows: 24 });
				shell.close();
				for await (const piece of shell.output) void piece;
			});
		});

		describeDisturbances(() => ({ engine, id }));

		it('ends a sandbox by itself when its time is over', async () => {
			const brief = await engine.start(`${id}-brief`, spec({ lifetimeSeconds: 600 }));
			await brief.extend(1);
			await expect.poll(() => engine.find(`${id}-brief`), { timeout: 15_000, interval: 250 }).toBeNull();
			await engine.remove(`${id}-brief`);
			expect(await engine.list()).not.toContain(`${id}-brief`);
		});
	});
}
