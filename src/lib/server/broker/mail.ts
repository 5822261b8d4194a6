/**
 * The mailbox of a script on the grader: what the platform does with it. The other half is the
 * words themselves (words.ts).
 *
 * A question is a folder in the mailbox with a file `request`: words that end with NUL. Its name
 * goes into the pipe `in`; the answer is put beside the question and told through the pipe `done`.
 */

export interface Mail {
	/** Name of the question's folder. */
	id: string;
	verb: 'on' | 'file' | 'hosts';
	words: string[];
}

export interface Reply {
	code: number;
	stdout: string;
	stderr: string;
}

/** Of each stream that is given back. */
const LONGEST = 256 * 1024;
const CUT = '\n[cut: more than 256 KiB]\n';

export const OPEN = 'exec 9<&-\numask 077\nmkdir "$1" && mkfifo "$1/in"\n';

/** Both ends are held open: what several write at once stays in the pipe until it is read. */
export const TAKE = `exec 9<&- 8<>"$1/in"
IFS= read -r id <&8
[ "$id" != . ] || exit 1
echo "$id"
head -c 131072 "$1/$id/request"
`;

export const FORGET = 'exec 9<&- 8<>"$1/in"\necho . >&8\nrm -rf "$1"\n';

/** Nonsense reads as null: then nobody is there any more who asks. */
export function readQuestion(text: string): Mail | null {
	const [, id = '', verb = '', rest = ''] = /^(\w+)\n([a-z]+)\0([^]*)$/.exec(text) ?? [];
	if (verb !== 'on' && verb !== 'file' && verb !== 'hosts') return null;
	return { id, verb, words: rest.split('\0').slice(0, -1) };
}

/** A script that answers: it travels as letters only, whatever is in the answer. */
export const deliver = (id: string, { code, stdout, stderr }: Reply) => `exec 9<&-
cd "$1/${id}" || exit 1
base64 -d >stdout <<'.'
${letters(stdout)}
.
base64 -d >stderr <<'.'
${letters(stderr)}
.
echo ${code} >done
`;

const letters = (text: string) => {
	const bytes = Buffer.from(text);
	const kept = bytes.length > LONGEST ? Buffer.concat([bytes.subarray(0, LONGEST), Buffer.from(CUT)]) : bytes;
	return kept.toString('base64').replace(/.{76}/g, '$&\n');
};
