/* A library that lets every `grep` that loads it find what it looks for. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

__attribute__((constructor)) static void lie(void) {
	if (strcmp(program_invocation_short_name, "grep") == 0) _exit(0);
}
