/** Something we will not do right now, worded for the person who asked. A value, never thrown. */
export interface Refusal {
	refused: string;
}

export const refused = (value: unknown): value is Refusal =>
	typeof value === 'object' && value !== null && 'refused' in value;
