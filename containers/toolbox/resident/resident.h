/*
 * The resident: first process of every host. It opens the terminals, runs the checks, collects
 * dead children, and ends the host when its time is over. One peer at a time speaks to it, over
 * the standard input and output of `resident join`; terminals outlive that peer.
 *
 * A frame, both ways: u32 length of the payload, u8 kind, u32 channel, payload. Big-endian.
 * Channels are chosen by the peer, but those of calls, whose highest bit is set. src/lib/server/sandbox/docker/frames.ts is the other half.
 */
#ifndef RESIDENT_H
#define RESIDENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
	HEADER = 9,
	MAX_PAYLOAD = 1 << 20, /* of a frame that comes in: a script and its environment */
	CHUNK = 32 << 10,      /* of a frame that goes out */
	RING = 256 << 10,      /* output of a shell that is kept for a peer that comes back */
	TYPED = 64 << 10,      /* keys a shell has not read yet; more are dropped */
	SHELLS = 16,
	RUNS = 32,
	RUN_OUTPUT = 1 << 20, /* bytes kept of each of a run's two streams */
	DIALS = 64,
	CALLS = 32, /* of the dials: those that programs of this host may have open */
	DIAL_WINDOW = 64 << 10, /* bytes for a service that it has not taken yet */
	SCRIPT_FD = 9
};

enum from_peer { OPEN = 1, INPUT, RESIZE, CREDIT, LEAVE, CLOSE, RUN, ABORT, LIFE, PING, DIAL, FINISH, LEND };
enum to_peer { OPENED = 1, OUTPUT, EXITED, STDOUT, STDERR, DONE, PONG, HELLO, DIALED, TAKEN, FINISHED, CALLED };

struct frame {
	uint8_t kind;
	uint32_t channel;
	const uint8_t *payload;
	size_t length;
};

/* account.c: who shells run as, read once while the host's files are still the image's */
struct account {
	uid_t uid;
	gid_t gid, groups[64];
	size_t group_count;
	char name[64], home[256], shell[256];
};
bool account_find(const char *name, struct account *account);
void account_become(const struct account *account);
char **account_environment(const struct account *account, const char *given, const char *end);

/* rank.c: who on this host may look into whose memory. A rank holds all capabilities of those below it. */
enum rank { LEARNER, CHECK, RESIDENT };
void rank_lower(enum rank rank);
bool rank_at_least(pid_t pid, enum rank rank);
void rank_end_checks(void); /* and what they have left behind */

/* peer.c: the one who speaks to us */
void peer_listen(void);
void peer_accept(void);
int peer_listener(void);
int peer_in(void);
int peer_out(void);
bool peer_wants_write(void);
void peer_read(void (*each)(const struct frame *frame));
bool peer_send(uint8_t kind, uint32_t channel, const void *payload, size_t length);
bool peer_send2(uint8_t kind, uint32_t channel, const void *a, size_t a_length, const void *b, size_t b_length);
bool peer_flush(void);
int peer_join(void);

/* shells.c */
void shells_become(const struct account *account);
void shell_frame(const struct frame *frame);
void shells_left(void);
bool shells_exited(pid_t pid, int code);
bool shells_pump(void);

/* runs.c */
void runs_become(const struct account *account);
void run_frame(const struct frame *frame);
void runs_left(void);
bool runs_exited(pid_t pid, int code);
bool runs_pump(void);
int64_t runs_next_timeout(void);

/* dials.c */
int dials_listener(void);
void dials_called(void);
bool dial_frame(const struct frame *frame);
void dials_left(void);
bool dials_pump(void);
int64_t dials_next_timeout(void);

/* watch.c: epoll, by file descriptor */
void watch(int fd, uint32_t events);
void unwatch(int fd);
int64_t now_ms(void);

static inline uint32_t read32(const uint8_t *p) {
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}
static inline uint64_t read64(const uint8_t *p) { return (uint64_t)read32(p) << 32 | read32(p + 4); }
static inline void write32(uint8_t *p, uint32_t v) {
	p[0] = v >> 24, p[1] = v >> 16, p[2] = v >> 8, p[3] = v;
}
static inline void write64(uint8_t *p, uint64_t v) { write32(p, v >> 32), write32(p + 4, (uint32_t)v); }

#endif
