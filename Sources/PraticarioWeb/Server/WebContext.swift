import Hummingbird
import Logging
import PraticarioSystem

/// What belongs to one request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// In which pages are written for whoever asks.
    var language = Language.italian

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
