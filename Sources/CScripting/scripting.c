/*
 * Where a Swift script went wrong. Loaded with the library for scripts; it acts only under Scripts/run,
 * which names a file in SADDLERY_SCRIPT_REPORT. A script that ends by a trap, an abort or an error that
 * nobody caught leaves there lines "object offset": the instruction that stopped, and the calls in the
 * program itself by which it was reached, the innermost first. Scripts/run turns them into words.
 *
 * Offsets count from the start of the object. That of a return address is less by one, so that it lies
 * inside the call.
 */
#if defined(__linux__)
#define _GNU_SOURCE
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <ucontext.h>
#include <unistd.h>

/* Hooks of the Swift runtime, called for every error at the place where it is thrown. */
extern _Atomic(void (*)(void *)) _swift_willThrow __attribute__((weak));
extern _Atomic(void (*)(void *, const void *, const void *)) _swift_willThrowTypedImpl
    __attribute__((weak));

enum { depth = 128, calls = 16 };

/* Addresses in the program itself, the innermost first; 0 ends them early. */
typedef struct {
  uintptr_t address[calls];
} trail;

static const char *report;
static void *program;
static _Thread_local trail last_throw;

static trail trail_here(int *is_uncaught) {
  void *frames[depth];
  int count = backtrace(frames, depth), found = 0;
  trail result = {{0}};
  for (int i = 0; i < count && found < calls; i++) {
    Dl_info info;
    if (!dladdr(frames[i], &info)) continue;
    if (is_uncaught && info.dli_sname && strstr(info.dli_sname, "errorInMain")) *is_uncaught = 1;
    if (info.dli_fbase == program) result.address[found++] = (uintptr_t)frames[i] - 1;
  }
  return result;
}

static void remember(void *error) {
  (void)error;
  last_throw = trail_here(NULL);
}

static void remember_typed(void *value, const void *type, const void *conformance) {
  (void)value, (void)type, (void)conformance;
  last_throw = trail_here(NULL);
}

static void print_place(int file, uintptr_t address) {
  Dl_info info;
  if (address && dladdr((void *)address, &info)) {
    dprintf(file, "%s 0x%lx\n", info.dli_fname, (unsigned long)(address - (uintptr_t)info.dli_fbase));
  }
}

static uintptr_t program_counter(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  return (uintptr_t)context->uc_mcontext.pc;
#else
  (void)context;
  return 0;
#endif
}

static void stop(int number, siginfo_t *info, void *context) {
  (void)info;
  signal(number, SIG_DFL);
  alarm(5);
  int file = open(report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file >= 0) {
    int is_uncaught = 0;
    trail here = trail_here(&is_uncaught);
    if (is_uncaught && last_throw.address[0]) here = last_throw;
    print_place(file, program_counter(context));
    for (int i = 0; i < calls; i++) print_place(file, here.address[i]);
    close(file);
  }
  _exit(70);
}

__attribute__((constructor)) static void install(void) {
  report = getenv("SADDLERY_SCRIPT_REPORT");
  if (!report) return;
  /* What was printed before a trap is seen. */
  setvbuf(stdout, NULL, _IOLBF, 0);
  Dl_info info;
  program = dladdr((void *)getauxval(AT_ENTRY), &info) ? info.dli_fbase : NULL;
  void *frames[1];
  backtrace(frames, 1); /* loads the unwinder now, not in a handler */
  struct sigaction action = {.sa_sigaction = stop, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  const int signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) sigaction(signals[i], &action, NULL);
  if (&_swift_willThrow) atomic_store(&_swift_willThrow, remember);
  if (&_swift_willThrowTypedImpl) atomic_store(&_swift_willThrowTypedImpl, remember_typed);
}
#endif
