# Asked as the service would: may this account read, write and create?
folder=/var/lib/guestbook
may() { chpst -u guestbook test "$@"; }
[ -f "$folder/entries.txt" ] || fail 'The file `/var/lib/guestbook/entries.txt` is missing.'
may -x "$folder" || fail 'The account `guestbook` may not even enter `/var/lib/guestbook`.'
may -r "$folder/entries.txt" || fail 'The account `guestbook` may not read `entries.txt`.'
may -w "$folder/entries.txt" || fail 'The account `guestbook` may read `entries.txt` and not write to it.'
credit 0.3
may -w "$folder" || fail 'The service can write its entries, but it also puts a lock file beside them, and may not create one in `/var/lib/guestbook`.'
credit 0.6
chpst -u nobody test -w "$folder" && fail 'Any account of this machine may add and remove files in `/var/lib/guestbook`. That is more than the service needs.'
chpst -u nobody test -w "$folder/entries.txt" && fail 'Any account of this machine may change what visitors wrote. Give the file to the service instead of to everybody.'
chpst -u nobody test -r "$folder/entries.txt" && fail 'Any account of this machine may read the addresses of the visitors. They were private before: only the service needs them.'
credit 0.8
chpst -u nobody test -r "$folder" && fail 'The entries are private, but any account of this machine may still list what is in `/var/lib/guestbook`.'
pass
