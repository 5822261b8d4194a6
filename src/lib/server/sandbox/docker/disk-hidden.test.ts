import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hiddenMiB } from './disk-hidden.ts';

test.runIf(process.platform === 'linux')(
	'a deleted file that is held open counts, once, until it is let go',
	async () => {
		const folder = mkdtempSync(join(tmpdir(), 'labwright-'));
		const before = await hiddenMiB([process.pid]);
		const file = openSync(join(folder, 'hidden'), 'w');
		const again = openSync(join(folder, 'hidden'), 'r');
		writeSync(file, Buffer.alloc(8 * 1024 ** 2, 1));
		expect(await hiddenMiB([process.pid])).toBeCloseTo(before, 0);
		rmSync(folder, { recursive: true });
		expect((await hiddenMiB([process.pid])) - before).toBeCloseTo(8, 0);
		closeSync(file);
		closeSync(again);
		expect(await hiddenMiB([process.pid])).toBeCloseTo(before, 0);
	}
);

test('a process that is gone hides nothing', async () => {
	expect(await hiddenMiB([2 ** 30])).toBe(0);
});
