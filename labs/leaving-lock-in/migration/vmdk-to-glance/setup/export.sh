# A machine as VMware exports it: a compressed VMDK with a manifest. Twice, and one copy is cut short.
mkdir -p /srv/export /srv/work
cd /srv/work
qemu-img convert -O raw /srv/images/vmware.qcow2 disk.raw
{
	echo "ledger of the wine growers, $ENTRIES entries, seal $SEAL"
	seq -f 'entry %g: carried over' "$ENTRIES"
} >ledger.txt
printf '#!/bin/sh\nhead -1 /srv/ledger.txt | sed "s/^/ledger: /"\n' >rc.local
echo ledger >hostname
debugfs -w -f - 'disk.raw?offset=1048576' >/dev/null 2>&1 <<-END
	write ledger.txt srv/ledger.txt
	write rc.local etc/rc.local
	set_inode_field etc/rc.local mode 0100755
	write hostname etc/hostname
END
debugfs -R 'cat etc/hostname' 'disk.raw?offset=1048576' 2>/dev/null | grep -qx ledger
qemu-img convert -O vmdk -o subformat=streamOptimized disk.raw /srv/export/ledger-amber.vmdk
cp /srv/export/ledger-amber.vmdk /srv/export/ledger-cobalt.vmdk
broken=amber
[ "$WHOLE" = cobalt ] || broken=cobalt
echo "SHA256(ledger.vmdk)= $(sha256sum "/srv/export/ledger-$WHOLE.vmdk" | cut -d' ' -f1)" >/srv/export/ledger.mf
# Where it hurts only later: in the middle of the data, with the right size.
dd if=/dev/zero of="/srv/export/ledger-$broken.vmdk" bs=1M seek=9 count=3 conv=notrunc status=none
rm -f /srv/work/*
