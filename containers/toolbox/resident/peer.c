/*
 * The peer: whoever last ran `resident join` in this host as the engine does it. Join hands its own standard
 * input and output over the socket and waits; so bytes go straight from here to the engine, and
 * a peer that died without a word is replaced by the next one.
 */
#include "resident.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int listener = -1, link_fd = -1, in = -1, out = -1;
static uint8_t *received, sending[HEADER + 16 + CHUNK];
static size_t received_length, sending_length, sending_done;

static socklen_t address(struct sockaddr_un *a) {
	static const char name[] = "labwright-resident"; /* abstract: no file a learner could move */
	memset(a, 0, sizeof *a);
	a->sun_family = AF_UNIX;
	memcpy(a->sun_path + 1, name, sizeof name - 1);
	return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + sizeof name);
}

void peer_listen(void) {
	struct sockaddr_un a;
	socklen_t length = address(&a);
	listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (listener < 0 || bind(listener, (struct sockaddr *)&a, length) || listen(listener, 4)) _exit(71);
	received = malloc(HEADER + MAX_PAYLOAD);
	watch(listener, EPOLLIN);
}

int peer_listener(void) { return listener; }
int peer_in(void) { return in; }
int peer_out(void) { return out; }

static void leave(void) {
	int *fds[] = {&in, &out, &link_fd};
	for (int i = 0; i < 3; i++) {
		if (*fds[i] < 0) continue;
		unwatch(*fds[i]);
		close(*fds[i]);
		*fds[i] = -1;
	}
	received_length = sending_length = sending_done = 0;
	shells_left();
	runs_left();
	dials_left();
}

static bool take(int fd, int stdio[2]) {
	char byte, control[CMSG_SPACE(2 * sizeof(int))];
	struct iovec iov = {&byte, 1};
	struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
	struct pollfd soon = {.fd = fd, .events = POLLIN};
	if (poll(&soon, 1, 500) != 1 || recvmsg(fd, &message, MSG_CMSG_CLOEXEC) != 1) return false;
	struct cmsghdr *c = CMSG_FIRSTHDR(&message);
	if (!c || c->cmsg_type != SCM_RIGHTS || c->cmsg_len != CMSG_LEN(2 * sizeof(int))) return false;
	memcpy(stdio, CMSG_DATA(c), 2 * sizeof(int));
	return true;
}

void peer_accept(void) {
	int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC), stdio[2];
	struct ucred who;
	socklen_t size = sizeof who;
	if (fd < 0) return;
	/* Only the engine may speak to its first process: not even root of this host. */
	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size) || (who.uid != 0 && who.uid != geteuid()) ||
		!rank_at_least(who.pid, RESIDENT) || !take(fd, stdio)) {
		close(fd);
		return;
	}
	leave();
	link_fd = fd, in = stdio[0], out = stdio[1];
	fcntl(in, F_SETFL, O_NONBLOCK);
	fcntl(out, F_SETFL, O_WRONLY | O_NONBLOCK);
	watch(in, EPOLLIN);
	watch(out, EPOLLOUT | EPOLLET);
	peer_send(HELLO, 1, "shields dials calls", 19); /* what older ones cannot do */
}

void peer_read(void (*each)(const struct frame *frame)) {
	for (int rounds = 0; rounds < 8 && in >= 0; rounds++) {
		ssize_t n = read(in, received + received_length, HEADER + MAX_PAYLOAD - received_length);
		if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
		if (n <= 0) return leave();
		received_length += (size_t)n;
		size_t at = 0;
		while (received_length - at >= HEADER) {
			const uint8_t *head = received + at;
			size_t length = read32(head);
			if (length > MAX_PAYLOAD) return leave();
			if (received_length - at < HEADER + length) break;
			struct frame frame = {head[4], read32(head + 5), head + HEADER, length};
			each(&frame);
			if (in < 0) return;
			at += HEADER + length;
		}
		memmove(received, received + at, received_length - at);
		received_length -= at;
	}
}

bool peer_wants_write(void) { return sending_length > 0; }

/* True when everything is out. */
bool peer_flush(void) {
	while (out >= 0 && sending_done < sending_length) {
		ssize_t n = write(out, sending + sending_done, sending_length - sending_done);
		if (n < 0 && errno == EINTR) continue;
		if (n < 0 && errno == EAGAIN) return false;
		if (n <= 0) {
			leave();
			return false;
		}
		sending_done += (size_t)n;
	}
	sending_length = sending_done = 0;
	return true;
}

bool peer_send2(uint8_t kind, uint32_t channel, const void *a, size_t a_length, const void *b, size_t b_length) {
	if (out < 0 || !peer_flush() || a_length + b_length > CHUNK) return false;
	write32(sending, (uint32_t)(a_length + b_length));
	sending[4] = kind;
	write32(sending + 5, channel);
	if (a_length) memcpy(sending + HEADER, a, a_length);
	if (b_length) memcpy(sending + HEADER + a_length, b, b_length);
	sending_length = HEADER + a_length + b_length;
	peer_flush();
	return true;
}

/* False when the peer is busy or gone: nothing was taken, try again when it has drained. */
bool peer_send(uint8_t kind, uint32_t channel, const void *payload, size_t length) {
	return peer_send2(kind, channel, payload, length, NULL, 0);
}

/* `resident join`: give our stdio away, then wait until the other side lets go. */
int peer_join(void) {
	struct sockaddr_un a;
	socklen_t length = address(&a);
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), stdio[2] = {0, 1};
	for (int tries = 0; connect(fd, (struct sockaddr *)&a, length); tries++) {
		if (tries == 200) return 69; /* 2 s: there is no resident */
		usleep(10000);
	}
	char byte = 'j', control[CMSG_SPACE(sizeof stdio)] = {0};
	struct iovec iov = {&byte, 1};
	struct msghdr message = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
	struct cmsghdr *c = CMSG_FIRSTHDR(&message);
	c->cmsg_level = SOL_SOCKET, c->cmsg_type = SCM_RIGHTS, c->cmsg_len = CMSG_LEN(sizeof stdio);
	memcpy(CMSG_DATA(c), stdio, sizeof stdio);
	if (sendmsg(fd, &message, 0) != 1) return 69;
	close(0), close(1);
	while (read(fd, &byte, 1) < 0 && errno == EINTR) {}
	return 0;
}
