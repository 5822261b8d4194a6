/**
 * Which system calls a host may make: those on this page, all others are refused with EPERM.
 *
 * A list of our own, because what an engine brings along is as old as the engine: Docker 20.10 lets
 * io_uring and AF_VSOCK through, which reach the kernel's newest code and the hypervisor. Not here,
 * on purpose: new namespaces and mounts, kernel modules, eBPF, io_uring, userfaultfd, perf events,
 * keyrings, clocks, swap, memory policies of other nodes, and the 32-bit doors of a 64-bit kernel
 * (only the engine's own architecture is named, so that every other one is cut off).
 */

const FILES = `
	access chdir chmod chown chroot close close_range copy_file_range creat dup dup2 dup3 faccessat faccessat2
	fadvise64 fallocate fanotify_mark fchdir fchmod fchmodat fchmodat2 fchown fchownat fcntl fdatasync fgetxattr
	file_getattr file_setattr flistxattr flock fremovexattr fsetxattr fstat fstatfs fsync ftruncate futimesat
	getcwd getdents getdents64 getxattr getxattrat inotify_add_watch inotify_init inotify_init1 inotify_rm_watch
	ioctl lchown lgetxattr link linkat listxattr listxattrat llistxattr lremovexattr lseek lsetxattr lstat mkdir
	mkdirat mknod mknodat name_to_handle_at newfstatat open openat openat2 pread64 preadv preadv2 pwrite64 pwritev
	pwritev2 read readahead readlink readlinkat readv removexattr removexattrat rename renameat renameat2 rmdir
	sendfile setxattr setxattrat splice stat statfs statx symlink symlinkat sync sync_file_range syncfs tee
	truncate umask unlink unlinkat utime utimensat utimes vmsplice write writev`;

const MEMORY = `
	brk cachestat madvise map_shadow_stack membarrier memfd_create memfd_secret mincore mlock mlock2 mlockall mmap
	mprotect mremap mseal msync munlock munlockall munmap pkey_alloc pkey_free pkey_mprotect process_madvise
	process_mrelease process_vm_readv process_vm_writev remap_file_pages`;

const PROCESSES = `
	arch_prctl capget capset execve execveat exit exit_group fork get_robust_list get_thread_area getcpu getegid
	geteuid getgid getgroups getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getrlimit
	getrusage getsid gettid getuid ioprio_get ioprio_set kill landlock_add_rule landlock_create_ruleset
	landlock_restrict_self lsm_get_self_attr lsm_list_modules pause pidfd_open pidfd_send_signal prctl prlimit64
	ptrace restart_syscall riscv_flush_icache rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo
	rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo sched_get_priority_max sched_get_priority_min
	sched_getaffinity sched_getattr sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity
	sched_setattr sched_setparam sched_setscheduler sched_yield seccomp set_robust_list set_thread_area
	set_tid_address setfsgid setfsuid setgid setgroups setpgid setpriority setregid setresgid setresuid setreuid
	setrlimit setsid setuid sigaltstack signalfd signalfd4 sysinfo tgkill tkill uname uretprobe vfork wait4 waitid`;

const TALKING = `
	accept accept4 bind connect epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait eventfd
	eventfd2 futex futex_requeue futex_wait futex_waitv futex_wake getpeername getsockname getsockopt io_cancel
	io_destroy io_getevents io_pgetevents io_setup io_submit listen mq_getsetattr mq_notify mq_open
	mq_timedreceive mq_timedsend mq_unlink msgctl msgget msgrcv msgsnd pipe pipe2 poll ppoll pselect6 recvfrom
	recvmmsg recvmsg select semctl semget semop semtimedop sendmmsg sendmsg sendto setsockopt shmat shmctl shmdt
	shmget shutdown socketpair`;

/** Reading clocks and timing with them; adjtimex only reads, for who lacks CAP_SYS_TIME. */
const TIME = `
	adjtimex alarm clock_getres clock_gettime clock_nanosleep getitimer gettimeofday nanosleep setitimer time
	timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create timerfd_gettime
	timerfd_settime times`;

/** Every kind of new namespace that clone can be asked for. */
const NEW_NAMESPACES = 0x7e020000;

/** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET (which needs CAP_NET_RAW besides). */
const SOCKET_FAMILIES = [1, 2, 10, 16, 17];

/** As Linux, old Linux without random addresses, and the question what it is. */
const PERSONALITIES = [0x0, 0x8, 0x20000, 0x20008, 0xffffffff];

const ENOSYS = 38;
const EAFNOSUPPORT = 97;

const words = (text: string) => text.trim().split(/\s+/);

const onlyWith = (name: string, values: number[]) =>
	values.map((value) => ({
		names: [name],
		action: 'SCMP_ACT_ALLOW',
		args: [{ index: 0, value, op: 'SCMP_CMP_EQ' }]
	}));

/** The profile as Docker's `seccomp=` option takes it. */
export const seccompProfile = JSON.stringify({
	defaultAction: 'SCMP_ACT_ERRNO',
	syscalls: [
		{ names: [FILES, MEMORY, PROCESSES, TALKING, TIME].flatMap(words), action: 'SCMP_ACT_ALLOW' },
		{
			names: ['clone'],
			action: 'SCMP_ACT_ALLOW',
			args: [{ index: 0, value: NEW_NAMESPACES, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }]
		},
		// Its flags lie in memory, where no filter sees them. "Not there" makes C libraries use clone.
		{ names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS },
		...onlyWith('socket', SOCKET_FAMILIES),
		// "This machine has no such network": tcpdump goes on without Bluetooth, where "not permitted" ends it.
		{
			names: ['socket'],
			action: 'SCMP_ACT_ERRNO',
			errnoRet: EAFNOSUPPORT,
			args: [{ index: 0, value: Math.max(...SOCKET_FAMILIES), op: 'SCMP_CMP_GT' }]
		},
		...onlyWith('personality', PERSONALITIES)
	]
});
