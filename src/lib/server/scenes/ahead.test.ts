import { describe, expect, it } from 'vitest';
import type { Host, Lab, Step } from '#lib/server/labs/index.ts';
import { workAhead, type Ahead } from './ahead.ts';

const step = (text: string, changes: Partial<Step> = {}): Step => ({
	...{ host: 'box', script: { path: 'lab.yaml', interpreter: 'bash', text }, args: [], env: {} },
	...{ timeoutSeconds: 5, ...changes }
});
const file = (to: string, content: string) => ({
	...{ to, content: Buffer.from(content), owner: 'root', mode: '0644', template: true }
});
const host = (changes: Partial<Host> = {}): Host => ({
	...{ name: 'box', image: 'linux', user: 'learner', hidden: false, profile: 'standard', sudo: false },
	...{
		networks: [],
		internet: [],
		limits: { memoryMiB: 64, cpus: 1, pids: 64, diskMiB: 64 },
		env: {},
		files: []
	},
	...{ ready: null, needs: [], isolation: 'default' },
	...changes
});
const lab = (changes: Partial<Lab>) =>
	({
		id: 'one',
		params: [
			{ name: 'WORD', type: 'token', bytes: 4, secret: false },
			{ name: 'SITE', type: 'fixed', value: 'harbour', secret: false }
		],
		...{ networks: [], hosts: [host()], setup: [], ...changes }
	}) as unknown as Lab;
const ahead = (changes: Partial<Lab>) => workAhead(lab(changes), 60) as Ahead;
const refusal = (changes: Partial<Lab>) => (workAhead(lab(changes), 60) as { refused: string }).refused;

describe('of a setup is done ahead', () => {
	it('everything, when nothing of it is personal', () => {
		expect(ahead({ setup: [step('touch /a'), step('echo $SITE')] })).toMatchObject({
			...{ steps: 2, isComplete: true, values: { SITE: 'harbour' } }
		});
	});

	it.each([
		['names a parameter', step('echo "$WORD"')],
		['is given one', step('echo "$1"', { args: ['{{WORD}}'] })],
		['hands one on', step('echo "$X"', { env: { X: '{{WORD}}' } })],
		['reads the whole environment', step('printenv > /etc/all')],
		['reaches for one indirectly', step('name=W; echo "${!name}"')]
	])('what comes before the first step that %s', (_, personal) => {
		expect(ahead({ setup: [step('touch /a'), personal, step('touch /b')] })).toMatchObject({
			...{ steps: 1, isComplete: false }
		});
	});

	it('nothing that could meet a personal file which is not there yet', () => {
		const hosts = [host({ files: [file('/etc/word', '{{WORD}}'), file('/etc/site', '{{SITE}}')] })];
		const { spec, steps } = ahead({ hosts, setup: [step('touch /a')] });
		expect(steps).toBe(0);
		expect(spec.hosts[0]?.files.map(({ to, content }) => `${to} ${content}`)).toEqual(['/etc/site harbour']);
	});
});

it('a host that cannot come up without its learner is not started ahead', () => {
	const ready = { script: step('test "$WORD"').script, everySeconds: 1, timeoutSeconds: 5 };
	expect(refusal({ hosts: [host({ ready })] })).toContain('box cannot come up');
	const files = [file('/etc/word', '{{WORD}}')];
	const plain = { ...ready, script: step('true').script };
	expect(refusal({ hosts: [host({ files, ready: plain })] })).toContain('box is ready only with files');
	expect(refusal({ hosts: [host({ files, profile: 'strict' })] })).toContain('no root');
	expect(ahead({ hosts: [host({ ready: plain })] }).isComplete).toBe(true);
});
