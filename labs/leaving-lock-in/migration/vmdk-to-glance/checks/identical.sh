made=/srv/work/ledger.qcow2 from=/srv/export/ledger-$WHOLE.vmdk
[ -f "$made" ] || fail "There is no file \`$made\` yet."
format=$(qemu-img info --output=json "$made" 2>/dev/null | jq -r .format)
[ "$format" = qcow2 ] || fail "\`$made\` is called qcow2, and is ${format:-nothing that qemu-img can read}. A name converts nothing."
credit 0.3 "It is a qcow2."
grep -q "$(sha256sum "$from" | cut -d' ' -f1)" /srv/export/ledger.mf || fail "\`$from\` is not what it was any more: its sum is not the one in the manifest. Reset brings it back."
said=$(qemu-img compare -q "$made" "$from" 2>&1) || fail "It differs from \`ledger-$WHOLE.vmdk\`. ${said:0:160}"
pass "Every sector is the same."
