#ifndef CSCRIPTING_H
#define CSCRIPTING_H
/* Nothing to call: loading the library is enough. See scripting.c. */
#endif
