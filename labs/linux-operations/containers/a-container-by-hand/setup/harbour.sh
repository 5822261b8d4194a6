# Into the computer: the tarball that the harbour office has sent. Its program is twenty years old, and written in awk.
machine "NAME=$NAME bash -eus" <<'INSIDE'
mkdir -p /tmp/root/{bin,dev,proc,sys,etc,www,data} && cd /tmp/root
cp /bin/busybox bin/
for tool in sh awk chroot sleep httpd cat ls ps mount umount hostname id ip kill wget date mkdir env; do ln -sf busybox "bin/$tool"; done
mknod -m 666 dev/null c 1 3
mknod -m 666 dev/zero c 1 5
cat >bin/tide <<'AWK'
#!/bin/awk -f
# The tide gauge. Shows its page on port 8080, and measures every two seconds.
BEGIN {
	system("httpd -p 8080 -h /www")
	for (;;) system("measure & sleep 2")
}
AWK
cat >bin/measure <<'SH'
#!/bin/sh
# Takes a moment longer than whoever started it is willing to wait.
sleep 2.5
read -r name </proc/sys/kernel/hostname
read -r moment rest </proc/uptime
echo "$name $moment" >/www/level
SH
chmod 755 bin/tide bin/measure
echo "tide:x:0:0::/:/bin/sh" >etc/passwd
echo "no reading yet" >www/level
tar -cf /srv/tide.tar . && cd / && rm -rf /tmp/root
mkdir -p /srv/tide
cat >/root/.bashrc <<'RC'
PS1='\[\e[1m\]root@machine\[\e[0m\]:\w# '
alias ls='ls --color=auto'
RC
sync
INSIDE
