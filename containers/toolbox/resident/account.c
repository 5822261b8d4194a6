/* Who shells run as. /etc/passwd is read here and not by libc: the binary is static. */
#include "resident.h"
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *field(char **line) { return strsep(line, ":\n"); }

static void copy(char *to, size_t size, const char *from) { snprintf(to, size, "%s", from ? from : ""); }

static bool passwd(const char *name, struct account *account) {
	FILE *file = fopen("/etc/passwd", "re");
	char line[1024];
	bool found = false;
	while (file && !found && fgets(line, sizeof line, file)) {
		char *rest = line, *entry = field(&rest);
		if (!entry || strcmp(entry, name) != 0) continue;
		field(&rest);
		const char *uid = field(&rest), *gid = field(&rest);
		if (!uid || !gid) continue;
		account->uid = (uid_t)strtoul(uid, NULL, 10);
		account->gid = (gid_t)strtoul(gid, NULL, 10);
		field(&rest);
		copy(account->name, sizeof account->name, name);
		copy(account->home, sizeof account->home, field(&rest));
		copy(account->shell, sizeof account->shell, field(&rest));
		found = true;
	}
	if (file) fclose(file);
	return found;
}

static bool lists(char *members, const char *name) {
	for (char *member; (member = strsep(&members, ",\n"));)
		if (strcmp(member, name) == 0) return true;
	return false;
}

bool account_find(const char *name, struct account *account) {
	memset(account, 0, sizeof *account);
	if (!passwd(name, account)) return false;
	if (!account->shell[0]) copy(account->shell, sizeof account->shell, "/bin/sh");
	account->groups[account->group_count++] = account->gid;

	FILE *file = fopen("/etc/group", "re");
	char line[4096];
	while (file && account->group_count < 64 && fgets(line, sizeof line, file)) {
		char *rest = line;
		field(&rest), field(&rest);
		const char *gid = field(&rest);
		if (gid && rest && lists(rest, name)) account->groups[account->group_count++] = (gid_t)strtoul(gid, NULL, 10);
	}
	if (file) fclose(file);
	return true;
}

/* In a child, before exec. A host that runs without privileges stays who it is. */
void account_become(const struct account *account) {
	if (geteuid() != 0) return;
	if (setgroups(account->group_count, account->groups) || setgid(account->gid) || setuid(account->uid)) {
		dprintf(2, "resident: cannot become %s\n", account->name);
		_exit(126);
	}
	if (chdir(account->home)) (void)!chdir("/");
}

/* The host's environment, who one is, and what was given ("A=1\0B=2\0"); later ones win. Leaks into the child. */
char **account_environment(const struct account *account, const char *given, const char *end) {
	extern char **environ;
	enum { MOST = 512 };
	static char own[5][320];
	snprintf(own[0], sizeof own[0], "HOME=%s", account->home);
	snprintf(own[1], sizeof own[1], "USER=%s", account->name);
	snprintf(own[2], sizeof own[2], "LOGNAME=%s", account->name);
	snprintf(own[3], sizeof own[3], "SHELL=%s", account->shell);
	snprintf(own[4], sizeof own[4], "LANG=C.UTF-8");
	char **list = calloc(MOST + 1, sizeof *list);
	size_t count = 0;
	for (char **e = environ; *e && count < 200; e++) list[count++] = *e;
	for (int i = 0; i < 5; i++) list[count++] = own[i];
	for (const char *e = given; e < end && count < MOST; e += strlen(e) + 1) list[count++] = (char *)e;

	/* The last of a name stays: walk back and drop what has been seen. */
	char **out = calloc(count + 1, sizeof *out);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		size_t name = strcspn(list[i], "=");
		bool again = false;
		for (size_t j = i + 1; j < count && !again; j++) again = strncmp(list[i], list[j], name + 1) == 0;
		if (!again) out[kept++] = list[i];
	}
	return out;
}
