# Run a command as an account, with the groups it has now and the umask of the company.
as() {
	local name=$1
	shift
	setpriv --reuid "$name" --regid "$(id -g "$name")" --init-groups -- sh -c 'umask 027; exec "$@"' as "$@" 2>/dev/null
}

folder=/srv/$PROJECT

# What this account creates in the team's folder: a file, and a folder with a file in it.
# Whoever calls it removes "$made"* again.
make() {
	made=$folder/.check-$$-$1
	as "$1" sh -c ': > "$0.txt" && mkdir "$0" && : > "$0/file"' "$made"
}
