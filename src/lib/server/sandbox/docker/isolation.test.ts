import { expect, test } from 'vitest';
import { judge } from './isolation.ts';

const canary = (...open: string[]) => ({
	...{ at: new Date(), memoryMiB: 48, pids: 64 },
	probes: [
		{ what: 'the router outside, 192.0.2.1', open: false },
		...open.map((what) => ({ what, open: true }))
	]
});

test('networks are open to learners when the canary found every way closed, whoever closed them', () => {
	expect(judge(canary(), null).refusal).toBeNull();
	expect(judge(canary(), 'This server does not run as root.').refusal).toBeNull();
});

test('one open way closes all labs with networks, and says which', () => {
	const { refusal, reason } = judge(
		canary('the bridge’s own address, 10.100.0.1'),
		'This server is not root.'
	);
	expect(refusal).toContain('one can reach the bridge’s own address, 10.100.0.1.');
	expect(reason).toContain('This server is not root.');
});

test('a canary that could not be sent proves nothing, so nobody may start', () => {
	const look = judge(new Error('no such image'), null);
	expect(look.refusal).toContain('could not be tried');
	expect(look.reason).toContain('no such image');
});
