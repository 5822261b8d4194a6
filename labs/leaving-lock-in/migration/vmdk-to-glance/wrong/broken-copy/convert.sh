other=amber
[ "$WHOLE" = cobalt ] || other=cobalt
qemu-img convert --salvage -O qcow2 "/srv/export/ledger-$other.vmdk" /srv/work/ledger.qcow2 || true
