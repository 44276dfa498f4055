#ifndef SADDLERY_ATTRIBUTES_H
#define SADDLERY_ATTRIBUTES_H
#include <hdf5.h>

/* Sends every attribute of a group or dataset. */
void send_attributes(hid_t object, const char *path);
#endif
