import { expect, it } from 'vitest';
import { languagesIn } from './languages.ts';

it('offers every language a lab is in, once, by its own name', () => {
	expect(
		languagesIn([{ translations: [{ language: 'fr' }] as never }, { language: 'pt-BR' }, { language: 'fr' }])
	).toEqual([
		{ tag: 'en', name: 'English' },
		{ tag: 'fr', name: 'Français' },
		{ tag: 'pt-BR', name: 'Português (Brasil)' }
	]);
});
