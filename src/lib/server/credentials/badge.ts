/** A credential in the words of Open Badges 3.0, which are those of W3C's Verifiable Credentials 2.0. */
import type { JWTPayload } from 'jose';
import { spoken } from '#lib/drills/figures.ts';
import type { CredentialAbout, CredentialRow, LabProof } from '#lib/server/db/index.ts';
import { LIST_SIZE, statusListAt } from './status.ts';

const CONTEXT = [
	'https://www.w3.org/ns/credentials/v2',
	'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
];

export interface Issuing {
	origin: string;
	/** Who gives it, in front of people. */
	issuer: string;
}

type Given = Pick<CredentialRow, 'id' | 'code' | 'courseId' | 'issuedAt'> & { about: CredentialAbout };

export const issuerOf = (origin: string, name: string) => ({
	id: `${origin}/credentials/issuer`,
	type: ['Profile'],
	name,
	url: origin
});

export function badgeOf(
	{ id, code, courseId, issuedAt, about }: Given,
	{ origin, issuer }: Issuing
): JWTPayload {
	const address = `${origin}/certificates/${code}`;
	const subject = `urn:uuid:${code}`;
	return {
		'@context': CONTEXT,
		id: address,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: about.course,
		issuer: issuerOf(origin, issuer),
		validFrom: issuedAt.toISOString(),
		credentialSubject: {
			id: subject,
			type: ['AchievementSubject'],
			identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: about.name }],
			achievement: achievementOf(courseId, about, origin)
		},
		evidence: about.labs.flatMap((lab) => [evidenceOf(lab, address), ...drillEvidence(lab, address)]),
		credentialStatus: {
			id: `${statusListAt(origin, id)}#${id % LIST_SIZE}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: `${id % LIST_SIZE}`,
			statusListCredential: statusListAt(origin, id)
		},
		// The same once more, by the names that readers of tokens look for.
		...{ iss: issuerOf(origin, issuer).id, jti: address, sub: subject }
	};
}

const achievementOf = (courseId: string, { course, summary, outcomes }: CredentialAbout, origin: string) => ({
	id: `${origin}/courses/${courseId}`,
	type: ['Achievement'],
	achievementType: 'Course',
	name: course,
	description: summary,
	criteria: {
		narrative: [
			'Every lab of the course was done on real machines, as checks found them:',
			...outcomes.map((one) => `- ${one}`)
		].join('\n')
	}
});

const evidenceOf = (
	{ labId, title, digest, points, of, doneAt }: CredentialAbout['labs'][number],
	address: string
) => ({
	id: `${address}#${labId}`,
	type: ['Evidence'],
	name: title,
	genre: 'Lab',
	narrative: `All tasks of the lab ${labId} were done, with ${points} of ${of} points, on ${doneAt}. Content of the lab: sha256 ${digest}.`
});

/** How a drill on the lab went; nothing where none was played. */
function drillEvidence({ labId, title, drill }: LabProof, address: string) {
	if (!drill) return [];
	const { toNotice, toRecover, toRecoverAgain, met, objectives, digest, at } = drill;
	const times = [
		toNotice !== null && `noticed ${spoken(toNotice, 'en')} after it broke`,
		toRecover !== null ? `well again after ${spoken(toRecover, 'en')}` : 'not well again in time',
		toRecoverAgain === 0 && 'the repair stood the second strike',
		toRecoverAgain && `well again ${spoken(toRecoverAgain, 'en')} after the second strike`
	];
	return [
		{
			id: `${address}#${labId}-drill`,
			type: ['Evidence'],
			name: `Drill: ${title}`,
			genre: 'Drill',
			narrative: `Something broke unannounced in the lab ${labId}, on ${at}: ${times.filter(Boolean).join(', ')}. ${met} of ${objectives} objectives were met, as probes from outside saw it. Content of the lab: sha256 ${digest}.`
		}
	];
}
