getent passwd "$LEAVER" >/dev/null || fail 'The account is gone altogether. Only Reset brings it back.'
sudo -n -l -U "$LEAVER" 2>/dev/null | grep -q 'may run the following' && fail 'It may still use `sudo`. A rule for one week tends to stay for years.'
credit 0.5
id -nG "$LEAVER" | grep -qw "$PROJECT" && fail "It is still a member of the group \`$PROJECT\`."
pass
