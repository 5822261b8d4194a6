# Read by every interactive bash on this machine.
[ -z "$PS1" ] && return

shopt -s checkwinsize histappend
HISTCONTROL=ignoreboth
HISTSIZE=5000

# user@host:folder, and the exit status of the last command when it failed. Red for root.
_prompt() {
	local status=$? colour='\[\e[32m\]'
	[ "$EUID" -eq 0 ] && colour='\[\e[31m\]'
	PS1="$colour\u@\h\[\e[0m\]:\[\e[34m\]\w\[\e[0m\]"
	[ $status -ne 0 ] && PS1+="\[\e[31m\] [$status]\[\e[0m\]"
	PS1+='\$ '
}
PROMPT_COMMAND=_prompt

alias ls='ls --color=auto' ll='ls -l --color=auto' grep='grep --color=auto'
[ -f /usr/share/bash-completion/bash_completion ] && . /usr/share/bash-completion/bash_completion
export OS_CLOUD="${OS_CLOUD:-admin}" EDITOR="${EDITOR:-nano}" PAGER=less LESS=-FRX
case ":$PATH:" in *:/usr/sbin:*) ;; *) PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" ;; esac
alias mariadb='mariadb --defaults-file=/srv/cloud/mariadb.cnf'
