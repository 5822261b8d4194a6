call() { on cedar birdc show protocols alder | grep -q Established; }
within 6 call || fail "cedar has no session with alder. It waits at 10.50.3.3 for AS $AS_A: $(on cedar birdc show protocols all alder | sed -n 's/^ *Last error: *//p;s/^ *BGP state: *//p' | paste -sd, )."
credit 0.5
told() { on cedar birdc show route protocol alder | grep -q '^10.60.1.0/24'; }
within 3 told || fail "They talk, and alder has not told cedar of its own network 10.60.1.0/24. What does its \`export\` let out?"
pass
