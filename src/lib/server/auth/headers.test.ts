import { expect, it } from 'vitest';
import { protect } from './headers.ts';

it('guards every answer against sniffing, framing and leaking addresses', () => {
	const headers = new Headers();
	protect(headers, false);
	expect(Object.fromEntries(headers)).toMatchObject({
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'content-security-policy': expect.stringContaining(`frame-ancestors 'none'`) as string
	});
	expect(headers.get('permissions-policy')).toContain('camera=()');
});

it('asks for https only where there is https', () => {
	const [plain, secure] = [new Headers(), new Headers()];
	protect(plain, false);
	protect(secure, true);
	expect(plain.has('strict-transport-security')).toBe(false);
	expect(secure.get('strict-transport-security')).toBe('max-age=31536000');
});

it("keeps a page's own policy, and adds the styles a terminal writes under the page's nonce", () => {
	const headers = new Headers({
		'content-security-policy': `script-src 'self' 'nonce-abc'; frame-ancestors 'none'`
	});
	protect(headers, true);
	const policy = headers.get('content-security-policy')!.split('; ');
	expect(policy.slice(0, 2)).toEqual([`script-src 'self' 'nonce-abc'`, `frame-ancestors 'none'`]);
	expect(policy).toContain(`style-src-elem 'self' 'nonce-abc'`);
});

it('lets a page frame what machines serve, where there is a place for that, and nothing else', () => {
	const policy = `script-src 'self' 'nonce-abc'; frame-ancestors 'none'`;
	const headers = new Headers({ 'content-security-policy': policy });
	protect(headers, false, 'http://*.localhost:3000');
	expect(headers.get('content-security-policy')).toMatch(/; frame-src 'self' http:\/\/\*\.localhost:3000$/);
	const answer = new Headers();
	protect(answer, false, 'http://*.localhost:3000');
	expect(answer.get('content-security-policy')).not.toContain('localhost');
});

it('loosens nothing where there is no nonce', () => {
	const headers = new Headers({ 'content-security-policy': `default-src 'self'` });
	protect(headers, true);
	expect(headers.get('content-security-policy')).toBe(`default-src 'self'`);
});

it('lets a file that may do nothing show no pages of machines either', () => {
	const headers = new Headers({ 'content-security-policy': "sandbox; default-src 'none'" });
	protect(headers, false, 'http://*.localhost:3000');
	expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
	expect(headers.get('x-content-type-options')).toBe('nosniff');
});
