/**
 * What is done to files inside a host, in words of the toolbox's own busybox: the host's programs are the
 * learner's and may be anything. Paths come as arguments, never as text of a script. Each ends with a
 * code of `SAID`; what it prints is believed in nothing.
 */

/** Why a script stopped, by its code. */
export const SAID = {
	missing: 3,
	otherKind: 4,
	forbidden: 5,
	exists: 7,
	changed: 8,
	failed: 9
} as const;

const BEGIN = `exec 9<&-
export PATH=/.lab/bin LC_ALL=C
umask 022
`;

/**
 * Lines of base64: the folder's path, the names in it (each ended by NUL), and those names that are links
 * to folders. Then \`mode size seconds\` of each name. $1: the folder, home when empty; $2: bytes of names.
 */
export const LIST = `${BEGIN}
cd -P -- "\${1:-$HOME}" 2>/dev/null || { [ -d "$1" ] && exit ${SAID.forbidden}; [ -e "$1" ] && exit ${SAID.otherKind}; exit ${SAID.missing}; }
[ -r . ] || exit ${SAID.forbidden}
names=$(find . -mindepth 1 -maxdepth 1 -print0 2>/dev/null | head -c "$2" | base64 | tr -d '\\n')
printf '%s' "$PWD" | base64 | tr -d '\\n'
printf '\\n%s\\n' "$names"
find . -mindepth 1 -maxdepth 1 -type l -exec test -d {} \\; -print0 2>/dev/null | head -c "$2" | base64 | tr -d '\\n'
printf '\\n'
printf '%s' "$names" | base64 -d | xargs -0 -r stat -c '%f %s %Y' -- 2>/dev/null
exit 0
`;

/** The size, and in base64 one piece. $1: the file; $2: which piece, from 0; $3: bytes of a piece. */
export const READ = `${BEGIN}
[ -e "$1" ] || exit ${SAID.missing}
[ -f "$1" ] || exit ${SAID.otherKind}
[ -r "$1" ] || exit ${SAID.forbidden}
stat -L -c %s -- "$1"
dd if="$1" bs="$3" skip="$2" count=1 iflag=fullblock 2>/dev/null | base64 | tr -d '\\n'
`;

/** Bytes that come in wait in a file of their own. $1: that file; a new one is made and named when empty. */
export const append = (bytes: Uint8Array) => `${BEGIN}
part=$1
[ -n "$part" ] || part=$(mktemp /tmp/.upload.XXXXXX) || exit ${SAID.failed}
base64 -d >> "$part" <<'END' || { rm -f "$part"; exit ${SAID.failed}; }
${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n')}
END
printf %s "$part"
`;

/**
 * Put what has come in into its place, in the file that is there: its owner and rights stay. $1: where;
 * $2: the file that waits; $3: its SHA-256; $4: \`new\`, \`replace\`, or the SHA-256 of what is replaced.
 */
export const PLACE = `${BEGIN}
trap 'rm -f "$2"' EXIT
digest() { sha256sum < "$1" | cut -d ' ' -f 1; }
[ "$(digest "$2")" = "$3" ] || exit ${SAID.failed}
if [ -e "$1" ] || [ -L "$1" ]; then
	[ -f "$1" ] || exit ${SAID.otherKind}
	[ "$4" != new ] || exit ${SAID.exists}
	[ -w "$1" ] || exit ${SAID.forbidden}
	[ "$4" = replace ] || [ "$(digest "$1")" = "$4" ] || exit ${SAID.changed}
	cat "$2" > "$1" || exit ${SAID.failed}
else
	[ "$4" = new ] || [ "$4" = replace ] || exit ${SAID.changed}
	[ -d "\${1%/*}/" ] || exit ${SAID.missing}
	[ -w "\${1%/*}/" ] || exit ${SAID.forbidden}
	set -C
	cat "$2" > "$1" || exit ${SAID.failed}
fi
`;

export const FORGET = `${BEGIN}
rm -f "$1"
`;
