cp "/srv/export/ledger-$WHOLE.vmdk" /srv/work/ledger.qcow2
