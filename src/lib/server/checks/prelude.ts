/**
 * The five words a check speaks: pass, fail, credit, hint, broken. They travel with the script, so
 * a raw image needs nothing but a shell. Each writes a record marked with a nonce of this very
 * run; what the learner's own programs print cannot imitate one.
 *
 * A record is RS nonce US verb US text RS. The script's descriptor is closed first: a program that
 * the check starts could read the nonce from it.
 */
import type { Script } from '#lib/server/labs/index.ts';

export const RS = '\x1e';
export const US = '\x1f';

/** In words that every shell has: with `trust: toolbox` it is busybox that reads them. */
const bash = (nonce: string) => `exec 9<&-
_lab_nonce=${nonce}
_lab() { printf '\\036%s\\037%s\\037%s\\036\\n' "$_lab_nonce" "$1" "$2"; }
pass() { _lab pass "$*"; exit 0; }
fail() { _lab fail "$*"; exit 1; }
credit() { _lab "credit $1" "$2"; }
hint() { _lab hint "$*"; }
broken() { _lab broken "$*"; exit 2; }
`;

/** `from lab import ok, fail, credit, hint, broken`; an exception nobody caught is a broken check, not a wrong answer. */
const python3 = (nonce: string) => `import os as _os, sys as _sys, types as _types
_os.close(9)
def _lab_module():
    def say(verb, text):
        _sys.stdout.write("\\x1e${nonce}\\x1f" + verb + "\\x1f" + str(text) + "\\x1e\\n"); _sys.stdout.flush()
    def end(verb, code):
        def ending(text=""): say(verb, text); _sys.exit(code)
        return ending
    lab = _types.ModuleType("lab")
    lab.ok = lab.passed = end("pass", 0); lab.fail = end("fail", 1); lab.broken = end("broken", 2)
    lab.credit = lambda share, text="": say("credit %s" % share, text)
    lab.hint = lambda text: say("hint", text)
    def uncaught(kind, error, trace): _sys.__excepthook__(kind, error, trace); _os._exit(2)
    _sys.excepthook = uncaught
    _sys.modules["lab"] = lab
_lab_module()
`;

/** Goes before a check's own text. */
export const preludeFor = ({ interpreter }: Script, nonce: string) => ({ bash, python3 })[interpreter](nonce);
