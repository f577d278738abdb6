import Hummingbird
import Logging
import PraticarioSystem

/// What belongs to one request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// In which pages are written for whoever asks.
    var language = Language.italian
    /// Who asks.
    var viewer = Viewer(person: nil, session: .none, formToken: "")
    /// What was sent, where a form was.
    var form = SentForm()
    /// What was sent, where a program sent it.
    var body: [UInt8] = []

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
