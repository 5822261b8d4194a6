/*
 * Ranks: who on a host may trace, read and write whose memory. Root of a host is everybody's equal
 * there, but the kernel lets nobody trace a process that holds a capability he does not hold. So
 * two capabilities that give next to nothing are marks: the resident has both, the checks it shields
 * have one, and whatever learners run has neither and cannot get them back.
 */
#include "resident.h"
#include <dirent.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* SETPCAP is needed to take marks away, so whoever shall be unable to must lose it last. */
static const unsigned CHECK_MARK = CAP_WAKE_ALARM, RESIDENT_MARK = CAP_SETPCAP;

static void drop(unsigned mark) {
	struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct caps[2];
	prctl(PR_CAPBSET_DROP, mark, 0, 0, 0);
	if (syscall(SYS_capget, &head, caps)) return;
	uint32_t others = ~CAP_TO_MASK(mark);
	struct __user_cap_data_struct *half = &caps[CAP_TO_INDEX(mark)];
	half->effective &= others, half->permitted &= others, half->inheritable &= others;
	(void)!syscall(SYS_capset, &head, caps);
}

/*
 * In a child, before exec. A host without these capabilities has no ranks, and nothing to lower. Until
 * exec the child has a copy of our memory, which is not its new equals' to read.
 */
void rank_lower(enum rank rank) {
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	if (rank < CHECK) drop(CHECK_MARK);
	if (rank < RESIDENT) drop(RESIDENT_MARK);
}

static uint64_t capabilities(pid_t pid) {
	char path[64], line[256];
	unsigned long long permitted = 0;
	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	FILE *file = fopen(path, "re");
	while (file && fgets(line, sizeof line, file))
		if (sscanf(line, "CapPrm: %llx", &permitted) == 1) break;
	if (file) fclose(file);
	return permitted;
}

/* Nobody has a rank where we have none. */
bool rank_at_least(pid_t pid, enum rank rank) {
	uint64_t mark = 1ull << (rank == RESIDENT ? RESIDENT_MARK : CHECK_MARK);
	return !(capabilities(getpid()) & mark) || capabilities(pid) & mark;
}

static bool is_left_behind(pid_t pid) {
	uint64_t caps = capabilities(pid), check = 1ull << CHECK_MARK, resident = 1ull << RESIDENT_MARK;
	return pid > 1 && caps & check && !(caps & resident);
}

/* A program of the host that a check has started has its rank, too: it must not outlive it and look at the next. */
void rank_end_checks(void) {
	bool again = true;
	for (int rounds = 0; again && rounds < 16; rounds++) {
		DIR *all = opendir("/proc");
		again = false;
		for (struct dirent *one; all && (one = readdir(all));) {
			pid_t pid = (pid_t)atoi(one->d_name);
			if (is_left_behind(pid) && kill(pid, SIGKILL) == 0) again = true;
		}
		if (all) closedir(all);
	}
}
