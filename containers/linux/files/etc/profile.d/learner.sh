# Administration tools without their path, an editor for beginners, a pager that stays out of the way.
case ":$PATH:" in *:/usr/sbin:*) ;; *) PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" ;; esac
export EDITOR="${EDITOR:-nano}" PAGER=less LESS=-FRX
[ -n "$PS1" ] && [ "$EUID" -ne 0 ] && cat /etc/motd
