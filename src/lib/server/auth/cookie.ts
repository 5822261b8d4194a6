/** The session's cookie. */

const PLAIN = 'labwright';

/** Browsers take a `__Host-` cookie only over https, for the whole of this host and no other. */
export const cookieName = (secure: boolean) => (secure ? `__Host-${PLAIN}` : PLAIN);

const ANY = new RegExp(`(?:^|;)\\s*(?:__Host-)?${PLAIN}=`);

export const hasSessionCookie = (header: string | null) => header !== null && ANY.test(header);
