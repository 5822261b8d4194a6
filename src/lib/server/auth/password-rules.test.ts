import { expect, it } from 'vitest';
import { passwordProblem } from './password-rules.ts';

it.each(['four hens on a mast', 'tuwkepf0qi', 'пароль-не-скажу', 'x'.repeat(190) + 'abcdefghij'])(
	'takes %s',
	(password) => expect(passwordProblem(password, 'ada')).toBeNull()
);

it.each([
	['', /Choose/],
	['ninechars', /at least 10/],
	['ab'.repeat(101), /at most 200/],
	['Ada.Lovelace', /not be the name/],
	['aaaaaaaaaaaa', /anybody would try/],
	['PASSWORD2026!', /anybody would try/],
	['1234567890', /anybody would try/],
	['qwertyuiop', /anybody would try/]
])('refuses %j', (password, sentence) => {
	expect(passwordProblem(password, 'ada.lovelace')).toMatch(sentence);
});
