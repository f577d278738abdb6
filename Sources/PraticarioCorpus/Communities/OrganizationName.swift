import ItalianText

/// Bodies are named by hand in many places: case, accents and spaces make no other body.
package enum OrganizationName {
    /// Equal for two names of one body.
    ///
    /// `OrganizationName.key("Circolo  Aurora APS") == OrganizationName.key("circolo aurora aps")`
    package static func key(_ name: String) -> String {
        TextKey.folded(name)
    }
}
