/**
 * Attacks on the other rooms of the house: each is made by tests that stand beside what they attack.
 * Here is which; the suite runs them and believes nothing else. And those there is nothing to make on.
 */
import type { IdleAttack, ProvenAttack } from './attack.ts';

const SERVER = 'src/lib/server';

const proven = (
	number: number,
	name: string,
	...tests: [file: string, ...names: string[]][]
): ProvenAttack => ({
	...{ number, name, expected: 'blocked' },
	tests: tests.map(([file, ...names]) => ({
		file: file.startsWith('src/') ? file : `${SERVER}/${file}`,
		names
	}))
});

export const provenAttacks: ProvenAttack[] = [
	proven(
		23,
		'Misuse the allowed way out',
		[
			'sandbox/internet/way-out.test.ts',
			'refuses every other place and port',
			'lets a host reach nothing that only its operator, or only its lab, allows',
			'does not follow a name to the inside'
		],
		[
			'sandbox/docker/internet.docker.test.ts',
			'it reaches no other place, and nothing without the proxy',
			'who calls without end is hung up on'
		]
	),
	proven(39, 'Paste more than anybody types', ['terminal/terminal.test.ts', 'cut off a flood of keys']),
	proven(40, 'Start more labs than one may have', [
		'runs/runs.test.ts',
		'are bounded for one learner and for all'
	]),
	proven(45, 'Start labs while the engine is down', [
		'sandbox/docker/bounds.docker.test.ts',
		'an engine that does not answer is said to be down'
	]),
	proven(42, 'Kill the server under a running lab', [
		'sandbox/docker/engine.docker.test.ts',
		'finds sandboxes again after a restart, with the same shells in them'
	]),
	proven(48, 'Hold machines without using them', ['runs/runs.test.ts', 'end when their time is over']),
	proven(49, 'Start one lab twice at once', ['runs/runs.test.ts', 'are one per lab and learner']),
	proven(60, 'Lead a check astray with links, to files of another host', [
		'checks/grader.docker.test.ts',
		'reads files where links lead on the host itself, and nothing that is no file'
	]),
	proven(61, 'Hand in a pipe or a folder for a file', [
		'checks/grader.docker.test.ts',
		'reads files where links lead on the host itself, and nothing that is no file'
	]),
	proven(65, 'Say a verdict that an earlier check said', [
		'checks/verdict.test.ts',
		'a record with another nonce is only output',
		'a signal is a broken check'
	]),
	proven(67, 'Have the namespaces of a gVisor host joined', [
		'sandbox/docker/runtimes.docker.test.ts',
		'its namespaces are never joined'
	]),
	proven(
		69,
		'Open somebody else’s terminal',
		['terminal/terminal.test.ts', 'refuse with 401', 'refuse with 403', 'refuse with 404'],
		['doorkeeper.test.ts']
	),
	proven(70, 'Keep a terminal after signing out', [
		'terminal/terminal.test.ts',
		'close at once when the session they came with ends'
	]),
	proven(71, 'Outlive one’s session', [
		'auth/sessions.test.ts',
		'lives 30 days without a visit, and no longer',
		'that ran out is swept away within a second, and whoever holds something open hears it',
		'is over at once when its account is switched off'
	]),
	proven(72, 'End the server with one frame', [
		'terminal/terminal.test.ts',
		'survive a frame that is too long',
		'survive text that is not JSON'
	]),
	proven(73, 'Act for a learner from another site', ['auth/cross-site.test.ts']),
	proven(74, 'Use what is another learner’s', [
		'runs/runs.test.ts',
		'open their machines to their own learner only'
	]),
	proven(75, 'Do what only operators may', ['src/routes/operator/guard.test.ts']),
	proven(76, 'Guess a password', [
		'auth/accounts.test.ts',
		'stops after five tries, the right password included',
		'is not helped by guessing all at once',
		'is not forgiven by a restart',
		'locks out neither other people there'
	]),
	proven(77, 'Use a session that was stolen or planted', [
		'auth/sessions.test.ts',
		'is kept as a hash only',
		'has a new secret after every sign-in',
		'never takes over a secret that was planted'
	]),
	proven(78, 'Read the cookie', [
		'auth/sessions.test.ts',
		'is hidden from scripts and stays off foreign requests',
		'travels by https alone, for this host alone'
	]),
	proven(79, 'Have a page run a foreign script', ['auth/headers.test.ts']),
	proven(80, 'Put a script into a guide', ['guides/attacks.test.ts']),
	proven(81, 'Put a script into what a check says', [
		'checks/verdict.test.ts',
		'is one plain line of bounded length'
	]),
	proven(
		82,
		'Upload a poisoned archive',
		['drafts/unzip.test.ts'],
		['drafts/repository.test.ts', 'what a repository brings along is not acted upon']
	),
	proven(83, 'Break the server with a lab’s YAML', ['labs/messages.test.ts']),
	proven(84, 'Read files beside a lab’s pictures', ['guides/assets.test.ts']),
	proven(85, 'Make a visitor’s terminal type', [
		'terminal/terminal.test.ts',
		'without asking the visitor to answer its questions'
	]),
	proven(87, 'Name another host in a request', ['auth/cross-site.test.ts']),
	proven(
		88,
		'Export a name that is a formula',
		['classes/gradebook.test.ts', 'is a file in which no cell is a formula'],
		['classes/classes.test.ts', 'of codes is a file in which nothing is a formula']
	),
	proven(90, 'Take the platform’s cookies by a web page of a machine, or plant some', [
		'previews/traffic.test.ts',
		'without a word of the platform or of who asks',
		'sets cookies of the app for this preview alone'
	]),
	proven(
		91,
		'Open the web page of somebody else’s machine',
		['preview-door.test.ts'],
		['previews/previews.test.ts', 'is nobody’s who has no cookie, a wrong one, or that of another preview']
	),
	proven(92, 'Pass one request off as two', [
		'previews/traffic.test.ts',
		'is never two requests where a browser sent one'
	]),
	proven(93, 'Reach past a host through its web pages, or confuse its resident', [
		'sandbox/docker/dial.docker.test.ts'
	])
];

export const idleAttacks: IdleAttack[] = [
	{
		...{ number: 51, name: 'Leave processes of gVisor behind' },
		reason: 'the engine starts and ends them; processes it has lost are its operator’s to see (SECURITY.md)'
	},
	{
		...{ number: 52, name: 'End all labs by setting the clock' },
		reason: 'no sandbox can set it (attack 2), and hosts end by a clock that nobody sets'
	},
	{
		...{ number: 66, name: 'Imitate a service instead of setting it up' },
		reason: 'nothing of ours can tell; what can is a check by a grader that asks for something new each time'
	},
	{
		...{ number: 68, name: 'Send a verdict instead of work' },
		reason: 'no address takes one: a page names a task or sends an answer, and the server looks itself'
	}
];
