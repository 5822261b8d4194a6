/** Handing in what is looked at on a copy, as a learner does it, on a real engine. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { resolve } from 'node:path';
import { attempts } from '#lib/server/db/index.ts';
import { openEngine, type SandboxEngine } from '#lib/server/sandbox/index.ts';
import { findDocker } from '../../../../scripts/docker.mjs';
import { Ground, makeLab, ok, scriptCheck } from './testing.ts';

const TEXT =
	'[ -f /run/answer-is-served ] || fail "Nobody serves the answer."\npass "It is served, after a start."';
const host = makeLab('base').hosts[0]!;
const lab = makeLab('exam', {
	hosts: [{ ...host, user: 'root', limits: { memoryMiB: 128, cpus: 1, pids: 128, diskMiB: 64 } }],
	tasks: [
		{
			...{ id: 'serve', title: 'Serve it, also after a start', needs: [], fault: null, hints: [], points: 1 },
			checks: [scriptCheck('served', TEXT, { trust: 'clone', trigger: 'submit', timeoutSeconds: 20 })]
		}
	]
});

const ground = new Ground();
let engine: SandboxEngine;
beforeAll(async () => {
	const address = (await findDocker(process.env.DOCKER_HOST)) ?? 'unix:///var/run/docker.sock';
	const instance = `hand-in-${Date.now().toString(36)}`;
	engine = openEngine({ kind: 'docker', address, containers: resolve('containers'), instance });
	await engine.prepare(['linux'], () => {});
	ground.labs.set('exam', lab);
	await ground.openRuns({ engine });
}, 300_000);
afterAll(async () => {
	for (const name of await engine.list()) await engine.remove(name);
	await ground.close();
	await engine.close();
});

const start = async () => {
	const run = ok(ground.runs.start(1, lab));
	await vi.waitFor(() => expect(ground.runs.current(1, 'exam')?.readyAt).toBeTruthy(), {
		...{ timeout: 120_000, interval: 200 }
	});
	return ground.runs.current(1, 'exam') ?? run;
};

it(
	'what only runs does not count, what starts again does, and the copy is gone',
	{ timeout: 240_000 },
	async () => {
		const run = await start();
		const type = async (script: string) =>
			(await ground.runs.sandbox(run))!.exec('box', { command: ['/.lab/bin/sh'], script });
		const result = () => ground.progress.standing(1, lab, run)[0]!.checks[0]!;
		const machines = await engine.list();

		// Root has left lies in the way of the check, and a file that is there only until a start.
		await type(`mkdir -p /etc/lab; printf '#!/.lab/bin/sh\\nexit 0\\n' >/usr/bin/test; cp /usr/bin/test '/usr/bin/['
printf '#!/.lab/bin/sh\\nrm -f /run/answer-is-served\\n' >/etc/lab/boot; chmod +x /etc/lab/boot; touch /run/answer-is-served`);
		expect(await ground.runs.handIn(run, lab)).toBeNull();
		expect(result()).toMatchObject({ state: 'fail', message: 'Nobody serves the answer.' });
		expect((await type('[ -f /run/answer-is-served ]')).code).toBe(0);

		await type(`printf '#!/.lab/bin/sh\\n(sleep 3; touch /run/answer-is-served) &\\n' >/etc/lab/boot`);
		expect(await ground.runs.handIn(run, lab)).toBeNull();
		expect(result()).toMatchObject({ state: 'pass', message: 'It is served, after a start.' });

		const kept = ground.db.select().from(attempts).all();
		expect(kept.map(({ verdict, trigger }) => [verdict, trigger])).toEqual([
			['fail', 'submit'],
			['pass', 'submit']
		]);
		expect(await engine.list()).toEqual(machines);
	}
);
