import { expect, test } from 'vitest';
import { isDebian } from './apt.mjs';

test.each([
	['ID=debian\nVERSION_ID="12"', true],
	['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', true],
	['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
	['ID=fedora\nNAME="not ID=debian"', false],
	['ID=debianish', false],
	['', false]
])('%j belongs to the Debian family: %s', (release, expected) => {
	expect(isDebian(release)).toBe(expected);
});
