/** Which passwords we take. Length is what counts; no rule asks for signs and digits. */
import { t } from '#lib/words/index.ts';
import { foldName } from './names.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** The same characters, however the keyboard put them together. */
export const tidyPassword = (typed: string) => typed.normalize('NFKC');

export const tooLong = (password: string) =>
	password.length > 2 * PASSWORD_MAX || [...password].length > PASSWORD_MAX;

/** What is wrong with a password for this name, as a sentence; null if it will do. */
export function passwordProblem(password: string, name: string): string | null {
	if (password === '') return t('Choose a password.');
	if (tooLong(password)) return t('A password has at most {most} characters.', { most: PASSWORD_MAX });
	const tidy = tidyPassword(password);
	if ([...tidy].length < PASSWORD_MIN)
		return t('A password has at least {least} characters.', { least: PASSWORD_MIN });
	const folded = foldName(tidy);
	if (folded === foldName(name)) return t('The password must not be the name.');
	if (new Set(folded).size < 4 || COMMON.has(folded) || COMMON.has(folded.replace(/[\d\W_]+$/, ''))) {
		return t(
			'This is one of the first passwords anybody would try. Three or four words you alone would put together make a good one.'
		);
	}
	return null;
}

/** From the tops of published lists, those long enough to pass, and words that stay guessable with digits behind them. */
const COMMON = new Set(
	`0123456789 1234567890 12345678910 123456789a 1234512345 1234554321 9876543210 0987654321 1029384756
	1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwertyuiop[] qwerty12345
	qwerty123456 qwertyqwerty asdfghjkl asdfghjkl; asdfghjkl1 asdf1234asdf zxcvbnmasd zaq12wsxcde3 qazwsxedcrfv abcdefghij
	abcdefghijk abc123abc123 a123456789 a1b2c3d4e5 aa123456789 123456789q 147258369a
	password passwords passw0rd p@ssw0rd p@ssword passwort motdepasse contraseña wachtwoord parola
	password1 password123 password1234 passwordpassword mypassword thisismypassword newpassword changeme changemenow
	letmein letmeinnow welcome iloveyou iloveyouso trustno1 sunshine princess football basketball baseball superman
	starwars computer internet whatever unbelievable qwerty qwertz azerty asdfgh admin administrator root toor
	labwright learner instructor operator student teacher school university letmeinplease correcthorsebatterystaple`.split(
		/\s+/
	)
);
