# A copy of the vendor's archive, to the letter: with their signature, their key, and the day on which it ends.
cd /srv/packages
get() { mkdir -p "$(dirname "$1")" && curl -fsS -o "$1" "https://packages.$VENDOR.example/debian/$1"; }
for file in InRelease Release main/binary-amd64/Packages main/binary-all/Packages; do get "dists/stable/$file"; done
sed -n 's/^Filename: //p' dists/stable/main/binary-amd64/Packages | while read -r file; do get "$file"; done
cp "/etc/apt/trusted.gpg.d/$VENDOR.asc" house.asc
