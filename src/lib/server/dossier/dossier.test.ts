import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import {
	attempts,
	audit,
	credentials,
	openDb,
	recordings,
	runs,
	sessions,
	users,
	watchings,
	type Db
} from '#lib/server/db/index.ts';
import { Dossier } from './index.ts';

let folder: string;
let db: Db;
let dossier: Dossier;
let settled: number[];
const moment = new Date('2026-01-02T03:04:05Z');
const person = (name: string, role: 'learner' | 'operator' = 'learner') =>
	db
		.insert(users)
		.values({
			name,
			signInName: name.toLowerCase(),
			passwordHash: `hash-of-${name}`,
			role,
			createdAt: moment
		})
		.returning()
		.get().id;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'labwright-dossier-'));
	mkdirSync(join(folder, 'recordings'));
	db = openDb(folder);
	settled = [];
	dossier = new Dossier({
		...{ db, recordings: join(folder, 'recordings') },
		settle: (userId) => Promise.resolve(void settled.push(userId)),
		forget: (userId) =>
			void db.update(credentials).set({ about: null, jwt: null }).where(eq(credentials.userId, userId)).run(),
		tidy: () => Promise.resolve()
	});
});
afterEach(() => {
	db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Somebody who was at work: a run with attempts and a recording, and a browser. */
function lived(userId: number, words: string) {
	const run = {
		userId,
		labId: 'lab',
		digest: 'd',
		startedAt: moment,
		deadline: moment,
		lastSeenAt: moment,
		endedAt: moment
	};
	const { id: runId } = db.insert(runs).values(run).returning().get();
	const attempt = {
		userId,
		runId,
		generation: 1,
		labId: 'lab',
		digest: 'd',
		task: 't',
		check: 'c',
		verdict: 'pass',
		score: 1,
		answer: words
	} as const;
	db.insert(attempts)
		.values({ ...attempt, message: 'ok', milliseconds: 1, trigger: 'button', at: moment })
		.run();
	const shell = { runId, generation: 1, host: 'box', shell: 'main', startedAt: moment };
	const { id } = db.insert(recordings).values(shell).returning().get();
	writeFileSync(join(folder, `recordings/${id}.cast.gz`), `what ${words} showed`);
	db.insert(sessions)
		.values({ id: `session-${userId}`, userId, createdAt: moment, expiresAt: moment, userAgent: 'Firefox' })
		.run();
	return { runId };
}

async function unzipped(userId: number): Promise<Map<string, string>> {
	const zip = await dossier.export(userId);
	if (!zip) throw new Error('nothing to export');
	const archive = await new Promise<ZipFile>((resolve, reject) => {
		void buffer(zip).then((bytes) =>
			fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file)))
		);
	});
	const files = new Map<string, string>();
	await new Promise<void>((resolve) => {
		archive.on('end', resolve);
		archive.on('entry', (entry: Entry) => {
			archive.openReadStream(entry, (_error, stream) => {
				void buffer(stream).then((bytes) => {
					files.set(entry.fileName, bytes.toString());
					archive.readEntry();
				});
			});
		});
		archive.readEntry();
	});
	return files;
}

describe('the export', () => {
	it('has everything about a person, and nothing about another', async () => {
		const ada = person('Ada');
		const bea = person('Bea');
		const { runId } = lived(ada, 'ada-words');
		lived(bea, 'bea-words');
		const look = {
			runId,
			watcherId: bea,
			watcherName: 'Bea',
			what: 'terminal',
			place: 'box',
			startedAt: moment,
			seenAt: moment
		} as const;
		db.insert(watchings).values(look).run();
		db.insert(audit)
			.values({ actorId: ada, actorName: 'Ada', deed: 'export', subject: 'Ada', at: moment })
			.run();

		const files = await unzipped(ada);
		expect(JSON.parse(files.get('users.json') ?? '')).toMatchObject([{ name: 'Ada', role: 'learner' }]);
		expect(JSON.parse(files.get('attempts.json') ?? '')).toMatchObject([{ answer: 'ada-words' }]);
		expect(JSON.parse(files.get('runs.json') ?? '')).toHaveLength(1);
		expect(JSON.parse(files.get('sessions.json') ?? '')).toMatchObject([{ userAgent: 'Firefox' }]);
		expect(JSON.parse(files.get('watchings.json') ?? '')).toMatchObject([{ watcherName: 'Bea' }]);
		expect(JSON.parse(files.get('audit.json') ?? '')).toMatchObject([{ deed: 'export' }]);
		expect(files.get('recordings/1.cast.gz')).toBe('what ada-words showed');
		const all = [...files.values()].join('');
		expect(all).not.toContain('bea-words');
		expect(all).not.toContain('hash-of-Ada');
		expect(all).not.toContain(`session-${ada}`);
		expect((await unzipped(bea)).get('watchings.json')).toContain('Bea'); // that she looked is about her as well
		expect(files.get('README.txt')).toContain('Everything that this platform keeps about you');
	});

	it('is nothing for nobody', async () => expect(await dossier.export(99)).toBeNull());
});

describe('deleting', () => {
	it('takes everything of theirs, leaves others whole, and keeps names where others need them', async () => {
		const ada = person('Ada');
		const bea = person('Bea');
		lived(ada, 'ada-words');
		const { runId } = lived(bea, 'bea-words');
		const look = {
			runId,
			watcherId: ada,
			watcherName: 'Ada',
			what: 'terminal',
			place: 'box',
			startedAt: moment,
			seenAt: moment
		} as const;
		db.insert(watchings).values(look).run();
		db.insert(credentials)
			.values({ code: 'x', userId: ada, courseId: 'c', jwt: 'signed', issuedAt: moment, revokedAt: moment })
			.run();

		expect(await dossier.delete(ada)).toEqual({ name: 'Ada' });
		expect(settled).toEqual([ada]);
		expect(
			db
				.select()
				.from(users)
				.all()
				.map(({ name }) => name)
		).toEqual(['Bea']);
		expect(db.select().from(attempts).all()).toMatchObject([{ answer: 'bea-words' }]);
		expect(db.select().from(watchings).all()).toMatchObject([{ watcherId: null, watcherName: 'Ada' }]);
		expect(db.select().from(credentials).all()).toMatchObject([
			{ userId: null, jwt: null, revokedAt: moment }
		]);
	});

	it('takes what an author tried in labs as theirs, out and away', async () => {
		const ada = person('Ada');
		const trial = person('Ada (trial)');
		db.update(users).set({ trialOf: ada, signInName: null }).where(eq(users.id, trial)).run();
		lived(trial, 'tried-words');
		expect((await unzipped(ada)).get('attempts.json')).toContain('tried-words');
		expect(await dossier.delete(ada)).toEqual({ name: 'Ada' });
		expect(db.select().from(users).all()).toEqual([]);
		expect(db.select().from(attempts).all()).toEqual([]);
	});

	it('leaves no trace of the answers in the files of the database', async () => {
		const ada = person('Ada');
		lived(ada, 'a-very-rare-answer');
		await dossier.delete(ada);
		for (const name of ['labwright.db', 'labwright.db-wal']) {
			expect(readFileSync(join(folder, name)).includes('a-very-rare-answer')).toBe(false);
		}
	});

	it('refuses the last operator, and stops nothing of theirs', async () => {
		const grace = person('Grace', 'operator');
		expect(await dossier.delete(grace)).toMatchObject({
			refused: expect.stringContaining('last operator') as string
		});
		expect(settled).toEqual([]);
		person('Hedy', 'operator');
		expect(await dossier.delete(grace)).toEqual({ name: 'Grace' });
	});
});
