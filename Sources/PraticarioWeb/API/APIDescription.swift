/// What the API answers, as OpenAPI 3.1 says it.
enum APIDescription {
    static let json = Templates.text("openapi.json")
}
