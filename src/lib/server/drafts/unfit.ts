/** Something in what was brought that we will not take: thrown inside this room, a refusal at its door. */
export class Unfit extends Error {}

/** The refusal of what was thrown. @throws what is no refusal. */
export function refusalOf(error: unknown): { refused: string } {
	if (error instanceof Unfit) return { refused: error.message };
	throw error;
}
