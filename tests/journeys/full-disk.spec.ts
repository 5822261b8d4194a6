import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Learner } from '../bench/learner.ts';
import { until } from '../bench/line.ts';
import { Premises } from './premises.ts';
import { expect, platformFor, test } from './platform.ts';

const folder = mkdtempSync(join(tmpdir(), 'labwright-full-'));
const isRoot = process.getuid?.() === 0;
test.skip(!isRoot, 'A disk to fill can be mounted only as root.');
test.beforeAll(() => {
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'none', folder]);
});
const platform = platformFor(() => ({ DATA: folder }));
test.afterAll(() => {
	execFileSync('umount', ['-l', folder]);
	rmSync(folder, { recursive: true });
});

let parts = 0;

/** To the last byte: what is left after one try may still be enough for a row. */
function fill(): void {
	for (let tries = 0; tries < 20; tries++) {
		const { bavail, bsize } = statfsSync(folder);
		if (bavail === 0) return;
		try {
			writeFileSync(join(folder, `full-${parts++}`), Buffer.alloc(bavail * bsize));
		} catch {
			// somebody else was faster with the last of it
		}
	}
}
const free = () => execFileSync('sh', ['-c', 'rm -f "$0"/full-*', folder]);

test('a full disk costs a sentence, and neither work nor results', async () => {
	test.setTimeout(400_000);
	const { it } = platform;
	const ada = await Learner.signUp(it.origin, 'ada', 'hello-file');
	const line = await ada.terminal(await ada.start(), 'main');
	const say = async (text: string) => {
		const said = until(line, `said-${text}`);
		line.type(`echo said-'${text}'\r`);
		await said;
	};
	await say('before');
	const premises = new Premises(it);
	const looked = () => premises.attempts();
	await ada.press('check', { task: 'greet' });
	const before = looked();
	expect(before).toBeGreaterThan(0);

	await test.step('while it is full, machines work on and the server says what is wrong', async () => {
		fill();
		let refusal = '';
		// The log that is there already (four MiB) is written over before more room is needed.
		const deadline = Date.now() + 150_000;
		while (Date.now() < deadline && !refusal) {
			fill(); // also what the server itself has given back meanwhile
			refusal = await ada.press('check', { task: 'greet' }).then(
				() => '',
				(error: Error) => error.message
			);
		}
		expect(refusal).toContain('The disk of this platform is full');
		await say('while it is full');
		expect((await fetch(`${it.origin}/labs/hello-file`)).status).toBe(200);
	});

	await test.step('and when there is room again, all goes on', async () => {
		const kept = looked();
		expect(kept).toBeGreaterThanOrEqual(before);
		free();
		await say('after');
		await ada.press('check', { task: 'greet' });
		expect(looked()).toBeGreaterThan(kept);
	});

	await test.step('a server that ends while it is full, and comes back to room, has lost nothing', async () => {
		fill();
		const kept = looked();
		await it.kill('SIGKILL');
		free();
		await it.start();
		expect(looked()).toBe(kept);
		const again = await ada.terminal((await ada.run())?.id ?? 0, 'main');
		const shown = until(again, 'said-again');
		again.type(`clear; echo said-'again'\r`);
		await shown;
		await again.close();
		expect(await premises.lies()).toEqual([]);
		await ada.press('stop');
	});
	await line.close();
	premises.close();
});
