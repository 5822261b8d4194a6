import { expect, test } from 'vitest';
import { draftKey, dropDraft, findDraft, keepDraft, type DraftStore } from './drafts.ts';

/** A store as browsers have it, which fits in a test. */
function store(): DraftStore & { kept: Map<string, string> } {
	const kept = new Map<string, string>();
	return {
		kept,
		get length() {
			return kept.size;
		},
		key: (index) => [...kept.keys()][index] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

test('a draft comes back as it was, until it is dropped', () => {
	const all = store();
	const key = draftKey('7', 'lab', 'web', '/etc/app.conf');
	expect(findDraft(all, key)).toBeNull();
	expect(keepDraft(all, key, { text: 'a\n', version: 'v', at: 1 })).toBe(true);
	expect(findDraft(all, key)).toEqual({ text: 'a\n', version: 'v', at: 1 });
	dropDraft(all, key);
	expect(findDraft(all, key)).toBeNull();
});

test('drafts are few and short: the oldest goes, other things of the browser stay', () => {
	const all = store();
	all.setItem('labwright.map', 'open');
	for (let n = 0; n < 20; n++)
		keepDraft(all, draftKey('7', 'l', 'h', `/${n}`), { text: '', version: '', at: n });
	expect([...all.kept.keys()].filter((key) => key.includes('draft'))).toHaveLength(8);
	expect(findDraft(all, draftKey('7', 'l', 'h', '/19'))).not.toBeNull();
	expect(findDraft(all, draftKey('7', 'l', 'h', '/11'))).toBeNull();
	expect(all.getItem('labwright.map')).toBe('open');
	expect(keepDraft(all, 'labwright.draft x', { text: 'x'.repeat(300_000), version: '', at: 1 })).toBe(false);
});

test('what is broken in the store is no draft', () => {
	const all = store();
	for (const broken of ['{', 'null', '{"text":1}', '[]']) {
		all.setItem('labwright.draft x', broken);
		expect(findDraft(all, 'labwright.draft x')).toBeNull();
	}
});
