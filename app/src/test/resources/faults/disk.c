/*
 * A disk at fault, between a program and the C library: LD_PRELOAD=disk.so, DISK_FAULTS=a folder. While the folder has a file
 * `slow`, each write-down takes 200 ms longer; while it has `full`, no regular file grows.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int at_fault(const char *how) {
    const char *folder = getenv("DISK_FAULTS");
    char path[4096];
    if (folder == NULL) return 0;
    snprintf(path, sizeof path, "%s/%s", folder, how);
    return access(path, F_OK) == 0;
}

static void write_down(void) {
    if (at_fault("slow")) usleep(200000);
}

/* Whether so many bytes from there on would need room that the file does not have yet. */
static int no_room(int file, off_t from, size_t count) {
    struct stat found;
    int before = errno;
    int none = 0;
    if (count > 0 && at_fault("full") && fstat(file, &found) == 0 && S_ISREG(found.st_mode)) {
        if (from < 0) from = fcntl(file, F_GETFL) & O_APPEND ? found.st_size : lseek(file, 0, SEEK_CUR);
        none = from + (off_t) count > found.st_size;
    }
    errno = none ? ENOSPC : before;
    return none;
}

static size_t all(const struct iovec *parts, int count) {
    size_t sum = 0;
    for (int i = 0; i < count; i++) sum += parts[i].iov_len;
    return sum;
}

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

int fsync(int file) { write_down(); return REAL(fsync)(file); }
int fdatasync(int file) { write_down(); return REAL(fdatasync)(file); }
int syncfs(int file) { write_down(); return REAL(syncfs)(file); }

ssize_t write(int file, const void *bytes, size_t count) {
    return no_room(file, -1, count) ? -1 : REAL(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t from) {
    return no_room(file, from, count) ? -1 : REAL(pwrite)(file, bytes, count, from);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t from) {
    return no_room(file, from, count) ? -1 : REAL(pwrite64)(file, bytes, count, from);
}
ssize_t writev(int file, const struct iovec *parts, int count) {
    return no_room(file, -1, all(parts, count)) ? -1 : REAL(writev)(file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t from) {
    return no_room(file, from, all(parts, count)) ? -1 : REAL(pwritev)(file, parts, count, from);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t from) {
    return no_room(file, from, all(parts, count)) ? -1 : REAL(pwritev64)(file, parts, count, from);
}
int posix_fallocate(int file, off_t from, off_t count) {
    return no_room(file, from, (size_t) count) ? ENOSPC : REAL(posix_fallocate)(file, from, count);
}
int posix_fallocate64(int file, off64_t from, off64_t count) {
    return no_room(file, from, (size_t) count) ? ENOSPC : REAL(posix_fallocate64)(file, from, count);
}
