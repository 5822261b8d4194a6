import { expect, test } from 'vitest';
import { sharedLimits } from './shared-limits.ts';

test('a limit that is too small is named, with what it must be', async () => {
	const findings = await sharedLimits(async (path) =>
		path.endsWith('max_user_instances') ? '128\n' : '9999999\n'
	);
	expect(findings.filter(({ state }) => state !== 'good')).toEqual([
		{
			...{ name: 'Watches on files', state: 'warn' },
			text: 'fs.inotify.max_user_instances is 128, and all sandboxes share it: one learner can use them up. Set it to 8192 in /etc/sysctl.d.'
		}
	]);
});

test('a limit this kernel does not have is not spoken of', async () => {
	expect(
		await sharedLimits(async () => {
			throw new Error('no such file');
		})
	).toEqual([]);
});
