/** Which credentials were revoked, as a W3C Bitstring Status List: who asks for one is told of none in particular. */
import { gzipSync } from 'node:zlib';
import type { JWTPayload } from 'jose';

/** The least the standard allows, so that a list hides whose state is asked for. */
export const LIST_SIZE = 131_072;

export const statusListAt = (origin: string, id: number) =>
	`${origin}/credentials/status/${Math.floor(id / LIST_SIZE)}`;

/** `revoked`: places in this list, from 0. */
export function statusListOf(
	revoked: number[],
	part: number,
	issuer: { id: string },
	origin: string
): JWTPayload {
	const address = `${origin}/credentials/status/${part}`;
	const bits = Buffer.alloc(LIST_SIZE / 8);
	// The first bit is the leftmost one.
	for (const place of revoked) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
	return {
		'@context': ['https://www.w3.org/ns/credentials/v2'],
		id: address,
		type: ['VerifiableCredential', 'BitstringStatusListCredential'],
		issuer: issuer.id,
		validFrom: new Date().toISOString(),
		credentialSubject: {
			id: `${address}#list`,
			type: 'BitstringStatusList',
			statusPurpose: 'revocation',
			encodedList: `u${gzipSync(bits).toString('base64url')}`
		},
		...{ iss: issuer.id, jti: address }
	};
}
