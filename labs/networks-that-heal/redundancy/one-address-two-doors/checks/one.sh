holders=
for host in lb1 lb2; do
	on "$host" ip -o -4 address show to "$vip" | grep -q inet && holders="$holders $host"
done
case $holders in
	'') fail "Neither machine holds \`$vip\`." ;;
	' lb1 lb2') fail "Both machines hold \`$vip\`. Whom a visitor reaches is chance, and changes." ;;
esac
pass "It is${holders} that holds it."
