import type { Refusal } from '#lib/server/refusal.ts';
import { t } from '#lib/words/index.ts';
import { inWords } from './tries.ts';

/** Why a form was not accepted, and which of its fields must be mended. */
export interface FormRefusal extends Refusal {
	/** Name of the field; null when it is about none of them. */
	field: 'name' | 'password' | 'current' | 'code' | null;
	/** Seconds after which trying again makes sense. */
	waitSeconds?: number;
}

export const refuse = (field: FormRefusal['field'], refused: string): FormRefusal => ({ refused, field });

export const refuseFor = (waitSeconds: number): FormRefusal => ({
	refused: t('Too many tries. Wait {time}, then try again.', { time: inWords(waitSeconds) }),
	field: null,
	waitSeconds
});

export const busy = (): FormRefusal => ({
	refused: t('Too many people are signing in at this moment. Try again in a minute.'),
	field: null,
	waitSeconds: 60
});
