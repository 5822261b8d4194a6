import { networkInterfaces } from 'node:os';
import { expect, it } from 'vitest';
import { isOutside } from './outside.ts';

it('takes places far away for outside', () => {
	expect(['203.0.113.7', '10.200.0.1', '2001:db8::7'].map(isOutside)).toEqual([true, true, true]);
});

it('takes this machine, its link, and who answers there for no outside, however they are written', () => {
	const never = ['127.0.0.1', '127.9.9.9', '0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255'];
	const six = [
		'::1',
		'::',
		'fe80::1',
		'ff02::1',
		'fd00:ec2::254',
		'::ffff:127.0.0.1',
		'::ffff:169.254.169.254'
	];
	const own = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);
	expect([...never, ...six, ...own].filter(isOutside)).toEqual([]);
});
