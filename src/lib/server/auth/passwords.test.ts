import * as argon2 from '@node-rs/argon2';
import { beforeEach, expect, it, vi } from 'vitest';
import { openPasswords } from './passwords.ts';

vi.mock('@node-rs/argon2', async (original) => {
	const real = await original<typeof argon2>();
	return { ...real, verify: vi.fn(real.verify) };
});
const verify = vi.mocked(argon2.verify);
beforeEach(() => void verify.mockClear());

it('hashes with argon2id, 19 MiB and two passes, salted', async () => {
	const passwords = await openPasswords();
	const [one, two] = await Promise.all([
		passwords.hash('four hens on a mast'),
		passwords.hash('four hens on a mast')
	]);
	expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(one).not.toBe(two);
	expect(await passwords.verify('four hens on a mast', one)).toBe(true);
	expect(await passwords.verify('five hens on a mast', one)).toBe(false);
});

it('knows a password whichever way its accents were typed', async () => {
	const passwords = await openPasswords();
	expect(await passwords.verify('cafe\u0301 au lait', await passwords.hash('caf\u00e9 au lait'))).toBe(true);
});

it('does the same work for a name nobody has', async () => {
	const passwords = await openPasswords();
	const real = await passwords.hash('four hens on a mast');
	verify.mockClear();
	expect(await passwords.verify('anything at all', null)).toBe(false);

	expect(verify).toHaveBeenCalledOnce();
	const decoy = String(verify.mock.calls[0]?.[0]);
	expect(decoy.split('$').slice(0, 4)).toEqual(real.split('$').slice(0, 4)); // same algorithm, same cost
});

it('verifies at most four at once, and says when it is busy', async () => {
	const passwords = await openPasswords();
	let now = 0;
	let most = 0;
	verify.mockImplementation(async () => {
		most = Math.max(most, ++now);
		await new Promise((resolve) => setTimeout(resolve, 2));
		now--;
		return true;
	});
	const all = Array.from({ length: 110 }, () => passwords.verify('x', null));
	expect(passwords.busy).toBe(true);
	await Promise.all(all);
	expect(passwords.busy).toBe(false);
	expect(most).toBe(4);
});
