/* Each flush to the disk takes so many milliseconds more, as on a slow or busy one.
 * Loaded before the C library: gcc -shared -fPIC -o slow_fsync.so slow_fsync.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int slowed(const char *name, int file)
{
    const char *milliseconds = getenv("MILEPOST_FAULT_FSYNC_MS");
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (milliseconds != NULL)
        usleep(1000 * (useconds_t)atoi(milliseconds));
    return real(file);
}

int fsync(int file) { return slowed("fsync", file); }
int fdatasync(int file) { return slowed("fdatasync", file); }
