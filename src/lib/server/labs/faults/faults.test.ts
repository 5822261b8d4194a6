import { describe, expect, test } from 'vitest';
import { labOf, problemsOf, SOUND, type Files } from '../testing.ts';

/** The sound lab with two hosts, a grader, and these faults. */
const withFaults = (faults: string, changes: Files = {}): Files => ({
	'lab.yaml': SOUND['lab.yaml']!.replace('setup:\n', 'grader: { networks: [lan] }\nsetup:\n')
		.replace(
			'networks: { lan: {} } }',
			'networks: { lan: {} } }\n  far: { image: linux, networks: { lan: {} } }'
		)
		.replace('tasks:\n', `faults:\n${faults}tasks:\n`),
	'solve/write.sh': null,
	'solve/write.box.sh': 'touch /tmp/done && sync\n',
	...changes
});
const VERIFY = { 'faults/gone.verify.box.sh': 'exit 0\n' };

describe('the faults of a lab', () => {
	test('are scripts and deeds of the world, with what takes the deeds back', () => {
		const [fault] = labOf(
			withFaults(
				`  gone:
    title: The far host is gone
    tell: Something has happened.
    steps:
      - { do: kill, host: far }
      - { do: impair, host: box, network: lan, delay: 200ms, loss: 5%, rate: 2m }
      - { do: disk-fill, host: box, path: /var, leave: 5m }
`,
				VERIFY
			)
		).faults;
		expect(fault).toMatchObject({ id: 'gone', tell: 'Something has happened.', verify: { host: 'box' } });
		expect(fault?.steps).toEqual([
			{ verb: 'kill', host: 'far' },
			{
				...{ verb: 'impair', host: 'box', network: 'lan' },
				...{ delayMilliseconds: 200, lossShare: 0.05, kilobitsPerSecond: 2000 }
			},
			{ verb: 'disk-fill', host: 'box', path: '/var', leaveMiB: 5 }
		]);
		expect(fault?.undo).toEqual([
			{ verb: 'disk-free', host: 'box', path: '/var' },
			{ verb: 'mend', host: 'box', network: 'lan' },
			{ verb: 'start', host: 'far' }
		]);
	});

	test('are found by the names of their files', () => {
		const files = {
			'faults/gone.far.sh': 'rm /etc/motd\n',
			'faults/gone.verify.grader.sh': 'on far test ! -e /etc/motd\n',
			'faults/gone.undo.far.sh': 'touch /etc/motd\n'
		};
		const [fault] = labOf(withFaults('  gone: { title: It is gone }\n', files)).faults;
		expect(fault).toMatchObject({
			steps: [{ verb: 'run', step: { host: 'far', script: { path: 'faults/gone.far.sh' } } }],
			verify: { host: 'grader' },
			undo: [{ verb: 'run', step: { host: 'far' } }],
			tell: null
		});
	});

	test('of scripts alone cannot be guessed back', () => {
		const files = { ...VERIFY, 'faults/gone.box.sh': 'rm /etc/motd\n' };
		expect(labOf(withFaults('  gone: { title: It is gone }\n', files)).faults[0]?.undo).toBeNull();
	});

	test('say what the machine must be able to do', () => {
		const lab = labOf(
			withFaults(
				'  gone: { title: A, steps: [{ do: impair, host: box, network: lan, delay: 9ms }] }\n',
				VERIFY
			)
		);
		expect(lab.requires).toEqual({ memoryMiB: null, runtimes: [], features: ['delay'], internet: [] });
	});

	test('are done in another way where a machine cannot, and then ask nothing of it', () => {
		const lab = labOf(
			withFaults(
				`  gone:
    title: A
    steps: [{ do: impair, host: box, network: lan, delay: 9ms }, { do: clock, host: far, by: -90m }]
    instead: [{ do: pause, host: far }]
`,
				VERIFY
			)
		);
		expect(lab.requires.features).toEqual([]);
		expect(lab.faults[0]).toMatchObject({
			steps: [{ verb: 'impair' }, { verb: 'clock', host: 'far', bySeconds: -5400 }],
			undo: [{ verb: 'clock', bySeconds: 5400 }, { verb: 'mend' }],
			instead: { steps: [{ verb: 'pause', host: 'far' }], undo: [{ verb: 'resume', host: 'far' }] }
		});
	});

	test('of the catalogue say only what they are about', () => {
		const [fault] = labOf(
			withFaults('  gone: { title: A, use: { what: registry-gone, host: far, network: lan, from: box } }\n')
		).faults;
		expect(fault).toMatchObject({
			steps: [{ verb: 'partition', hosts: ['far'], network: 'lan' }],
			undo: [{ verb: 'rejoin', hosts: ['far'], network: 'lan' }],
			instead: { steps: [{ verb: 'pause', host: 'far' }], undo: [{ verb: 'resume', host: 'far' }] },
			verify: { host: 'box', args: ['far', '5000'] }
		});
	});

	const mistakes: [string, Files, string][] = [
		[
			'a fault of the catalogue that is not there',
			withFaults('  gone: { title: A, use: { what: registry-gon, host: far, network: lan, from: box } }\n'),
			'Did you mean `registry-gone`?'
		],
		[
			'more than the catalogue asks',
			withFaults(
				'  gone: { title: A, use: { what: dns-gone, host: far, network: lan, from: box }, steps: [{ do: kill, host: far }] }\n'
			),
			'The fault `dns-gone` of the catalogue brings this along: leave `steps` out.'
		],
		[
			'a dependency that is to miss itself',
			withFaults('  gone: { title: A, use: { what: dns-gone, host: far, network: lan, from: far } }\n'),
			'Say another host'
		],
		[
			'what not every machine can, instead',
			withFaults(
				'  gone: { title: A, steps: [{ do: kill, host: far }], instead: [{ do: partition, hosts: [far], network: lan }] }\n',
				VERIFY
			),
			'Not every machine can `partition`'
		],
		[
			'nothing to do',
			withFaults('  gone: { title: A }\n', VERIFY),
			'lab.yaml:19:9 This fault does nothing: give it `steps`, or write faults/gone.sh.'
		],
		[
			'nothing that shows it',
			withFaults('  gone: { title: A, steps: [{ do: kill, host: far }] }\n'),
			'Nothing shows that this fault hurts: write faults/gone.verify.sh, or say `verify`.'
		],
		[
			'a verb that is not there',
			withFaults('  gone: { title: A, steps: [{ do: kil, host: far }] }\n', VERIFY),
			'Did you mean `kill`?'
		],
		[
			'a clock',
			withFaults('  gone: { title: A, steps: [{ do: clock, host: far, by: +400d }] }\n', VERIFY),
			'A host’s clock is the clock of the whole machine'
		],
		[
			'a host that is not there',
			withFaults('  gone: { title: A, steps: [{ do: kill, host: fare }] }\n', VERIFY),
			'There is no host `fare` in this lab. Did you mean `far`?'
		],
		[
			'a grader that is broken',
			withFaults('  gone: { title: A, steps: [{ do: kill, host: grader }] }\n', VERIFY),
			'Only scripts run on the grader; nothing befalls it.'
		],
		[
			'a link to nowhere',
			withFaults('  gone: { title: A, steps: [{ do: mend, host: far, network: lam }] }\n', VERIFY),
			'There is no network `lam` in this lab. Did you mean `lan`?'
		],
		[
			'nothing impaired',
			withFaults('  gone: { title: A, steps: [{ do: impair, host: far, network: lan }] }\n', VERIFY),
			'Nothing is impaired: give `delay`, `loss` or `rate`.'
		],
		[
			'a file of no fault',
			withFaults('  gone: { title: A, steps: [{ do: kill, host: far }] }\n', {
				...VERIFY,
				'faults/gon.box.sh': 'true\n'
			}),
			'faults/gon.box.sh:1:1 There is no fault `gon` in this lab. Did you mean `gone`?'
		],
		[
			'a file for one of several hosts',
			withFaults('  gone: { title: A }\n', { ...VERIFY, 'faults/gone.sh': 'true\n' }),
			'This lab has several hosts: say which one in the name, as in faults/ID.HOST.sh.'
		]
	];
	test.each(mistakes)('%s is said at its place', (_, files, message) => {
		expect(problemsOf(files).join('\n')).toContain(message);
	});

	test('are known to the task they open with, and a misspelt one is said', () => {
		const files = withFaults('  gone: { title: A, steps: [{ do: kill, host: far }] }\n', VERIFY);
		const named = (id: string) => ({
			...files,
			'lab.yaml': String(files['lab.yaml']).replace(
				'    needs: [write]\n',
				`    needs: [write]\n    fault: ${id}\n`
			)
		});
		expect(labOf(named('gone')).tasks.map(({ fault }) => fault?.id ?? null)).toEqual([null, 'gone']);
		expect(problemsOf(named('gonne')).join('\n')).toContain(
			'There is no fault `gonne` in this lab. Did you mean `gone`?'
		);
	});
});

describe('what a lab asks of the platform', () => {
	const changed = (from: string, to: string) => ({ 'lab.yaml': SOUND['lab.yaml']!.replace(from, to) });

	test('is read with its units', () => {
		const lab = labOf(
			changed(
				'setup:\n',
				'requires: { memory: 2g, runtime: gvisor, features: [loss] }\nsurvives: reboot\nviews:\n  - { terminal: box }\n  - { web: "box:80/horizon", title: Horizon }\nsetup:\n'
			)
		);
		expect(lab).toMatchObject({
			requires: { memoryMiB: 2048, runtimes: ['gvisor'], features: ['loss'] },
			survivesReboot: true,
			views: [
				{ type: 'terminal', host: 'box', title: 'box' },
				{ type: 'web', host: 'box', port: 80, path: '/horizon', title: 'Horizon' }
			]
		});
	});

	test('follows from hosts that are kept apart', () => {
		expect(labOf(changed('image: linux', 'image: linux, isolation: kata')).requires.runtimes).toEqual([
			'kata'
		]);
	});

	test.each([
		['views:\n  - { web: "bix:80" }', 'There is no host `bix` in this lab. Did you mean `box`?'],
		['views:\n  - { web: "box" }', 'Expected a host, a port and a path such as cloud:80/horizon'],
		['views:\n  - { web: "box:65536" }', 'Expected a host, a port and a path such as cloud:80/horizon'],
		['views:\n  - { web: "grader:80" }', 'There is no host `grader` in this lab.'],
		['views:\n  - { title: A }', 'A view is either a `terminal` or a `web` page.'],
		['requires: { memory: 2 }', 'Expected a size with its unit'],
		['requires: { features: [lag] }', 'Expected one of']
	])('%s is said', (text, message) => {
		expect(problemsOf(changed('setup:\n', `${text}\nsetup:\n`)).join('\n')).toContain(message);
	});

	test('is a copy only when the work is handed in', () => {
		const clone = (more: string) =>
			changed('host: box, run: checks/file.sh', `host: box, run: checks/file.sh, trust: clone${more}`);
		expect(problemsOf(clone('')).join('\n')).toContain('say `trigger: submit` too');
		expect(labOf(clone(', trigger: submit')).requires.features).toEqual(['copy']);
	});
});
