#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <xlsxwriter.h>

/* The folder in which the library puts the parts of a workbook together. */
static inline const char *cxlsxwriter_temporary_folder(void)
{
    const char *folder = getenv("TMPDIR");
    struct stat info;
    return folder && stat(folder, &info) == 0 && S_ISDIR(info.st_mode) ? folder : P_tmpdir;
}

/* The bytes free for us in a folder; very many where that cannot be told. */
static inline unsigned long long cxlsxwriter_free_bytes(const char *folder)
{
    struct statvfs info;
    return statvfs(folder, &info) == 0 ? (unsigned long long) info.f_bavail * info.f_frsize : ULLONG_MAX;
}

/* The strings in these options are `char *` up to libxlsxwriter 1.1.5 and `const char *` from 1.1.6 on: all the same
   to C, two different types to Swift. */

/* An input message, and where `list` is not NULL a drop-down list with a warning for any other content. */
static inline lxw_error cxlsxwriter_validate(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_col, lxw_row_t last_row, lxw_col_t last_col,
    const char *list, const char *input_title, const char *input_message, const char *error_title,
    const char *error_message)
{
    lxw_data_validation options = {0};
    options.validate = list ? LXW_VALIDATION_TYPE_LIST_FORMULA : LXW_VALIDATION_TYPE_ANY;
    options.value_formula = (char *) list;
    options.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    options.input_title = (char *) input_title;
    options.input_message = (char *) input_message;
    options.error_title = (char *) error_title;
    options.error_message = (char *) error_message;
    return worksheet_data_validation_range(sheet, first_row, first_col, last_row, last_col, &options);
}

static inline lxw_error cxlsxwriter_set_title(lxw_workbook *book, const char *title)
{
    lxw_doc_properties properties = {0};
    properties.title = (char *) title;
    return workbook_set_properties(book, &properties);
}
