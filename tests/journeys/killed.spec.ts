import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Learner } from '../bench/learner.ts';
import { Premises, sandboxOf } from './premises.ts';
import { expect, platformFor, test, type Platform } from './platform.ts';

const LAB = 'two-hosts';
/** Slow at every phase, so that each can be met: an image of its own, two hosts one after the other, a setup. */
const SLOW = `apiVersion: lab/v1
id: two-hosts
title: Slow to come up
summary: A lab whose start takes its time at every step.
level: beginner
minutes: 5
outcomes: [Wait]
params: { WORD: { type: token, bytes: 4 } }
networks: { lan: { subnet: 10.91.0.0/24 } }
hosts:
  near: { image: slow, networks: { lan: {} }, limits: { memory: 64m }, ready: { run: sleep 3, timeout: 60s } }
  far: { image: slow, networks: { lan: {} }, limits: { memory: 64m }, needs: [near] }
setup:
  - { host: near, run: "echo ahead >> /var/tmp/scene" }
  - { host: near, run: 'echo "for $WORD" >> /var/tmp/scene; sleep 4; echo whole >> /var/tmp/scene' }
tasks:
  - id: mark
    title: Leave a mark
    hints: []
    checks: [{ id: near, title: There is a mark, host: near, run: test -e /tmp/mark }]
`;

let folder = '';
test.beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-killed-'));
	cpSync('containers', join(folder, 'containers'), { recursive: true });
	cpSync('tests/labs', join(folder, 'labs'), { recursive: true });
	mkdirSync(join(folder, 'containers', 'slow'));
	writeFileSync(
		join(folder, 'containers', 'slow', 'Dockerfile'),
		`FROM labwright/base\nRUN useradd --create-home --shell /bin/bash learner && echo ${Date.now()} > /made && sleep 5\n`
	);
	writeFileSync(join(folder, 'labs/tiny-course/first-steps/two-hosts/lab.yaml'), SLOW);
});
const places = () => ({ LABS: join(folder, 'labs'), CONTAINERS: join(folder, 'containers') });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Look again and again, closely. */
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
	for (const patience = Date.now() + 120_000; !(await holds()); await pause(5))
		if (Date.now() > patience) throw new Error(`Waited in vain until ${what}.`);
}

const SCENE = /^ahead\nfor \w+\nwhole$/;

/** One learner at the slow lab, on a server that is killed again and again. */
class Killing {
	readonly platform: Platform;
	readonly premises: Premises;
	readonly ada: Learner;

	constructor(platform: Platform, ada: Learner) {
		this.platform = platform;
		this.premises = new Premises(platform);
		this.ada = ada;
	}

	mine = () => this.premises.runs().find(({ endedAt }) => endedAt === null);
	isUp = async (host: string) =>
		(await this.premises.containers()).some((one) => one.host === host && one.running);

	says(command: string): Promise<string> {
		const run = this.mine();
		return run ? this.premises.says(sandboxOf(run), 'near', command) : Promise.resolve('');
	}

	/** Kill it when the phase is reached, start it again, and see that it keeps what it promised. */
	async when(
		phase: string,
		reached: () => boolean | Promise<boolean>,
		press: 'start' | 'resume' | null = 'start'
	) {
		await test.step(phase, async () => {
			const { platform, premises, ada } = this;
			const pressed = press && ada.press(press).catch(() => 'the server was gone before it answered');
			await until(phase, reached);
			await platform.kill('SIGKILL');
			await pressed;
			await platform.start(); // which is one look at everything
			expect(await premises.lies()).toEqual([]);
			if (!press) return;
			await until(
				`the lab is ready, though the server was killed when ${phase}`,
				() => this.mine()?.readyAt != null
			);
			expect(await this.says('cat /var/tmp/scene')).toMatch(SCENE);
			expect(await premises.lies()).toEqual([]);
		});
	}

	async stop() {
		await this.ada.press('stop');
		await until('nothing of the lab is left', async () => this.mine() === undefined);
		await until('its machines are gone', async () => (await this.premises.lies()).length === 0);
	}
}

test.describe('without a pool', () => {
	const platform = platformFor(places);

	test('a server killed at any phase of a start finds everything in order when it comes back', async () => {
		test.setTimeout(900_000);
		const it = new Killing(platform.it, await Learner.signUp(platform.it.origin, 'ada', LAB));

		const steps = async () => JSON.stringify((await it.ada.run())?.steps ?? []);
		await it.when('its image is being built', async () => (await steps()).includes('Building'));
		await it.stop();
		await it.when('its row is written', () => it.mine() !== undefined);
		await it.stop();
		await it.when(
			'one machine is up and the other is not',
			async () => (await it.isUp('near')) && !(await it.isUp('far'))
		);
		await it.stop();
		await it.when('it is being set up', async () => (await it.says('cat /var/tmp/scene')) !== '');
		await it.stop();
		await it.when('it is ready', () => it.mine()?.readyAt != null);

		await it.says('echo precious > /var/tmp/mine');
		it.premises.timePasses();
		await until('its time is over', () => it.mine() === undefined);
		const isOff = async () => !(await it.isUp('near')) && !(await it.isUp('far'));
		await until('its machines are off', isOff);
		await it.when('the first of its kept machines is back', async () => !(await isOff()), 'resume');
		expect(await it.says('cat /var/tmp/mine')).toBe('precious');
		await it.stop();
		it.premises.close();
	});
});

test.describe('with a pool', () => {
	const platform = platformFor(() => ({ ...places(), POOL: '1' }));

	test('a server killed while its pool is made, waits or is handed over finds everything in order', async () => {
		test.setTimeout(900_000);
		const it = new Killing(platform.it, await Learner.signUp(platform.it.origin, 'ada', LAB));
		const pooled = () => it.premises.pool()[0];
		await it.ada.start(); // so that the next is expected
		await it.stop();

		const making = async () => !pooled()?.readyAt && (await it.premises.containers()).length > 0;
		await it.when('a sandbox is being made for nobody', making, null);
		await it.when('a sandbox waits for somebody', () => pooled()?.readyAt != null, null);
		await until('a sandbox waits', () => pooled()?.readyAt != null);
		await it.when('a sandbox is being handed over', () => it.mine()?.sandbox != null);
		await it.stop();
		await until('a sandbox waits again', () => pooled()?.readyAt != null);
		await it.ada.start();
		expect(it.mine()?.sandbox).toMatch(/^pool-/);
		expect(await it.says('cat /var/tmp/scene')).toMatch(SCENE);
		await it.stop();
		it.premises.close();
	});
});
