qemu-img convert -O qcow2 "/srv/export/ledger-$WHOLE.vmdk" /srv/work/ledger.qcow2
