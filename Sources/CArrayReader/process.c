#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include "CArrayReader.h"
#include "answer.h"

/* Seconds of processor time for everything but the elements; of those, so many a second. */
static const rlim_t PATIENCE = 1;
static const uint64_t PACE = 2000000;
/* Wall-clock seconds for the same, for a copy that waits for what never comes. */
static const unsigned STANDSTILL = 60;
/* Bytes of address space for everything but the elements. */
static const uint64_t WORKSPACE = 256 << 20;

static uint64_t address_space(void) {
#ifdef __linux__
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%lu", &pages) != 1) pages = 0;
  fclose(file);
  return pages * (uint64_t)sysconf(_SC_PAGESIZE);
#else
  return 0;
#endif
}

static void limit(int resource, rlim_t value) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) != 0) return;
  if (limits.rlim_max != RLIM_INFINITY && value > limits.rlim_max) value = limits.rlim_max;
  limits.rlim_cur = value;
  setrlimit(resource, &limits);
}

void allow(uint64_t memory, uint64_t elements) {
  uint64_t used = address_space();
  if (used > 0) limit(RLIMIT_AS, used + WORKSPACE + memory);
  uint64_t seconds = elements / PACE;
  limit(RLIMIT_CPU, PATIENCE + seconds);
  alarm(STANDSTILL + (unsigned)(10 * seconds));
}

static _Noreturn void answer(
    const char *path, uint64_t size, int question, const char *name, int descriptor, pid_t parent) {
  /* Only the parent ends it, or its own crash, without a word: the parent says what happened. */
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  const int outside[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
  for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) signal(outside[i], SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
#else
  (void)parent;
#endif
  int null = open("/dev/null", O_RDWR);
  for (int standard = 0; standard < 3; standard++) {
    if (null >= 0) dup2(null, standard);
    else close(standard);
  }
  limit(RLIMIT_CORE, 0);
  allow(0, 0);
  answer_to(descriptor);
  answer_question(path, size, question, name);
  answer_end();
}

int array_reader_start(const char *path, int question, const char *name, pid_t *process) {
  /* A named pipe would wait for a writer; a device is no file of arrays. */
  struct stat status;
  int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return -1;
  int stated = fstat(file, &status);
  close(file);
  if (stated != 0) return -1;
  if (!S_ISREG(status.st_mode)) status.st_size = 0;

  int ends[2];
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  /* The standard descriptors of the copy are replaced: the pipe must not be one of them. */
  while (ends[1] < 3) {
    int higher = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    close(ends[1]);
    ends[1] = higher;
    if (higher < 0) {
      close(ends[0]);
      return -1;
    }
  }
  pid_t parent = getpid();
  *process = fork();
  if (*process == 0) {
    close(ends[0]);
    answer(path, (uint64_t)status.st_size, question, name, ends[1], parent);
  }
  int reason = errno;
  close(ends[1]);
  if (*process < 0) {
    close(ends[0]);
    errno = reason;
    return -1;
  }
  return ends[0];
}

int array_reader_stop(int descriptor, pid_t process) {
  close(descriptor);
  kill(process, SIGKILL);
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return 0;
  }
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}
