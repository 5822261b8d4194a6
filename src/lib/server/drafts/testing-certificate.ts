/** For tests only: a certificate of 127.0.0.1, made anew each time and trusted by nobody. */
import { generateKeyPairSync, sign } from 'node:crypto';

const [INTEGER, BITS, BYTES, NAME, UTF8, TIME, LIST, SET] = [2, 3, 4, 6, 12, 23, 0x30, 0x31];

const ECDSA_SHA256 = '2a8648ce3d040302';
const COMMON_NAME = '550403';
const ALTERNATIVE_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';

function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
	const content = Buffer.concat(
		parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part))
	);
	const { length } = content;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const extension = (name: string, content: Buffer) => der(LIST, der(NAME, name), der(BYTES, content));

/** Key and certificate as PEM. */
export function certificate(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = der(LIST, der(NAME, ECDSA_SHA256));
	const name = der(LIST, der(SET, der(LIST, der(NAME, COMMON_NAME), der(UTF8, Buffer.from('A test')))));
	const years = [-1, 1].map((add) =>
		der(TIME, Buffer.from(`${(new Date().getFullYear() + add) % 100}0101000000Z`))
	);
	const address = der(LIST, der(0x87, '7f000001'));
	const extensions = der(
		LIST,
		extension(BASIC_CONSTRAINTS, der(LIST, der(1, 'ff'))),
		extension(ALTERNATIVE_NAME, address)
	);
	const about = der(
		LIST,
		...[der(0xa0, der(INTEGER, '02')), der(INTEGER, '01'), algorithm, name, der(LIST, ...years), name],
		...[publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, extensions)]
	);
	const whole = der(LIST, about, algorithm, der(BITS, '00', sign('sha256', about, privateKey)));
	const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
	};
}
