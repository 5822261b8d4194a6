/** Places of the internet by exact name and port, as authors and operators write them. */

const NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What a name without a port means. */
const WEB = [80, 443];

/**
 * `deb.debian.org` is its ports 80 and 443, `pypi.org:443` that port alone. Null for what is neither:
 * an address, a pattern, a name without a dot.
 */
export function destinationsOf(written: string): string[] | null {
	const [name = '', port, ...more] = written.trim().toLowerCase().split(':');
	if (more.length > 0 || !NAME.test(name)) return null;
	if (port === undefined) return WEB.map((one) => `${name}:${one}`);
	const number = /^[1-9]\d{0,4}$/.test(port) ? Number(port) : 0;
	return number >= 1 && number <= 65535 ? [`${name}:${number}`] : null;
}
