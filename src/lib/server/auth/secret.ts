/** Secrets we hand out, of which we keep only a hash: whoever steals the database holds nothing that opens. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** SHA-256 in hex. Enough for what is random by itself; passwords go through argon2 instead. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Without I, L, O and U: nothing that is misread or spells a word. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An invitation code of 80 random bits that can be read aloud: `7K2M-Q9XD-0HVT-3R5B`. */
export function newCode(): string {
	const letters = Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]);
	return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Hash of a code as somebody typed it: case, spaces and dashes do not matter, nor do O and 0. */
export function hashCode(typed: string): string {
	const letters = typed.slice(0, 100).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
	return hashSecret(letters.replace(/[^0-9A-Z]/g, ''));
}
