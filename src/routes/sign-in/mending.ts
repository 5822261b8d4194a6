import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

/**
 * For `use:enhance` on a form with fields. When it comes back, what was typed stays, except
 * passwords, and the first field to mend is ready to type in.
 */
export const mending =
	(tell: (busy: boolean) => void): SubmitFunction =>
	({ formElement }) => {
		tell(true);
		return async ({ result, update }) => {
			await update({ reset: result.type === 'success' });
			tell(false);
			if (result.type !== 'failure') return;
			for (const field of formElement.querySelectorAll<HTMLInputElement>('input[type="password"]')) {
				field.value = '';
				field.dispatchEvent(new Event('input', { bubbles: true })); // whoever is bound to it must know
			}
			await tick();
			formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		};
	};
