/** Where a post that changed only looks leads back to: a path of this site, whatever the form said. */
export function backTo(address: unknown, here: URL): string {
	const back = URL.parse(String(address), here);
	if (!back || back.origin !== here.origin) return '/';
	// A path that begins with two slashes would be read as another host.
	return `/${back.pathname.replace(/^\/+/, '')}${back.search}`;
}
