import { expect, it } from 'vitest';
import { languagesOf } from './languages.ts';

it.each([
	['what was chosen goes first', 'fr', 'en,de;q=0.5', ['fr', 'en', 'de']],
	[
		'the browser’s wishes are weighed',
		undefined,
		'en;q=0.2, fr-CH, fr;q=0.9, *;q=0.1',
		['fr-CH', 'fr', 'en']
	],
	['regions are spelt one way', undefined, 'pt-br, zh-Hans-CN;q=0.5', ['pt-BR', 'zh']],
	['what is refused is not wished for', undefined, 'fr;q=0, en', ['en']],
	['nonsense is nothing', '"><script>', ';;,q=,%%%', []],
	['nobody has to say anything', undefined, null, []]
])('%s', (_, cookie, accepted, languages) => {
	expect(languagesOf(cookie, accepted)).toEqual(languages);
});
