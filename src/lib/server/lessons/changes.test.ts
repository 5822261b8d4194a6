import { describe, expect, it } from 'vitest';
import { readChanges } from './changes.ts';

const since = new Date('2026-11-23T10:00:00Z');
const at = (seconds: number) => since.getTime() / 1000 + seconds;
const read = (...lines: string[]) => readChanges(lines.join('\n'), since);
const paths = (...lines: string[]) => read(...lines).files.map(({ path }) => path);

describe('what changed since the start', () => {
	it('is what was written after the machines were up, the newest first', () => {
		const lines = [
			`${at(0)}|regular file|/etc/hosts`,
			`${at(60)}|regular file|/etc/nginx/nginx.conf`,
			`${at(90)}|symbolic link|/etc/nginx/sites-enabled/shop`
		];
		expect(paths(...lines)).toEqual(['/etc/nginx/sites-enabled/shop', '/etc/nginx/nginx.conf']);
	});

	it('names a folder from which something went, and none that only has something new in it', () => {
		const lines = [
			`${at(60)}|directory|/etc/nginx`,
			`${at(60)}|regular file|/etc/nginx/nginx.conf`,
			`${at(70)}|directory|/srv/shop`,
			`${at(50)}|regular file|/srv/shop/index.html`
		];
		expect(read(...lines).files).toMatchObject([
			{ path: '/srv/shop', isFolder: true },
			{ path: '/etc/nginx/nginx.conf', isFolder: false },
			{ path: '/srv/shop/index.html' }
		]);
	});

	it('has no line of what shells keep for themselves, and none that a name has made up', () => {
		const lines = [
			`${at(60)}|regular file|/home/learner/.bash_history`,
			`${at(60)}|regular empty file|/home/learner/odd`,
			'name of the second line',
			`${at(61)}|regular file|relative`
		];
		expect(paths(...lines)).toEqual(['/home/learner/odd']);
	});

	it('is short, and says how much more there is', () => {
		const many = Array.from(
			{ length: 40 },
			(_, n) => `${at(60 + n)}|regular file|/srv/${'x'.repeat(300)}${n}`
		);
		const { files, more } = read(...many);
		expect([files.length, more, files[0]?.path.length]).toEqual([30, 10, 160]);
	});
});
