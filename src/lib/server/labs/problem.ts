/** Something in labs/ that an author must mend. `line` and `column` start at 1. */
export interface Problem {
	/** Path below labs/. */
	file: string;
	line: number;
	column: number;
	message: string;
	/** The lab or course it keeps away from learners; null if it is only a warning. */
	hides: string | null;
}
