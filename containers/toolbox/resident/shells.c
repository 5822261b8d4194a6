/*
 * Terminals. A shell belongs to the host, not to the peer: its output goes into a ring, the peer
 * is sent what its credit allows, and while a peer listens nothing unsent is overwritten: the
 * shell waits instead. While nobody listens the shell runs on and the oldest output is forgotten.
 */
#include "resident.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct shell {
	char id[33];
	pid_t pid; /* 0: free */
	int master;
	bool joined, ended;
	uint32_t channel, code;
	uint64_t total, sent, credit; /* bytes printed, given to the peer, allowed to be given */
	uint8_t *ring;
	uint8_t typed[TYPED];
	size_t typed_length;
};

static struct shell *shells[SHELLS];
static const struct account *account;

void shells_become(const struct account *a) { account = a; }

static struct shell *by_channel(uint32_t channel) {
	for (int i = 0; i < SHELLS; i++)
		if (shells[i] && shells[i]->joined && shells[i]->channel == channel) return shells[i];
	return NULL;
}

static struct shell *by_id(const char *id) {
	for (int i = 0; i < SHELLS; i++)
		if (shells[i] && strcmp(shells[i]->id, id) == 0) return shells[i];
	return NULL;
}

static void forget(struct shell *shell) {
	for (int i = 0; i < SHELLS; i++)
		if (shells[i] == shell) shells[i] = NULL;
	if (shell->master >= 0) {
		unwatch(shell->master);
		close(shell->master);
	}
	free(shell->ring);
	free(shell);
}

static void become_shell(const char *pty, const char *env, const char *end) {
	setsid();
	int tty = open(pty, O_RDWR);
	if (tty < 0) _exit(126);
	(void)!ioctl(tty, TIOCSCTTY, 0); /* fails in gVisor, where opening it was enough */
	if (geteuid() == 0) (void)!fchown(tty, account->uid, (gid_t)-1);
	dup2(tty, 0), dup2(tty, 1), dup2(tty, 2);
	if (tty > 2) close(tty);
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	char **environment = account_environment(account, env, end);
	rank_lower(LEARNER);
	account_become(account);
	const char *base = strrchr(account->shell, '/');
	char argv0[264];
	snprintf(argv0, sizeof argv0, "-%s", base ? base + 1 : account->shell);
	execve(account->shell, (char *[]){argv0, NULL}, environment);
	dprintf(2, "The shell %s cannot be started.\r\n", account->shell);
	_exit(127);
}

static struct shell *start(const char *id, struct winsize size, const char *env, const char *end) {
	int slot = 0, unlock = 0, number;
	char pty[32];
	while (slot < SHELLS && shells[slot]) slot++;
	int master = slot < SHELLS ? open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK) : -1;
	if (master < 0) return NULL;
	ioctl(master, TIOCSPTLCK, &unlock);
	ioctl(master, TIOCGPTN, &number);
	ioctl(master, TIOCSWINSZ, &size);
	snprintf(pty, sizeof pty, "/dev/pts/%d", number);
	pid_t pid = fork();
	if (pid == 0) become_shell(pty, env, end);
	struct shell *shell = pid > 0 ? calloc(1, sizeof *shell) : NULL;
	if (!shell) {
		close(master);
		return NULL;
	}
	snprintf(shell->id, sizeof shell->id, "%s", id);
	shell->pid = pid, shell->master = master, shell->ring = malloc(RING);
	watch(master, EPOLLIN | EPOLLOUT | EPOLLET);
	return shells[slot] = shell;
}

/* "id\0cols\0rows\0A=1\0…": join the shell of that id, or start it. */
static void open_shell(const struct frame *frame) {
	const char *p = (const char *)frame->payload, *end = p + frame->length, *parts[3];
	if (!frame->length || end[-1]) return;
	for (int i = 0; i < 3; i++) {
		if (p >= end) return;
		parts[i] = p;
		p += strlen(p) + 1;
	}
	if (!*parts[0] || strlen(parts[0]) > 32) return;
	struct winsize size = {.ws_col = (unsigned short)atoi(parts[1]), .ws_row = (unsigned short)atoi(parts[2])};
	struct shell *shell = by_id(parts[0]);
	uint8_t answer[18] = {0};
	if (!shell) {
		shell = start(parts[0], size, p, end);
		answer[0] = 1;
	}
	if (!shell) {
		uint8_t code[4] = {0, 0, 0, 126};
		peer_send(EXITED, frame->channel, code, sizeof code);
		return;
	}
	uint64_t first = shell->total > RING ? shell->total - RING : 0;
	answer[1] = first > 0;
	write64(answer + 2, first);
	write64(answer + 10, shell->total);
	shell->joined = true, shell->channel = frame->channel;
	shell->sent = first, shell->credit = first;
	peer_send(OPENED, frame->channel, answer, sizeof answer);
}

static void type(struct shell *shell, const uint8_t *bytes, size_t length) {
	size_t room = TYPED - shell->typed_length;
	if (length > room) length = room;
	if (length) memcpy(shell->typed + shell->typed_length, bytes, length);
	shell->typed_length += length;
	ssize_t n = shell->ended ? -1 : write(shell->master, shell->typed, shell->typed_length);
	if (n <= 0) return;
	shell->typed_length -= (size_t)n;
	memmove(shell->typed, shell->typed + n, shell->typed_length);
}

void shell_frame(const struct frame *frame) {
	if (frame->kind == OPEN) return open_shell(frame);
	struct shell *shell = by_channel(frame->channel);
	if (!shell) return;
	switch (frame->kind) {
	case INPUT: return type(shell, frame->payload, frame->length);
	case CREDIT:
		if (frame->length == 8) shell->credit = read64(frame->payload);
		return;
	case RESIZE:
		if (frame->length == 8) {
			struct winsize size = {.ws_col = (unsigned short)read32(frame->payload), .ws_row = (unsigned short)read32(frame->payload + 4)};
			ioctl(shell->master, TIOCSWINSZ, &size);
		}
		return;
	case LEAVE: shell->joined = false; return;
	case CLOSE:
		kill(-shell->pid, SIGHUP);
		forget(shell);
	}
}

void shells_left(void) {
	for (int i = 0; i < SHELLS; i++)
		if (shells[i]) shells[i]->joined = false;
}

/* Read what the terminal printed; while somebody listens, only as far as nothing unsent is lost. */
static bool listen_to(struct shell *shell) {
	uint64_t room = shell->joined ? RING - (shell->total - shell->sent) : RING;
	size_t at = shell->total % RING, length = RING - at;
	if (length > room) length = room;
	if (length > CHUNK) length = CHUNK;
	if (!length || shell->master < 0) return false;
	ssize_t n = read(shell->master, shell->ring + at, length);
	if (n <= 0) return false;
	shell->total += (uint64_t)n;
	return true;
}

static bool tell(struct shell *shell) {
	uint64_t until = shell->total < shell->credit ? shell->total : shell->credit;
	if (!shell->joined || shell->sent >= until) return false;
	size_t at = shell->sent % RING, length = RING - at;
	if (length > until - shell->sent) length = until - shell->sent;
	if (length > CHUNK) length = CHUNK;
	if (!peer_send(OUTPUT, shell->channel, shell->ring + at, length)) return false;
	shell->sent += length;
	return true;
}

static void end_when_told(struct shell *shell) {
	uint8_t code[4];
	if (!shell->ended || !shell->joined || shell->sent < shell->total || listen_to(shell)) return;
	write32(code, shell->code);
	if (peer_send(EXITED, shell->channel, code, sizeof code)) forget(shell);
}

/* A chunk per shell, so that one that floods delays nobody. True when something moved: there may be more. */
bool shells_pump(void) {
	bool moved = false;
	for (int i = 0; i < SHELLS; i++) {
		struct shell *shell = shells[i];
		if (!shell) continue;
		if (shell->typed_length) type(shell, NULL, 0);
		for (int reads = 0; reads < 8 && listen_to(shell); reads++) moved = true;
		moved |= tell(shell);
		end_when_told(shell);
	}
	return moved;
}

bool shells_exited(pid_t pid, int code) {
	for (int i = 0; i < SHELLS; i++) {
		struct shell *shell = shells[i];
		if (!shell || shell->pid != pid) continue;
		shell->ended = true, shell->code = (uint32_t)code;
		return true;
	}
	return false;
}
