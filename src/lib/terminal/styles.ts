/**
 * The emulator writes its own <style> elements, which a strict content security policy refuses.
 * While it opens, those elements are given the page's nonce; nothing else is.
 */
export function withNonce<T>(open: () => T): T {
	const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
	const create = document.createElement;
	document.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
		const element = create.call(this, name, options);
		if (name === 'style') element.nonce = nonce;
		return element;
	} as typeof document.createElement;
	try {
		return open();
	} finally {
		document.createElement = create;
	}
}
