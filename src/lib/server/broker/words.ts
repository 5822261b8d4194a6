/**
 * The words with which a script on the grader asks about other hosts, in bash and in Python. They
 * travel with the script. What they leave in the mailbox is answered by the broker (broker.ts).
 */
import type { Script } from '#lib/server/labs/index.ts';

const bash = (mailbox: string) => `_lab_mail=${mailbox}
exec 8<>"$_lab_mail/in"
_lab_ask() {
	local place code
	place=$(umask 077; /.lab/bin/mktemp -d "$_lab_mail/XXXXXX") && /.lab/bin/mkfifo "$place/done" || return 125
	printf '%s\\0' "$@" >"$place/request"
	echo "\${place##*/}" >&8
	read -r code <"$place/done"
	/.lab/bin/cat "$place/stdout"
	/.lab/bin/cat "$place/stderr" >&2
	/.lab/bin/rm -rf "$place"
	return "$code"
}
on() { _lab_ask on "$@"; }
file() { _lab_ask file "$@"; }
hosts() { _lab_ask hosts; }
`;

const python3 = (
	mailbox: string
) => `import collections as _collections, os as _os, shutil as _shutil, sys as _sys, tempfile as _tempfile, types as _types
def _lab_words(lab, mailbox="${mailbox}"):
    pipe = _os.open(_os.path.join(mailbox, "in"), _os.O_RDWR | _os.O_CLOEXEC)
    Answer = _collections.namedtuple("Answer", "code stdout stderr")
    def ask(*words):
        place = _tempfile.mkdtemp(dir=mailbox, prefix="q"); at = lambda name: _os.path.join(place, name)
        _os.mkfifo(at("done"))
        with open(at("request"), "w") as request: request.write("".join(str(word) + "\\0" for word in words))
        _os.write(pipe, (_os.path.basename(place) + "\\n").encode())
        with open(at("done")) as done: code = int(done.read())
        read = lambda name: open(at(name), errors="replace").read()
        answer = Answer(code, read("stdout"), read("stderr")); _shutil.rmtree(place)
        return answer
    lab.on = lambda host, *command: ask("on", host, *command)
    def file(host, path):
        answer = ask("file", host, path)
        return answer.stdout if answer.code == 0 else None
    lab.file = file; lab.hosts = lambda: ask("hosts").stdout.split()
_lab_words(_sys.modules.setdefault("lab", _types.ModuleType("lab")))
`;

/** Goes between the protocol's own words and the script. */
export const askingWords = (interpreter: Script['interpreter'], mailbox: string) =>
	({ bash, python3 })[interpreter](mailbox);
