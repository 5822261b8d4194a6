import { expect, it } from 'vitest';
import { MEMORY, openDb, users } from './db/index.ts';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
	let text = '';
	write(openLog('debug', { write: (line) => void (text += line) }));
	return text;
}

it('is one line of JSON an event, with its level and its time', () => {
	const line = JSON.parse(logged((log) => log.warn({ lab: 'a' }, 'watch out'))) as object;
	expect(line).toMatchObject({ level: 'warn', lab: 'a', msg: 'watch out' });
	expect(line).toHaveProperty('time');
});

it('never writes what is secret, however deep it came in', () => {
	const form = { name: 'Ada', password: 'hunter2 hunter2', token: 'hunter2', answer: 'hunter2' };
	const text = logged((log) => {
		log.info(form, 'a form');
		log.info({ form, request: { headers: { cookie: 'hunter2', authorization: 'hunter2' } } }, 'deeper');
	});
	expect(text).not.toContain('hunter2');
	expect(text).toContain('Ada');
});

it('tells why a query failed without the values it was asked with', () => {
	const db = openDb(MEMORY);
	const row = {
		name: 'A',
		signInName: 'a',
		passwordHash: 'hunter2\nhash',
		role: 'learner',
		createdAt: new Date()
	} as const;
	db.insert(users).values(row).run();
	let failure: unknown;
	try {
		db.insert(users).values(row).run();
	} catch (error) {
		failure = error;
	}
	db.$client.close();
	const text = logged((log) => log.error({ error: failure }, 'a page failed'));
	expect(text).not.toContain('hunter2');
	expect(text).toContain('UNIQUE');
});
