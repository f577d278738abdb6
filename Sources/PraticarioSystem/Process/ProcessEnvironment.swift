import Foundation

/// The environment of this process.
package enum ProcessEnvironment {
    package static var variables: [String: String] {
        ProcessInfo.processInfo.environment
    }
}
