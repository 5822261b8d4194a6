/**
 * Of a flood of plain text, a screen and its past keep only the last lines. What scrolls out of both
 * before anybody could see it need not be drawn.
 */
const [NEWLINE, RETURN, TAB, SPACE, DELETE, C1_LEAD, C1_END] = [10, 13, 9, 32, 127, 0xc2, 0xa0];

/**
 * Where drawing may begin so that the last `lines` lines come out as they would from the beginning: at the
 * end of a line, with nothing before it but text. 0 when there is more to it than that.
 */
export function skim(bytes: Uint8Array, lines: number): number {
	const from = endOfLineBefore(bytes, lines);
	return isPlain(bytes.subarray(0, from)) ? from : 0;
}

/** The `\r\n` that so many others follow; 0 when there are not as many. */
function endOfLineBefore(bytes: Uint8Array, lines: number): number {
	let at = bytes.length;
	for (let found = 0; found <= lines; found++) {
		at = bytes.lastIndexOf(NEWLINE, at - 1);
		if (at <= 0) return 0;
	}
	return bytes[at - 1] === RETURN ? at - 1 : 0;
}

/** Nothing in it moves the cursor but the ends of lines, and nothing changes how text is drawn. */
function isPlain(bytes: Uint8Array): boolean {
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at]!;
		if (byte < SPACE ? byte !== NEWLINE && byte !== RETURN && byte !== TAB : byte === DELETE) return false;
		// Control characters of eight bits, such as the other spelling of ESC [.
		if (byte === C1_LEAD && (bytes[at + 1] ?? 0) < C1_END) return false;
	}
	return true;
}
