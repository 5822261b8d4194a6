import type { Cookies } from '@sveltejs/kit';
import { MEMORY, openDb, type Db } from '#lib/server/db/index.ts';
import { openAuth, type Auth, type AuthOptions, type Visit } from './index.ts';

/** A browser, as far as auth can see one: keeps cookies and sits at an address. */
export class Browser implements Visit {
	jar = new Map<string, { value: string; options: Parameters<Cookies['set']>[2] }>();
	request: Request;
	#address: string;

	constructor(address = '192.0.2.1', userAgent = 'Test/1.0') {
		this.#address = address;
		this.request = new Request('http://lab.test/', { headers: { 'user-agent': userAgent } });
	}

	getClientAddress = () => this.#address;

	cookies = {
		get: (name: string) => this.jar.get(name)?.value,
		set: (name: string, value: string, options: Parameters<Cookies['set']>[2]) => {
			if (options.maxAge === 0) this.jar.delete(name);
			else this.jar.set(name, { value, options });
		}
	} as Cookies;

	get secret(): string {
		const [cookie] = this.jar.values();
		if (!cookie) throw new Error('This browser has no cookie.');
		return cookie.value;
	}

	/** As a websocket's upgrade would carry it. */
	get cookieHeader(): string {
		return [...this.jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
	}
}

export const PASSWORD = 'four hens on a mast';
export const ORIGIN = 'http://localhost:3000';

/** Auth on a database of its own. */
export async function openTestAuth(options: Partial<AuthOptions> = {}): Promise<{ auth: Auth; db: Db }> {
	const db = options.db ?? openDb(MEMORY);
	return { db, auth: await openAuth({ db, origin: ORIGIN, signUp: 'open', ...options }) };
}

/** A new person with `PASSWORD`, signed in in a new browser. */
export async function newcomer(auth: Auth, name: string): Promise<Browser> {
	const browser = new Browser();
	const user = await auth.signUp(browser, { name, password: PASSWORD, code: '' });
	if ('refused' in user) throw new Error(user.refused);
	return browser;
}
