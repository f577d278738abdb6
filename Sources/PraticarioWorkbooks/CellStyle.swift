import CXLSXWriter

/// How a cell looks. Colour only repeats what weight, place or words already say.
package enum CellStyle: Hashable {
    /// Of a whole page.
    case title
    /// Of a column.
    case heading
    case text
    /// A number, shown without decimals or with two.
    case integer, decimal
    case explanation
    /// To be filled in: what is typed stays as it was typed, also `2019-05` and `=1+1`.
    case entry
    case link

    func set(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if self != .title { format_set_text_wrap(format) }
        switch self {
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 16)
        case .heading:
            format_set_bold(format)
            format_set_bg_color(format, 0xDDEBF7)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .text:
            break
        case .integer:
            format_set_num_format(format, "0")
        case .decimal:
            format_set_num_format(format, "0.00")
        case .explanation:
            format_set_font_color(format, 0x595959)
        case .entry:
            format_set_num_format(format, "@")
        case .link:
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x0B5394)
        }
    }
}
