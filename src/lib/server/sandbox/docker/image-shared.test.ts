import { expect, test } from 'vitest';
import { shared } from './image-shared.ts';

test('work that several ask for is done once, and all of them hear of it, latecomers too', async () => {
	const once = shared();
	let runs = 0;
	let finish = () => {};
	const work = async (tellAll: (text: string) => void) => {
		runs += 1;
		tellAll('begun');
		await new Promise<void>((resolve) => (finish = resolve));
		tellAll('ended');
	};
	const [ada, bob]: [string[], string[]] = [[], []];
	const first = once('image', (text) => ada.push(text), work);
	const second = once('image', (text) => bob.push(text), work);
	await Promise.resolve();
	finish();
	await Promise.all([first, second]);
	expect(runs).toBe(1);
	expect(ada).toEqual(['begun', 'ended']);
	expect(bob).toEqual(ada);
});

test('when it fails, it fails for everyone, and the next who asks tries anew', async () => {
	const once = shared();
	let runs = 0;
	const fail = () => {
		runs += 1;
		return Promise.reject(new Error('no space'));
	};
	const both = await Promise.allSettled([once('image', () => {}, fail), once('image', () => {}, fail)]);
	expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(runs).toBe(1);
	await expect(once('image', () => {}, fail)).rejects.toThrow('no space');
	expect(runs).toBe(2);
});
