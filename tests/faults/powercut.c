/* Preloaded into a process under test: notes how much of each file a sync has made durable,
 * so that a test can cut the files back to it, as a power cut would. POWERCUT_FAIL_AFTER=n
 * lets n syncs pass and refuses all that follow with EIO. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long passed;

static int refuse(void) {
    const char *limit = getenv("POWERCUT_FAIL_AFTER");
    return limit && __sync_add_and_fetch(&passed, 1) > atol(limit);
}

static void note(int descriptor) {
    const char *log = getenv("POWERCUT_LOG");
    char link[64], path[4096], line[4200];
    struct stat status;
    ssize_t length;
    int out;
    if (!log || fstat(descriptor, &status) || !S_ISREG(status.st_mode)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) return;
    path[length] = 0;
    length = snprintf(line, sizeof line, "%lld %s\n", (long long)status.st_size, path);
    out = open(log, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (out < 0) return;
    if (write(out, line, (size_t)length) != length) abort();
    close(out);
}

static int sync_with(const char *name, int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int result;
    if (refuse()) { errno = EIO; return -1; }
    result = real(descriptor);
    if (result == 0) note(descriptor);
    return result;
}

int fsync(int descriptor) { return sync_with("fsync", descriptor); }
int fdatasync(int descriptor) { return sync_with("fdatasync", descriptor); }
