/*
 * Runs: scripts and commands that end. A script is handed to its interpreter as an open memory
 * file: it stands in no argv and on no disk. A run that is late is killed with its whole group.
 */
#include "resident.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <unistd.h>

struct run {
	pid_t pid; /* 0: free */
	uint32_t channel, code;
	int out[2]; /* read ends of its stdout and stderr; -1 when closed */
	size_t told[2];
	int64_t deadline;
	bool ended, late, unheard, shielded;
};

static struct run runs[RUNS];
static const struct account *account;
static const struct account superuser = {.name = "root", .home = "/root", .shell = "/bin/sh"};

void runs_become(const struct account *a) { account = a; }

static void forget(struct run *run) {
	for (int i = 0; i < 2; i++) {
		if (run->out[i] < 0) continue;
		unwatch(run->out[i]);
		close(run->out[i]);
	}
	memset(run, 0, sizeof *run);
}

/* payload: u32 timeout in seconds, u8 flags, u32 length of the script, script, "argc\0argv…\0env…\0" */
enum { AS_USER = 1, SHIELDED = 2 };
struct order {
	uint32_t timeout, script_length;
	bool as_user, shielded;
	const uint8_t *script;
	const char *words, *end;
};

static bool read_order(const struct frame *frame, struct order *order) {
	const uint8_t *p = frame->payload;
	if (frame->length < 12) return false;
	order->timeout = read32(p), order->as_user = p[4] & AS_USER, order->shielded = p[4] & SHIELDED && !order->as_user;
	order->script_length = read32(p + 5), order->script = p + 9;
	if (order->script_length > frame->length - 11) return false;
	order->words = (const char *)order->script + order->script_length;
	order->end = (const char *)p + frame->length;
	return order->end[-1] == '\0';
}

static void become_run(const struct order *order, int stdout_fd, int stderr_fd, int script) {
	setsid();
	int null = open("/dev/null", O_RDONLY);
	dup2(null, 0), dup2(stdout_fd, 1), dup2(stderr_fd, 2);
	if (script >= 0) {
		if (script == SCRIPT_FD) fcntl(script, F_SETFD, 0);
		else dup2(script, SCRIPT_FD);
	}
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);

	const char *p = order->words;
	int argc = atoi(p);
	char **argv = calloc((size_t)(argc > 0 ? argc : 0) + 1, sizeof *argv);
	p += strlen(p) + 1;
	for (int i = 0; i < argc && p < order->end; i++, p += strlen(p) + 1) argv[i] = (char *)p;
	if (argc < 1 || !argv[0]) _exit(126);
	const struct account *who = order->as_user ? account : &superuser;
	char **environment = account_environment(who, p, order->end);
	rank_lower(order->shielded ? CHECK : LEARNER);
	if (order->as_user) account_become(who);
	else (void)!chdir("/");
	execvpe(argv[0], argv, environment);
	dprintf(2, "%s cannot be started: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void refuse(uint32_t channel) {
	uint8_t done[5] = {0, 0, 0, 126, 0};
	peer_send(DONE, channel, done, sizeof done);
}

static void start(const struct frame *frame) {
	struct order order;
	struct run *run = runs;
	while (run < runs + RUNS && run->pid) run++;
	if (run == runs + RUNS || !read_order(frame, &order)) return refuse(frame->channel);

	int stdout_pipe[2], stderr_pipe[2], script = -1;
	if (pipe2(stdout_pipe, O_CLOEXEC) || pipe2(stderr_pipe, O_CLOEXEC)) return refuse(frame->channel);
	if (order.script_length) {
		script = memfd_create("script", MFD_CLOEXEC);
		for (size_t at = 0; at < order.script_length;) {
			ssize_t n = write(script, order.script + at, order.script_length - at);
			if (n <= 0) break;
			at += (size_t)n;
		}
		lseek(script, 0, SEEK_SET);
	}
	pid_t pid = fork();
	if (pid == 0) become_run(&order, stdout_pipe[1], stderr_pipe[1], script);
	close(stdout_pipe[1]), close(stderr_pipe[1]);
	if (script >= 0) close(script);
	if (pid < 0) {
		close(stdout_pipe[0]), close(stderr_pipe[0]);
		return refuse(frame->channel);
	}
	*run = (struct run){.pid = pid, .channel = frame->channel, .out = {stdout_pipe[0], stderr_pipe[0]},
		.deadline = now_ms() + (int64_t)order.timeout * 1000, .shielded = order.shielded};
	for (int i = 0; i < 2; i++) {
		fcntl(run->out[i], F_SETFL, O_NONBLOCK);
		watch(run->out[i], EPOLLIN | EPOLLET);
	}
}

void run_frame(const struct frame *frame) {
	if (frame->kind == RUN) return start(frame);
	for (struct run *run = runs; run < runs + RUNS; run++)
		if (run->pid && run->channel == frame->channel && !run->ended) run->late = true, kill(-run->pid, SIGKILL);
}

/* The peer that asked is gone: whoever set the scene goes on, but nobody will hear how it ended. */
void runs_left(void) {
	for (struct run *run = runs; run < runs + RUNS; run++)
		if (run->pid) run->unheard = true;
}

/* Pass on one stream until it is dry; true when it is. What is beyond the bound is read and dropped. */
static bool drain(struct run *run, int stream, bool *moved) {
	static uint8_t chunk[CHUNK];
	for (;;) {
		if (run->out[stream] < 0) return true;
		if (!run->unheard && !peer_flush()) return false;
		ssize_t n = read(run->out[stream], chunk, sizeof chunk);
		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return true;
		if (n == 0) {
			unwatch(run->out[stream]);
			close(run->out[stream]);
			run->out[stream] = -1;
			return true;
		}
		size_t room = RUN_OUTPUT - run->told[stream], length = (size_t)n < room ? (size_t)n : room;
		run->told[stream] += length;
		*moved = true;
		if (length && !run->unheard) peer_send(stream ? STDERR : STDOUT, run->channel, chunk, length);
		if (!run->ended) return false; /* let the others have their turn */
	}
}

static bool pump(struct run *run) {
	uint8_t done[5];
	bool moved = false;
	bool dry = drain(run, 0, &moved);
	dry = drain(run, 1, &moved) && dry;
	if (!dry || !run->ended) return moved;
	write32(done, run->code);
	done[4] = run->late;
	if (run->unheard || peer_send(DONE, run->channel, done, sizeof done)) forget(run);
	return moved;
}

/* True when something moved: there may be more. */
bool runs_pump(void) {
	int64_t now = now_ms();
	bool moved = false;
	for (struct run *run = runs; run < runs + RUNS; run++) {
		if (!run->pid) continue;
		if (!run->ended && !run->late && now >= run->deadline) run->late = true, kill(-run->pid, SIGKILL);
		moved |= pump(run);
	}
	return moved;
}

int64_t runs_next_timeout(void) {
	int64_t next = INT64_MAX;
	for (struct run *run = runs; run < runs + RUNS; run++)
		if (run->pid && !run->ended && !run->late && run->deadline < next) next = run->deadline;
	return next;
}

static bool is_shield_up(void) {
	for (struct run *run = runs; run < runs + RUNS; run++)
		if (run->pid && !run->ended && run->shielded) return true;
	return false;
}

bool runs_exited(pid_t pid, int code) {
	for (struct run *run = runs; run < runs + RUNS; run++) {
		if (run->pid != pid || run->ended) continue;
		run->ended = true, run->code = (uint32_t)code;
		if (run->shielded && !is_shield_up()) rank_end_checks();
		return true;
	}
	return false;
}
