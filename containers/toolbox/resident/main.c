/* The resident's beginning, its loop and its end. resident.h says what it is. */
#include "resident.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int poll_fd = -1, signal_fd = -1;
static int64_t life_ends;

void watch(int fd, uint32_t events) {
	struct epoll_event event = {.events = events, .data.fd = fd};
	epoll_ctl(poll_fd, EPOLL_CTL_ADD, fd, &event);
}

void unwatch(int fd) { epoll_ctl(poll_fd, EPOLL_CTL_DEL, fd, NULL); }

/* Time that also passes while the machine sleeps or the host is paused: a deadline is a deadline. */
int64_t now_ms(void) {
	struct timespec t;
	clock_gettime(CLOCK_BOOTTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void finish(void) {
	signal(SIGTERM, SIG_IGN);
	kill(-1, SIGCONT);
	kill(-1, SIGTERM);
	kill(-1, SIGHUP);
	for (int i = 0; i < 30; i++) {
		while (waitpid(-1, NULL, WNOHANG) > 0) {}
		if (waitpid(-1, NULL, WNOHANG) < 0) break; /* nobody left */
		usleep(50000);
	}
	_exit(0);
}

static void collect(void) {
	int status;
	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
		int code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
		if (!shells_exited(pid, code)) runs_exited(pid, code);
	}
}

static void signalled(void) {
	struct signalfd_siginfo info;
	while (read(signal_fd, &info, sizeof info) == sizeof info)
		if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGINT) finish();
	collect();
}

static void frame(const struct frame *f) {
	if (f->kind == RUN || f->kind == ABORT) run_frame(f);
	else if (f->kind == PING) peer_send(PONG, f->channel, NULL, 0);
	else if (f->kind == LIFE && f->length == 4) life_ends = now_ms() + (int64_t)read32(f->payload) * 1000;
	else if (!dial_frame(f)) shell_frame(f);
}

static int next_timeout(void) {
	int64_t until = runs_next_timeout(), dials = dials_next_timeout(), now = now_ms();
	if (dials < until) until = dials;
	if (life_ends < until) until = life_ends;
	if (until - now > 60000) return 60000;
	return until > now ? (int)(until - now) + 1 : 0;
}

static void loop(void) {
	struct epoll_event events[64];
	for (bool more = false;;) {
		int count = epoll_wait(poll_fd, events, 64, more ? 0 : next_timeout());
		for (int i = 0; i < count; i++) {
			int fd = events[i].data.fd;
			if (fd == signal_fd) signalled();
			else if (fd == peer_listener()) peer_accept();
			else if (fd == dials_listener()) dials_called();
			else if (fd == peer_in()) peer_read(frame);
			else if (fd == peer_out() && peer_wants_write()) peer_flush();
		}
		/* After what was said meanwhile: a host that stood still may just be told that it has more time. */
		if (now_ms() >= life_ends) finish();
		more = runs_pump();
		more |= shells_pump();
		more |= dials_pump();
	}
}

/* What this host does by itself at every start, as root of it: as good as empty on most. */
static const char *const BOOT = "/etc/lab/boot", *const BOOT_LOG = "/var/log/boot.log";

static void boot(void) {
	if (access(BOOT, X_OK) != 0) return;
	pid_t pid = fork();
	if (pid == 0) {
		int null = open("/dev/null", O_RDONLY), log = open(BOOT_LOG, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0644);
		dup2(null, 0);
		if (log >= 0) dup2(log, 1), dup2(log, 2);
		execl(BOOT, BOOT, (char *)NULL);
		perror(BOOT);
		_exit(127);
	}
	if (pid > 0) waitpid(pid, NULL, 0);
}

/* First the boot script, to its end; then the image's own command: what `docker run IMAGE` would have started. */
static void start_service(char **command) {
	if ((!*command && access(BOOT, X_OK)) || fork() != 0) return;
	setsid();
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	rank_lower(LEARNER);
	boot();
	if (!*command) _exit(0);
	execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

/* resident init USER SECONDS [COMMAND…] */
static int init(int argc, char **argv) {
	static struct account account;
	if (argc < 4) return 64;
	if (!account_find(argv[2], &account)) {
		fprintf(stderr, "There is no user %s in this image's /etc/passwd.\n", argv[2]);
		return 67;
	}
	life_ends = now_ms() + atoll(argv[3]) * 1000;
	signal(SIGPIPE, SIG_IGN);
	sigset_t mask;
	sigemptyset(&mask);
	sigaddset(&mask, SIGCHLD), sigaddset(&mask, SIGTERM), sigaddset(&mask, SIGINT);
	sigprocmask(SIG_BLOCK, &mask, NULL);
	poll_fd = epoll_create1(EPOLL_CLOEXEC);
	signal_fd = signalfd(-1, &mask, SFD_NONBLOCK | SFD_CLOEXEC);
	watch(signal_fd, EPOLLIN);
	shells_become(&account), runs_become(&account);
	peer_listen();
	start_service(argv + 4);
	loop();
	return 0;
}

int main(int argc, char **argv) {
	if (argc > 1 && strcmp(argv[1], "init") == 0) return init(argc, argv);
	if (argc > 1 && strcmp(argv[1], "join") == 0) return peer_join();
	fputs("usage: resident init USER SECONDS [COMMAND…] | resident join\n", stderr);
	return 64;
}
