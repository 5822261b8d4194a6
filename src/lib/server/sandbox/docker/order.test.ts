import { expect, test } from 'vitest';
import { host } from '../contract.ts';
import type { Work } from '../index.ts';
import { inOrder, untilReady } from './order.ts';

test('hosts wait for those they need, and only for those', async () => {
	const said: string[] = [];
	const hosts = [
		host({ name: 'web', needs: ['db', 'cache'] }),
		host({ name: 'db' }),
		host({ name: 'cache' })
	];
	await inOrder(hosts, async ({ name }) => {
		said.push(`${name} begins`);
		await Promise.resolve();
		said.push(`${name} is up`);
	});
	expect(said.slice(0, 2)).toEqual(['db begins', 'cache begins']);
	expect(said.slice(-2)).toEqual(['web begins', 'web is up']);
});

test('hosts that need each other, or nobody we know, are refused by name', async () => {
	const circle = [host({ name: 'a', needs: ['b'] }), host({ name: 'b', needs: ['a'] })];
	await expect(inOrder(circle, async () => {})).rejects.toThrow('a → b → a');
	await expect(inOrder([host({ name: 'a', needs: ['x'] })], async () => {})).rejects.toThrow(
		'a needs the host x'
	);
});

const probing = (...codes: number[]) => {
	const asked: Work[] = [];
	const exec = async (_: string, work: Work) => {
		asked.push(work);
		return { code: codes.shift() ?? 1, stdout: 'no answer yet', stderr: '', timedOut: false };
	};
	return { asked, sandbox: { exec } };
};
const ready = { probe: { command: ['bash'], script: 'true' }, everySeconds: 0.01, timeoutSeconds: 0.2 };

test('a probe is asked until it says yes', async () => {
	const { asked, sandbox } = probing(1, 1, 0);
	await untilReady(sandbox, host({ ready }));
	expect(asked).toHaveLength(3);
});

test('a probe that never says yes ends the start, with what it said', async () => {
	const { sandbox } = probing();
	await expect(untilReady(sandbox, host({ name: 'db', ready }))).rejects.toThrow(
		'The host db was not ready after 0.2 seconds. Its probe: no answer yet'
	);
});
