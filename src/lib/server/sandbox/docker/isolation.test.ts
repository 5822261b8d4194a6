import { expect, test } from 'vitest';
import { learnLanguages, speakIn } from '#lib/server/languages.ts';
import { networkFinding } from './health.ts';
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

test('what the canary found is told the operator in their language', () => {
	learnLanguages();
	const open = ['the bridge’s own address, 10.100.0.1', 'the router outside, 192.0.2.1'];
	const refusing = 'This server does not run as root, so it cannot set firewall rules itself.';
	const finding = (look: ReturnType<typeof judge>) => networkFinding(look).text;
	expect(finding(judge(canary(...open), refusing))).toMatch(
		/^A sandbox on a network can reach the bridge’s own address, 10\.100\.0\.1 and the router outside, 192\.0\.2\.1\. This server does not run as root/
	);
	expect(speakIn('fr', () => finding(judge(canary(...open), refusing)))).toMatch(
		/^Une machine en réseau peut atteindre l’adresse du pont lui-même, 10\.100\.0\.1 et le routeur extérieur, 192\.0\.2\.1\. Ce serveur ne tourne pas en root/
	);
	expect(speakIn('fr', () => finding(judge(canary(), null)))).toContain(
		'Rien ne répond depuis : le routeur extérieur'
	);
});
