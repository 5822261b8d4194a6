import { describe, expect, it } from 'vitest';
import * as people from './+page.server.ts';
import * as audit from './audit/+page.server.ts';
import { operatorOf } from './guard.ts';
import * as invitations from './invitations/+page.server.ts';
import * as platform from './platform/+page.server.ts';
import * as signUp from './sign-up/+page.server.ts';

const url = new URL('http://localhost/operator/invitations');
const person = (role: 'learner' | 'instructor' | 'operator') => ({ user: { id: 1, name: 'ada', role } });
const forbidden = expect.objectContaining({
	status: 403,
	body: { message: expect.stringContaining('Only operators') as string }
}) as Error;

it('lets operators pass', () => expect(operatorOf(person('operator'), url).name).toBe('ada'));

it('asks a visitor to sign in, and brings them back', () => {
	expect(() => operatorOf({ user: null }, url)).toThrow(
		expect.objectContaining({ status: 303, location: '/sign-in?next=%2Foperator%2Finvitations' }) as Error
	);
});

/** All that the operator's pages show and do, as SvelteKit calls it. */
const doors = Object.entries({ people, invitations, platform, signUp, audit }).flatMap(
	([page, { load, actions }]: [string, { load: unknown; actions?: object }]) =>
		Object.entries({ load, ...actions }).map(([name, run]) => ({
			door: `${page} ${name}`,
			run: run as (event: object) => unknown
		}))
);

describe.each(['learner', 'instructor'] as const)('a %s', (role) => {
	it.each(doors)('is kept from $door, before anything is read or done', async ({ run }) => {
		const event = { locals: person(role), url, setHeaders: () => undefined };
		await expect((async () => run(event))()).rejects.toEqual(forbidden);
	});
});
