import { expect, test } from 'vitest';
import { diskFinding } from './health.ts';
import { diskOption } from './quota.ts';

const MiB = 1024 ** 2;

test('an overlay is asked for the disk alone, others for the image as well', () => {
	expect(diskOption('overlay2', 200 * MiB, 64)).toEqual({ size: '64m' });
	expect(diskOption('btrfs', 200 * MiB, 64)).toEqual({ size: '364m' });
	expect(diskOption('zfs', 1, 64)).toEqual({ size: '65m' });
});

test('the operator reads who bounds disks, and what would do it better', () => {
	const kept = diskFinding({ kept: true, driver: 'overlay2' });
	expect(kept).toMatchObject({ state: 'good', text: expect.stringContaining('lets no host write more') });
	expect(kept.text).not.toContain('pquota');
	expect(diskFinding({ kept: true, driver: 'btrfs' }).text).toContain('found within seconds');
	const none = diskFinding({ kept: false, driver: 'overlay2', reason: 'supported only for XFS' });
	expect(none).toMatchObject({ state: 'warn', text: expect.stringContaining('supported only for XFS') });
	expect(none.text).toContain('mounted with pquota');
});
