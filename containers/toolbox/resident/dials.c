/*
 * Dials: connections to a port of this very host, for who looks at a page it serves. Only the host's
 * own addresses are tried, so this is no way to anywhere else. Calls are the same the other way round: a
 * port of the loopback is lent to the peer, and whatever a program of this host says there, the peer
 * hears, and does with it what it likes. Bytes flow both ways, either way only as far as whoever takes
 * them has allowed. A dial is over when the peer closes it, or goes; and a port is lent until it goes.
 */
#include "resident.h"
#include <errno.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CONNECT_MS = 5000, ADDRESSES = 16 };
static const uint32_t CALL = 1u << 31; /* in the channel of each call */

struct dial {
	bool used, left; /* left: its peer has gone */
	bool called;     /* by a program of this host */
	uint32_t channel;
	int fd; /* -1: none, or no more */
	struct sockaddr_storage addresses[ADDRESSES]; /* still to try, from the last to the first */
	int untried;
	int64_t deadline; /* of connecting */
	bool answered, connected; /* the peer knows how connecting ended; and it went well */
	bool dry, broken, told;   /* the service says no more; by an error; and the peer knows */
	bool closing, shut;       /* the peer says no more; and the service knows */
	uint64_t sent, credit;    /* bytes given to the peer, allowed to be given */
	uint64_t taken, receipt;  /* bytes the service has taken, and how many of them the peer knows of */
	uint8_t *waiting;         /* for the service */
	size_t waiting_length;
};

static struct dial dials[DIALS];
static int lent = -1;
static uint32_t calls;

static void hang_up(struct dial *dial) {
	if (dial->fd >= 0) {
		unwatch(dial->fd);
		close(dial->fd);
	}
	dial->fd = -1;
}

static void forget(struct dial *dial) {
	hang_up(dial);
	free(dial->waiting);
	memset(dial, 0, sizeof *dial);
}

static void break_off(struct dial *dial) {
	hang_up(dial);
	dial->dry = dial->broken = true;
}

static void add(struct dial *dial, const struct sockaddr *address, uint16_t port) {
	struct sockaddr_storage *to = &dial->addresses[dial->untried];
	if (!address || dial->untried == ADDRESSES) return;
	if (address->sa_family == AF_INET) {
		memcpy(to, address, sizeof(struct sockaddr_in));
		((struct sockaddr_in *)to)->sin_port = htons(port);
	} else if (address->sa_family == AF_INET6) {
		memcpy(to, address, sizeof(struct sockaddr_in6));
		((struct sockaddr_in6 *)to)->sin6_port = htons(port);
	} else return;
	dial->untried++;
}

/* Loopback comes first, so it is added last. */
static void find_addresses(struct dial *dial, uint16_t port) {
	struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	struct sockaddr_in6 v6 = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
	struct ifaddrs *all = NULL;
	(void)!getifaddrs(&all);
	for (struct ifaddrs *one = all; one && dial->untried < ADDRESSES - 2; one = one->ifa_next) add(dial, one->ifa_addr, port);
	if (all) freeifaddrs(all);
	add(dial, (struct sockaddr *)&v6, port);
	add(dial, (struct sockaddr *)&v4, port);
}

/* Begin with the next address that can be begun with; without one, the dial stays without a socket. */
static void try_next(struct dial *dial) {
	while (dial->fd < 0 && dial->untried) {
		struct sockaddr_storage *to = &dial->addresses[--dial->untried];
		socklen_t length = to->ss_family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
		int fd = socket(to->ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
		if (fd < 0) continue;
		if (connect(fd, (struct sockaddr *)to, length) && errno != EINPROGRESS) {
			close(fd);
			continue;
		}
		dial->fd = fd;
		watch(fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
	}
}

static struct dial *by_channel(uint32_t channel) {
	for (struct dial *dial = dials; dial < dials + DIALS; dial++)
		if (dial->used && !dial->left && dial->channel == channel) return dial;
	return NULL;
}

/* payload: u32 port. Where there is no room, nothing comes of it: the peer counts, too. */
static void start(const struct frame *frame) {
	struct dial *dial = dials;
	uint32_t port = frame->length == 4 ? read32(frame->payload) : 0;
	while (dial < dials + DIALS && dial->used) dial++;
	if (dial == dials + DIALS || port < 1 || port > 65535 || by_channel(frame->channel)) return;
	*dial = (struct dial){.used = true, .channel = frame->channel, .fd = -1, .deadline = now_ms() + CONNECT_MS};
	dial->waiting = malloc(DIAL_WINDOW);
	if (dial->waiting) find_addresses(dial, (uint16_t)port);
	try_next(dial);
}

static void take_back(void) {
	if (lent < 0) return;
	unwatch(lent);
	close(lent);
	lent = -1;
}

/* payload: u32 port of the loopback. Where somebody else has it, nobody ever calls. */
static void lend(const struct frame *frame) {
	uint32_t port = frame->length == 4 ? read32(frame->payload) : 0;
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)port)};
	int yes = 1;
	take_back();
	if (port < 1 || port > 65535) return;
	lent = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (lent < 0) return;
	setsockopt(lent, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	watch(lent, EPOLLIN);
	if (bind(lent, (struct sockaddr *)&to, sizeof to) || listen(lent, CALLS)) take_back();
}

int dials_listener(void) { return lent; }

static int called_now(void) {
	int count = 0;
	for (struct dial *dial = dials; dial < dials + DIALS; dial++) count += dial->used && dial->called;
	return count;
}

/* Who finds no room is hung up on, and may try again. */
void dials_called(void) {
	int fd = accept4(lent, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	struct dial *dial = dials;
	if (fd < 0) return;
	while (dial < dials + DIALS && dial->used) dial++;
	uint8_t *waiting = dial < dials + DIALS && called_now() < CALLS ? malloc(DIAL_WINDOW) : NULL;
	if (!waiting) {
		close(fd);
		return;
	}
	*dial = (struct dial){.used = true, .called = true, .connected = true, .channel = CALL | ++calls, .fd = fd, .waiting = waiting};
	watch(fd, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
}

static void keep(struct dial *dial, const struct frame *frame) {
	if (dial->fd < 0 || dial->closing) return;
	if (frame->length > DIAL_WINDOW - dial->waiting_length) return break_off(dial); /* more than was allowed */
	memcpy(dial->waiting + dial->waiting_length, frame->payload, frame->length);
	dial->waiting_length += frame->length;
}

/* False when this frame is for somebody else. */
bool dial_frame(const struct frame *frame) {
	if (frame->kind == DIAL) return start(frame), true;
	if (frame->kind == LEND) return lend(frame), true;
	struct dial *dial = by_channel(frame->channel);
	if (!dial) return false;
	if (frame->kind == INPUT) keep(dial, frame);
	else if (frame->kind == CREDIT && frame->length == 8) dial->credit = read64(frame->payload);
	else if (frame->kind == FINISH) dial->closing = true;
	else if (frame->kind == CLOSE) forget(dial);
	return true;
}

/* In the middle of anything; they are forgotten when it is their turn. */
void dials_left(void) {
	take_back();
	for (struct dial *dial = dials; dial < dials + DIALS; dial++) dial->left = true;
}

static bool connecting(struct dial *dial) {
	struct pollfd ready = {.fd = dial->fd, .events = POLLOUT};
	int error = ETIMEDOUT;
	socklen_t size = sizeof error;
	if (dial->connected || dial->fd < 0) return false;
	if (now_ms() >= dial->deadline) {
		dial->untried = 0;
		hang_up(dial);
		return false;
	}
	if (poll(&ready, 1, 0) != 1) return true;
	if (getsockopt(dial->fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0) {
		dial->connected = true;
		return false;
	}
	hang_up(dial);
	try_next(dial);
	return dial->fd >= 0;
}

static bool answer(struct dial *dial) {
	uint8_t connected = dial->connected;
	return dial->answered = peer_send(dial->called ? CALLED : DIALED, dial->channel, &connected, 1);
}

static bool hear(struct dial *dial) {
	static uint8_t chunk[CHUNK];
	uint64_t room = dial->credit > dial->sent ? dial->credit - dial->sent : 0;
	if (dial->fd < 0 || dial->dry || !room || !peer_flush()) return false;
	ssize_t n = read(dial->fd, chunk, room < CHUNK ? room : CHUNK);
	if (n < 0 && (errno == EAGAIN || errno == EINTR)) return false;
	if (n < 0) break_off(dial);
	if (n == 0) dial->dry = true;
	if (n <= 0) return true;
	peer_send(OUTPUT, dial->channel, chunk, (size_t)n);
	dial->sent += (uint64_t)n;
	return true;
}

static bool say(struct dial *dial) {
	ssize_t n = 0;
	if (dial->fd < 0 || dial->shut) return false;
	if (dial->waiting_length) n = send(dial->fd, dial->waiting, dial->waiting_length, MSG_NOSIGNAL);
	if (n < 0 && errno != EAGAIN && errno != EINTR) break_off(dial);
	if (n < 0) return false;
	dial->taken += (uint64_t)n;
	dial->waiting_length -= (size_t)n;
	memmove(dial->waiting, dial->waiting + n, dial->waiting_length);
	if (dial->closing && !dial->waiting_length) dial->shut = shutdown(dial->fd, SHUT_WR) == 0;
	return n > 0;
}

static void receipt(struct dial *dial) {
	uint8_t bytes[8];
	if (dial->taken - dial->receipt < DIAL_WINDOW / 4) return;
	write64(bytes, dial->taken);
	if (peer_send(TAKEN, dial->channel, bytes, sizeof bytes)) dial->receipt = dial->taken;
}

static bool pump(struct dial *dial) {
	if (connecting(dial)) return false;
	if (!dial->answered && !answer(dial)) return false;
	bool moved = hear(dial);
	moved |= say(dial);
	receipt(dial);
	uint8_t broken = dial->broken;
	if (dial->dry && !dial->told) dial->told = peer_send(FINISHED, dial->channel, &broken, 1);
	return moved;
}

/* A chunk of each in turn. True when something moved: there may be more. */
bool dials_pump(void) {
	bool moved = false;
	for (struct dial *dial = dials; dial < dials + DIALS; dial++) {
		if (dial->used && !dial->left) moved |= pump(dial);
		if (dial->used && dial->left) forget(dial);
		else if (!dial->used) dial->left = false;
	}
	return moved;
}

int64_t dials_next_timeout(void) {
	int64_t next = INT64_MAX;
	for (struct dial *dial = dials; dial < dials + DIALS; dial++)
		if (dial->used && dial->fd >= 0 && !dial->connected && dial->deadline < next) next = dial->deadline;
	return next;
}
