/*
 * Loaded before the C library (LD_PRELOAD), this makes writes and syncs of the database fail on command. Only
 * files below BATON_FAULTS_FOLDER are concerned. What to do stands in the file BATON_FAULTS_CONTROL, which the
 * test changes while the server runs: 64-bit numbers, in the order of the enum below.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
  WRITE_FAILS,   /* of 10,000 writes */
  SYNC_FAILS,    /* of 10,000 syncs */
  FULL,          /* 1: what makes a file larger finds no room */
  HOLD,          /* 1: syncs of the log wait until it is 0 */
  SEED,
  CALLS,         /* counted here: writes and syncs that were looked at */
  FAILED_WRITES,
  FAILED_SYNCS,
  REFUSED,       /* for want of room */
  HELD,          /* syncs that wait now */
  LOG_LOWEST,    /* of what was written to the log since its last sync: where it begins */
  LOG_HIGHEST,   /* and where it ends */
  LOG_SYNCS,
  SLOTS
};

static volatile uint64_t *control;
static char folder[4096];
static size_t folder_length;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("BATON_FAULTS_CONTROL"), *below = getenv("BATON_FAULTS_FOLDER");
  if (!path || !below) return;
  folder_length = strlen(below);
  if (folder_length >= sizeof folder) return;
  memcpy(folder, below, folder_length + 1);
  int fd = open(path, O_RDWR);
  if (fd < 0) return;
  void *map = mmap(NULL, SLOTS * sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (map != MAP_FAILED) control = map;
  close(fd);
}

/* 0: not ours; 1: a file of the database; 2: its log. */
static int which(int fd) {
  char link[64], path[4096];
  if (!control) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  int saved = errno;
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = saved;
  if (length <= 0 || (size_t)length <= folder_length || memcmp(path, folder, folder_length)) return 0;
  path[length] = 0;
  return length > 4 && !strcmp(path + length - 4, "-wal") ? 2 : 1;
}

/* A share of 10,000 by the seed and the number of the call (splitmix64). */
static int drawn(uint64_t share) {
  uint64_t mixed = control[SEED] + __sync_add_and_fetch(&control[CALLS], 1) * 0x9e3779b97f4a7c15ull;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
  return (mixed ^ (mixed >> 31)) % 10000 < share;
}

static int grows(int fd, off64_t end) {
  struct stat64 status;
  return fstat64(fd, &status) == 0 && end > status.st_size;
}

static void note_log_write(uint64_t at, uint64_t end) {
  if (at < control[LOG_LOWEST]) control[LOG_LOWEST] = at;
  if (end > control[LOG_HIGHEST]) control[LOG_HIGHEST] = end;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  int kind = which(fd);
  if (!kind) return real(fd, data, size, at);
  if (control[FULL] && grows(fd, at + (off64_t)size)) {
    __sync_add_and_fetch(&control[REFUSED], 1);
    errno = ENOSPC;
    return -1;
  }
  if (kind == 2) note_log_write((uint64_t)at, (uint64_t)at + size);
  if (control[WRITE_FAILS] && drawn(control[WRITE_FAILS])) {
    __sync_add_and_fetch(&control[FAILED_WRITES], 1);
    if (control[CALLS] % 2) real(fd, data, size / 2, at);
    errno = EIO;
    return -1;
  }
  return real(fd, data, size, at);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
  return pwrite64(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  if (which(fd) && (control[FULL] || (control[WRITE_FAILS] && drawn(control[WRITE_FAILS])))) {
    __sync_add_and_fetch(&control[control[FULL] ? REFUSED : FAILED_WRITES], 1);
    errno = control[FULL] ? ENOSPC : EIO;
    return -1;
  }
  return real(fd, data, size);
}

static int sync_with(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int kind = which(fd);
  if (!kind) return real(fd);
  if (kind == 2 && control[HOLD]) {
    __sync_add_and_fetch(&control[HELD], 1);
    while (control[HOLD]) usleep(1000);
    __sync_sub_and_fetch(&control[HELD], 1);
  }
  if (control[SYNC_FAILS] && drawn(control[SYNC_FAILS])) {
    __sync_add_and_fetch(&control[FAILED_SYNCS], 1);
    errno = EIO;
    return -1;
  }
  /* What is written while it goes on is for the next one. */
  uint64_t lowest = control[LOG_LOWEST], highest = control[LOG_HIGHEST];
  if (kind == 2) {
    control[LOG_LOWEST] = UINT64_MAX;
    control[LOG_HIGHEST] = 0;
  }
  int result = real(fd);
  if (kind == 2 && result == 0) __sync_add_and_fetch(&control[LOG_SYNCS], 1);
  if (kind == 2 && result != 0) note_log_write(lowest, highest);
  return result;
}

int fsync(int fd) { return sync_with("fsync", fd); }

int fdatasync(int fd) { return sync_with("fdatasync", fd); }

int ftruncate64(int fd, off64_t size) {
  static int (*real)(int, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "ftruncate64");
  if (which(fd) && ((control[FULL] && grows(fd, size)) || (control[WRITE_FAILS] && drawn(control[WRITE_FAILS])))) {
    __sync_add_and_fetch(&control[control[FULL] ? REFUSED : FAILED_WRITES], 1);
    errno = control[FULL] ? ENOSPC : EIO;
    return -1;
  }
  return real(fd, size);
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
