// swift-tools-version: 6.1
import PackageDescription

/// An app as others write one: a package of its own, with Swift's own settings, beside a library with SwiftUI's names.
let package = Package(
    name: "AppOutside",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Praticario", path: "../..")],
    targets: [
        .target(name: "LookalikeUI"),
        .executableTarget(
            name: "AppOutside",
            dependencies: [
                "LookalikeUI",
                .product(name: "Praticario", package: "Praticario"),
                .product(name: "PraticarioPublishing", package: "Praticario"),
                .product(name: "PraticarioIntake", package: "Praticario"),
            ]),
    ]
)
