import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE, openDb, users } from '#lib/server/db/index.ts';
import tar from 'tar-stream';
import { backUp, restore, type BackupMade } from './index.ts';

let root: string;
let data: string;
let folder: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'labwright-backups-'));
	data = join(root, 'data');
	folder = join(root, 'backups');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ada = { name: 'Ada', passwordHash: 'x', role: 'learner', createdAt: new Date(0) } as const;
const make = async (keep = 14) => (await backUp({ data, folder, keep, version: '0.1.0' })) as BackupMade;

/** A data folder with somebody in it, a recording and an edition. The database stays open, as a server's is. */
function lived() {
	const db = openDb(data);
	db.insert(users).values(ada).run();
	mkdirSync(join(data, 'recordings'));
	writeFileSync(join(data, 'recordings/1.cast.gz'), 'a recording');
	mkdirSync(join(data, 'labs/abc/course/module/lab'), { recursive: true });
	writeFileSync(join(data, 'labs/abc/course/module/lab/guide.md'), '# Hello');
	writeFileSync(join(data, 'dockerd.log'), 'noise');
	return db;
}

const namesIn = (at = data) => {
	const db = openDb(at);
	const names = db
		.select()
		.from(users)
		.all()
		.map(({ name }) => name);
	db.$client.close();
	return names;
};

describe('a backup', () => {
	it('brings back people, recordings and editions as they were, and keeps what it replaced', async () => {
		const db = lived();
		const { file, files } = await make();
		expect(files).toBe(3);
		db.insert(users)
			.values({ ...ada, name: 'Bea' })
			.run();
		db.$client.close();
		writeFileSync(join(data, 'recordings/1.cast.gz'), 'overwritten');
		writeFileSync(join(data, 'recordings/2.cast.gz'), 'later');

		const done = await restore({ file, data });
		expect(done).toMatchObject({ version: '0.1.0', format: 1 });
		expect(namesIn()).toEqual(['Ada']);
		expect(readFileSync(join(data, 'recordings/1.cast.gz'), 'utf8')).toBe('a recording');
		expect(existsSync(join(data, 'recordings/2.cast.gz'))).toBe(false);
		expect(readFileSync(join(data, 'labs/abc/course/module/lab/guide.md'), 'utf8')).toBe('# Hello');
		const { replaced } = done as { replaced: string };
		expect(namesIn(replaced)).toEqual(['Ada', 'Bea']);
		expect(readFileSync(join(replaced, 'recordings/2.cast.gz'), 'utf8')).toBe('later');
	});

	it('is whole while another connection keeps writing', async () => {
		const db = lived();
		const writing = setInterval(() => db.insert(users).values(ada).run(), 0);
		const { file } = await make();
		clearInterval(writing);
		db.$client.close();
		const elsewhere = join(root, 'elsewhere');
		expect(await restore({ file, data: elsewhere })).toMatchObject({ replaced: null });
		expect(namesIn(elsewhere).length).toBeGreaterThan(0);
	});

	it('is read by its owner alone, before and after', async () => {
		lived().$client.close();
		const { file } = await make();
		expect(statSync(file).mode & 0o777).toBe(0o600);
		await restore({ file, data });
		expect(statSync(join(data, DATABASE)).mode & 0o777).toBe(0o600);
	});

	it('can be unpacked and proven without us', async () => {
		lived().$client.close();
		const { file } = await make();
		execFileSync('tar', ['xzf', file], { cwd: root });
		expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: root }).toString()).toContain(
			`${DATABASE}: OK`
		);
	});

	it('lets the oldest go, and nothing that is not ours', async () => {
		lived().$client.close();
		mkdirSync(folder);
		const old = ['labwright-20200101T000000Z.tar.gz', 'labwright-20210101T000000Z.tar.gz'];
		for (const name of [...old, 'holiday.tar.gz']) writeFileSync(join(folder, name), '');
		const { removed, file } = await make(2);
		expect(removed).toEqual([old[0]]);
		expect(readdirSync(folder).sort()).toEqual(
			['holiday.tar.gz', old[1], file.slice(folder.length + 1)].sort()
		);
	});

	it('refuses where there is no database, and leaves nothing behind', async () => {
		expect(await backUp({ data, folder, keep: 1, version: '1' })).toMatchObject({
			refused: expect.stringContaining('nothing to back up') as string
		});
		expect(readdirSync(folder)).toEqual([]);
	});
});

describe('restoring', () => {
	const refusedWith = (words: string) => ({ refused: expect.stringContaining(words) as string });

	it('refuses while a server runs on the folder, and changes nothing', async () => {
		const db = lived();
		const { file } = await make();
		expect(await restore({ file, data })).toEqual(refusedWith('A server runs'));
		expect(db.select().from(users).all()).toHaveLength(1);
		db.insert(users).values(ada).run();
		db.$client.close();
	});

	it('refuses while another process has the database open', async () => {
		lived().$client.close();
		const { file } = await make();
		const { spawn } = await import('node:child_process');
		const program = `import Database from 'better-sqlite3';
			const db = new Database(process.argv[1]); db.pragma('journal_mode = WAL');
			db.prepare('select count(*) from users').get(); console.log('open'); process.stdin.resume();`;
		const other = spawn(process.execPath, ['--input-type=module', '-e', program, join(data, DATABASE)]);
		await new Promise((resolve) => other.stdout.once('data', resolve));
		expect(await restore({ file, data })).toEqual(refusedWith('A server runs'));
		const gone = new Promise((resolve) => other.once('exit', resolve));
		other.kill('SIGKILL');
		await gone;
		expect(await restore({ file, data })).not.toHaveProperty('refused'); // a dead process holds nothing
	});

	/** A backup of a database on which `sql` was run. */
	async function madeWith(sql: string): Promise<string> {
		const db = lived();
		db.$client.exec(sql);
		db.$client.close();
		const { file } = await make();
		return file;
	}

	it('refuses what a newer version made', async () => {
		const file = await madeWith(
			`insert into __drizzle_migrations (hash, created_at) values ('later', 99999999999999)`
		);
		expect(await restore({ file, data })).toEqual(refusedWith('newer version'));
	});

	it('refuses what a version made that this one does not come after', async () => {
		const file = await madeWith('update __drizzle_migrations set created_at = created_at - 1');
		expect(await restore({ file, data })).toEqual(refusedWith('does not come after'));
	});

	it('refuses a file that was cut off, one that was changed and one that is none', async () => {
		lived().$client.close();
		const { file } = await make();
		const whole = readFileSync(file);
		const bad = join(root, 'bad.tar.gz');

		writeFileSync(bad, whole.subarray(0, whole.length / 2));
		expect(await restore({ file: bad, data })).toEqual(refusedWith('cut off'));

		const plain = gunzipSync(whole);
		plain[plain.indexOf('a recording')] = 0x41;
		writeFileSync(bad, gzipSync(plain));
		expect(await restore({ file: bad, data })).toEqual(
			refusedWith('recordings/1.cast.gz is not what was saved')
		);

		writeFileSync(bad, 'hello');
		expect(await restore({ file: bad, data })).toEqual(refusedWith('no backup'));
		expect(await restore({ file: join(root, 'none'), data })).toEqual(refusedWith('cannot be read'));
		expect(namesIn()).toEqual(['Ada']);
		expect(readdirSync(data).filter((name) => name.startsWith('.restoring'))).toEqual([]);
	});

	it.each(['../escaped', '/tmp/escaped', 'a/../../escaped', 'dockerd.log'])(
		'refuses a file called %s',
		async (name) => {
			const pack = tar.pack();
			pack.entry(
				{ name: 'labwright-backup.json' },
				JSON.stringify({ format: 1, version: '1', madeAt: new Date().toISOString() })
			);
			pack.entry({ name }, 'hostile');
			pack.finalize();
			const chunks: Buffer[] = [];
			for await (const chunk of pack) chunks.push(chunk as Buffer);
			const file = join(root, 'hostile.tar.gz');
			writeFileSync(file, gzipSync(Buffer.concat(chunks)));
			expect(await restore({ file, data })).toEqual(refusedWith('no backup does'));
			expect(existsSync(join(root, 'escaped'))).toBe(false);
		}
	);
});
