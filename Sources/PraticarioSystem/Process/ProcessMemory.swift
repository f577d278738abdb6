import Foundation

/// The memory that this process holds of the system. Where the system's library has no such calls, nothing is done.
package enum ProcessMemory {
    /// Gives back what nobody uses any more: after work that took much for a moment it would stay with the process.
    package static func giveBack() {
        _ = trim?(0)
    }

    /// For a process that goes on for months. By default the library keeps free memory apart for each of many threads, and
    /// what one of them let go another one does not use.
    package static func share() {
        _ = option?(arenaMax, 2)
    }

    /// `M_ARENA_MAX` of `malloc.h`, which Swift does not see; nor does it see what is called here.
    private static let arenaMax: CInt = -8
    private static let trim = function("malloc_trim", as: (@convention(c) (Int) -> CInt).self)
    private static let option = function("mallopt", as: (@convention(c) (CInt, CInt) -> CInt).self)

    private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        dlsym(dlopen(nil, RTLD_NOW), name).map { unsafeBitCast($0, to: type) }
    }
}
