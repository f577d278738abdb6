#include <string.h>
#include <zlib.h>

/* The sizes of a raw deflate stream's result are known: all of it at once. Gives how many bytes came, or -1. */
static inline long czlib_inflate(const unsigned char *bytes, unsigned long count, unsigned char *result, unsigned long size)
{
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return -1;
    stream.next_in = (unsigned char *) bytes;
    stream.avail_in = (unsigned int) count;
    stream.next_out = result;
    stream.avail_out = (unsigned int) size;
    int status = inflate(&stream, Z_FINISH);
    long came = (long) (size - stream.avail_out);
    inflateEnd(&stream);
    return status == Z_STREAM_END ? came : -1;
}

/* As much room as a raw deflate stream of so many bytes may take. */
static inline unsigned long czlib_deflate_bound(unsigned long count)
{
    return compressBound(count) + 16;
}

/* All of it at once as a raw deflate stream. Gives how many bytes that is, or -1. */
static inline long czlib_deflate(const unsigned char *bytes, unsigned long count, unsigned char *result, unsigned long size)
{
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return -1;
    stream.next_in = (unsigned char *) bytes;
    stream.avail_in = (unsigned int) count;
    stream.next_out = result;
    stream.avail_out = (unsigned int) size;
    int status = deflate(&stream, Z_FINISH);
    long came = (long) (size - stream.avail_out);
    deflateEnd(&stream);
    return status == Z_STREAM_END ? came : -1;
}
