import { fail } from '@sveltejs/kit';
import type { FormRefusal } from '#lib/server/auth/index.ts';

/** A field's text; empty when it is missing, or a file. */
export function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Send a form back with what must be mended, and with what was typed: never with a password. */
export const mend = <Typed extends Record<string, string>>(
	{ refused, field, waitSeconds }: FormRefusal,
	typed: Typed
) => fail(waitSeconds ? 429 : 400, { refused, field, typed });
